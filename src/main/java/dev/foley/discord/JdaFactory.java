package dev.foley.discord;

import dev.foley.discord.interaction.CallbackThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.OkHttpClient;

/**
 * Builds JDA for a bot that answers interactions and nothing else: no intents, no members, no caches beyond guilds and channels.
 *
 * <p>Listeners run on the gateway's own thread, since they only read what has come and hand it over; interactions are answered on
 * {@link CallbackThreads}, everything else on virtual threads. A request that timed out is not repeated by JDA, which cannot know whether it
 * arrived; delivery looks first. Compression is off: without intents a session is a few kilobytes a minute, less than an inflater costs.
 *
 * <p>Several shards are as many sessions, which share threads, HTTP client and the controller that lets one of them log in every five
 * seconds. JDA's shard manager would keep the same sessions for the price of a request and a thread before the first one connects; what it
 * adds, other shards while the bot runs, is a restart here, which loses nothing.
 */
final class JdaFactory {
  private final DiscordSettings settings;
  private final OkHttpClient http;
  private final CallbackThreads callbacks;
  /**
   * For requests of JDA, and what is to be done after them. It is never shut down, since JDA does so before the requests under way have been
   * answered, and whoever waits for one would wait for ever; an executor of virtual threads holds nothing while it is idle.
   */
  private final ExecutorService threads = Executors
      .newThreadPerTaskExecutor(Thread.ofVirtual().name("discord-", 0).factory());

  /** Also what requests run on: where both are the same, JDA hands them over once instead of twice. */
  private final PromptScheduler timer = new PromptScheduler(threads);

  JdaFactory(DiscordSettings settings, OkHttpClient http, CallbackThreads callbacks) {
    this.settings = settings;
    this.http = http;
    this.callbacks = callbacks;
  }

  /**
   * Logs in with each shard of this instance, and goes on connecting by itself, one after the other, as Discord wants it. Blocking.
   *
   * @return one session for each shard, the first shard's first
   * @throws net.dv8tion.jda.api.exceptions.InvalidTokenException if Discord does not know the token
   * @throws RuntimeException if Discord cannot be reached
   */
  List<JDA> connect(Object... listeners) {
    // With each request JDA would keep the stack it was made on, for the message of a failure; ours are logged where they are met.
    RestAction.setPassContext(false);
    GatewayAddress gateway = new GatewayAddress(settings, http);
    Shards.Range shards = switch (settings.shards()) {
      case Shards.Range range -> range;
      case Shards.Auto _ -> all(gateway.recommendedShards());
    };
    List<JDA> sessions = new ArrayList<>();
    try {
      for (int shard = shards.first(); shard <= shards.last(); shard++) {
        JDABuilder builder = builder(gateway).addEventListeners(listeners);
        // A bot that is not sharded says nothing of shards.
        sessions.add(shards.total() == 1 ? builder.build() : builder.useSharding(shard, shards.total()).build());
      }
      return sessions;
    } catch (RuntimeException e) {
      sessions.forEach(JDA::shutdownNow);
      throw e;
    }
  }

  private static Shards.Range all(int total) {
    return new Shards.Range(0, total - 1, total);
  }

  private JDABuilder builder(GatewayAddress gateway) {
    RestConfig rest = new RestConfig().setRateLimiterFactory(config -> new CallbackLimiter(config, callbacks));
    settings.apiUrl().ifPresent(url -> rest.setBaseUrl(url.toString()));
    return JDABuilder.createLight(settings.token().reveal(), Set.<GatewayIntent>of())
        .disableCache(Set.of(CacheFlag.values()))
        .setRestConfig(rest)
        .setSessionController(gateway)
        .setHttpClient(http)
        .setCompression(Compression.NONE)
        .setEventPassthrough(true)
        .setRequestTimeoutRetry(false)
        .setEnableShutdownHook(false)
        .setBulkDeleteSplittingEnabled(false)
        .setContextEnabled(false)
        .setCallbackPool(new AnswerThreads(callbacks, threads), false)
        .setRateLimitScheduler(timer, false)
        .setRateLimitElastic(timer, false);
  }
}
