package dev.foley;

import com.github.benmanes.caffeine.cache.Ticker;
import com.github.f4b6a3.tsid.TsidFactory;
import dev.foley.audio.Transcoder;
import dev.foley.config.FoleySettings;
import dev.foley.discord.DiscordBot;
import dev.foley.discord.DiscordStartException;
import dev.foley.discord.Features;
import dev.foley.discord.RestWatch;
import dev.foley.discord.Shards;
import dev.foley.discord.interaction.BrokenPromises;
import dev.foley.discord.interaction.CallbackThreads;
import dev.foley.discord.interaction.Interactions;
import dev.foley.discord.interaction.PromiseBook;
import dev.foley.discord.reply.DiscordReplies;
import dev.foley.discord.reply.KnownOutlook;
import dev.foley.discord.settings.PreferenceCache;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationListener;
import dev.foley.generation.GenerationStep;
import dev.foley.generation.Generations;
import dev.foley.generation.LearnedTimes;
import dev.foley.generation.PendingGenerations;
import dev.foley.ops.Check;
import dev.foley.ops.CloseException;
import dev.foley.ops.HealthServer;
import dev.foley.ops.LifeCycle;
import dev.foley.ops.StateLog;
import dev.foley.ops.metrics.Metrics;
import dev.foley.ops.metrics.Readings;
import dev.foley.provider.AudioFetcher;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.HttpAudioFetcher;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.Spool;
import dev.foley.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot, put together: the only place where long-lived things are built. What stands later uses what stands earlier, and is closed
 * before it: first nothing new is accepted, then the steps in hand end, then Discord, then the database.
 */
final class Foley implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Foley.class);

  /** Requests on their way from Discord's thread into the store; a few milliseconds each. */
  private static final int INTAKE_PERMITS = 256;
  /** Longer than any generation takes. */
  private static final Duration OTHERS_FILES = Duration.ofDays(2);

  /** Of those kept for what comes next, where HTTP/1.1 is spoken: each acknowledgement beyond them would wait for a new one. */
  private static final int IDLE_CONNECTIONS = 32;

  /** Of Discord, for a piece of an upload or its answer: twenty large ones at once share a slow line. Services have times of their own. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final LifeCycle life;
  private final DiscordBot discord;

  private Foley(LifeCycle life, DiscordBot discord) {
    this.life = life;
    this.discord = discord;
  }

  /**
   * Starts everything; connecting to Discord goes on after this has returned, see {@link #awaitReady}.
   *
   * @throws dev.foley.store.DatabaseUnusableException if the database cannot be used; the message is for the host
   * @throws IOException if the port for health cannot be had, or a directory cannot be written; the message is for the host
   */
  static Foley start(FoleySettings settings) throws IOException {
    LifeCycle life = new LifeCycle();
    try {
      return start(settings, life);
    } catch (UncheckedIOException e) {
      closeAfter(e, life);
      throw new IOException(e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      closeAfter(e, life);
      throw e;
    }
  }

  private static void closeAfter(Exception failure, LifeCycle life) {
    try {
      life.close();
    } catch (CloseException also) {
      failure.addSuppressed(also);
    }
  }

  private static Foley start(FoleySettings settings, LifeCycle life) throws IOException {
    InstantSource clock = new SteadyClock(InstantSource.system(), System::nanoTime);
    RandomGenerator random = new Random();

    // Meanwhile: the certificates that a client trusts are read, and the list of models.
    CompletableFuture<OkHttpClient> client = CompletableFuture.supplyAsync(Foley::httpClient);
    CompletableFuture<List<ModelDeclaration>> models = CompletableFuture.supplyAsync(settings.models()::declarations);
    Store store = life.add("database", Store.open(settings.store(), clock));
    OkHttpClient http = closing(client.join(), life);
    Metrics metrics = life.add("metrics", new Metrics());

    Spool spool = new Spool(settings.results().spool(), settings.results().maxBytes(), settings.retention());
    AudioFetcher fetcher = metrics.watched(new HttpAudioFetcher(settings.results(), spool, http, clock));
    List<ModelDeclaration> declarations = models.join();
    List<AudioProvider> providers = new Providers(declarations, spool, http, clock, random, metrics.services())
        .of(settings.services());
    ModelCatalogue catalogue = new ModelCatalogue(declarations.stream().map(ModelDeclaration::model).toList(),
        providers);
    // Where others may be at work in the same directory, what they have just written is not ours to remove.
    spool.sweep(store.withFiles().stream().map(GenerationId::value).collect(Collectors.toSet()),
        store.isShared() ? clock.instant().minus(OTHERS_FILES) : Instant.MAX);

    BoundedWork intake = new BoundedWork(INTAKE_PERMITS);
    PreferenceCache preferences = new PreferenceCache(store.preferences(), intake, Ticker.systemTicker());
    DiscordReplies replies = new DiscordReplies(new Transcoder(transcoded(settings)), spool.waveforms(), preferences,
        store::goesOn, clock);
    GenerationListener listener = GenerationListener
        .of(List.of(new StateLog(catalogue), metrics.generations(catalogue), replies));
    Supplier<GenerationId> ids = ids();
    PendingGenerations pending = new PendingGenerations(store.generations(), Ticker.systemTicker());
    Generations generations = new Generations(store.generations(), store.timer(), pending, catalogue, listener,
        ids, clock);
    LearnedTimes expectation = new LearnedTimes(store.history(), catalogue, intake, clock);
    GenerationStep step = new GenerationStep(store.generations(), store.timer(), pending, catalogue, fetcher, spool,
        replies, listener, expectation.pacing(), settings.generation(), clock, random);

    PromiseBook promises = life.add("promises",
        new PromiseBook(settings.results().spool().resolveSibling("promises")));
    CallbackThreads callbacks = new CallbackThreads();
    Interactions interactions = Features.of(
        new Features.Bot(catalogue, generations, spool, expectation, replies, intake, promises, callbacks, ids,
            clock, random),
        new Features.Records(store.history(), store.ledger(), store.drafts(), store.members(), preferences),
        new Features.Policy(settings.limits(), settings.tariff(), preferences));
    DiscordBot discord = life.add("discord",
        DiscordBot.start(settings.discord(), replies, new KnownOutlook(catalogue, expectation, generations),
            interactions, watched(http, metrics), callbacks, new BrokenPromises(promises,
                promise -> generations.pendingIn(promise.channel()).stream()
                    .anyMatch(generation -> generation.origin().interactionId() == promise.interactionId()))));
    life.add("timers", store::stopTimers);
    store.startTimers(step::advance, metrics::woken);
    life.add("intake", intake::close);
    life.add("new requests", discord::stopAccepting);
    Housekeeping housekeeping = new Housekeeping(spool, store.drafts(), clock);
    life.add("housekeeping", housekeeping::close);
    housekeeping.start();

    Readings readings = new BotReadings(discord, store, intake, step, providers, settings.data());
    life.add("health", HealthServer.start(settings.ops(), checks(discord, store),
        () -> metrics.scrape(catalogue, readings)));

    AccountLog.ask(providers);
    if (providers.size() == 1) {
      log.warn(
          "No service has a key, so only the built-in synthesiser can be used; the README tells which services there are");
    }
    return new Foley(life, discord);
  }

  private static List<Check> checks(DiscordBot discord, Store store) {
    return List.of(
        new Check("discord", discord::isReady,
            "Not every shard is connected to Discord. It goes on trying; look at the "
                + "log if that lasts, and at discordstatus.com."),
        new Check("database", store::answers,
            "The database does not answer. What is pending waits for it; look whether "
                + "its disk is full or its server down."),
        new Check("scheduler", () -> store.timers().isAlive(), "Nothing wakes generations. Where the database answers, "
            + "start the bot again: nothing is lost by it."));
  }

  /** @see DiscordBot#awaitReady */
  void awaitReady() throws DiscordStartException, InterruptedException {
    discord.awaitReady();
  }

  /** @see DiscordBot#awaitEnd */
  void awaitEnd() throws DiscordStartException, InterruptedException {
    discord.awaitEnd();
  }

  @Override
  public void close() throws CloseException {
    life.close();
  }

  /** Emptied at each start, so instances that share a directory have one each, told from others by what only one has. */
  private static Path transcoded(FoleySettings settings) {
    String name = settings.discord().shards() instanceof Shards.Range own && own.total() > 1
        ? "transcoded-" + own.first()
        : "transcoded";
    return settings.results().spool().resolveSibling(name);
  }

  private static OkHttpClient httpClient() {
    return new OkHttpClient.Builder().connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
        .readTimeout(PATIENCE).writeTimeout(PATIENCE).build();
  }

  /** Shares threads and connections with the one that it is made of. */
  private static OkHttpClient watched(OkHttpClient http, Metrics metrics) {
    return http.newBuilder().addInterceptor(new RestWatch(metrics::discordCalled)).build();
  }

  private static OkHttpClient closing(OkHttpClient http, LifeCycle life) {
    life.add("http", () -> {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    });
    return http;
  }

  private static Supplier<GenerationId> ids() {
    TsidFactory factory = TsidFactory.newInstance1024();
    return () -> new GenerationId(factory.create().toString());
  }
}
