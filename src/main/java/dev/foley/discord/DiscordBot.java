package dev.foley.discord;

import dev.foley.discord.interaction.CallbackThreads;
import dev.foley.discord.interaction.InteractionRouter;
import dev.foley.discord.interaction.Interactions;
import dev.foley.discord.interaction.RestFailures;
import dev.foley.discord.interaction.Sent;
import dev.foley.discord.reply.DiscordReplies;
import dev.foley.discord.reply.JdaMessages;
import dev.foley.discord.reply.Outlook;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's connection to Discord. Thread-safe.
 *
 * <p>It is started last and stopped in two steps: {@link #stopAccepting} refuses new requests while the steps in hand still deliver,
 * {@link #close} hangs up.
 */
public final class DiscordBot implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DiscordBot.class);

  private static final String TOKEN_REFUSED = "Discord does not accept the bot token. Copy it from the Bot page of the "
      + "application at discord.com/developers, and set it as DISCORD_TOKEN.";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  private final JdaFactory factory;
  private final DiscordReplies replies;
  private final InteractionRouter router;
  private final Outlook outlook;
  private final List<EventListener> listeners;
  private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger readyShards = new AtomicInteger();
  private final LongAdder resumed = new LongAdder();
  private final LongAdder begunAnew = new LongAdder();
  /** One session for each shard; empty before the first attempt to log in has worked. */
  private volatile List<JDA> sessions = List.of();

  private DiscordBot(JdaFactory factory, DiscordReplies replies, InteractionRouter router, Outlook outlook,
      List<EventListener> listeners) {
    this.factory = factory;
    this.replies = replies;
    this.router = router;
    this.outlook = outlook;
    this.listeners = listeners;
  }

  /**
   * Begins to connect, and goes on trying while Discord cannot be reached. Returns at once; see {@link #awaitReady}.
   *
   * @param replies is connected to Discord from now on
   * @param outlook what a pending reply says beside how far its request is
   * @param interactions everything that members can use
   * @param http shared with others; its pool is used, and it is not closed
   * @param callbacks where interactions are answered first
   * @param listeners that hear JDA's events too
   */
  public static DiscordBot start(DiscordSettings settings, DiscordReplies replies, Outlook outlook,
      Interactions interactions, OkHttpClient http, CallbackThreads callbacks, EventListener... listeners) {
    // For whatever a later change forgets: no message of this process parses mentions unless it says so.
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    DiscordBot bot = new DiscordBot(new JdaFactory(settings, http, callbacks), replies,
        new InteractionRouter(interactions), outlook, List.of(listeners));
    Thread.ofVirtual().name("discord-login").start(bot::connect);
    return bot;
  }

  /**
   * Waits until Discord has said READY, however long that takes.
   *
   * @throws DiscordStartException if it never will: the token is wrong, Discord ended the session for good, or {@link #close} was
   *     called
   */
  public void awaitReady() throws DiscordStartException, InterruptedException {
    await(ready);
  }

  /**
   * Waits until {@link #close} is called.
   *
   * @throws DiscordStartException if Discord ended the session for good before: nothing is heard or delivered any more, and only a
   *     new start can help
   */
  public void awaitEnd() throws DiscordStartException, InterruptedException {
    await(ended);
  }

  private static void await(CompletableFuture<@Nullable Void> moment)
      throws DiscordStartException, InterruptedException {
    try {
      moment.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DiscordStartException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** How the connection is at this moment. */
  public GatewayView gateway() {
    List<JDA> known = sessions;
    List<JDA> connected = known.stream().filter(session -> session.getStatus() == JDA.Status.CONNECTED).toList();
    return new GatewayView(known.size(), connected.size(),
        known.stream().mapToInt(session -> Math.toIntExact(session.getGuildCache().size())).sum(),
        connected.stream().map(JDA::getGatewayPing).filter(millis -> millis >= 0).max(Long::compare)
            .map(Duration::ofMillis),
        resumed.sum(), begunAnew.sum());
  }

  /** Whether the gateway is connected at this moment, by all shards of this instance. */
  public boolean isReady() {
    List<JDA> connected = sessions;
    return !connected.isEmpty()
        && connected.stream().allMatch(session -> session.getStatus() == JDA.Status.CONNECTED);
  }

  /** From now on members read that the bot is restarting. Results are still delivered. */
  public void stopAccepting() {
    router.stopAccepting();
  }

  /** Hangs up, after what has been handed to Discord is through. Idempotent. */
  @Override
  public void close() {
    stopAccepting();
    replies.disconnect();
    closing.countDown();
    ready.completeExceptionally(new DiscordStartException("The bot was stopped before Discord was ready."));
    ended.complete(null);
    hangUp(sessions);
  }

  private static void hangUp(List<JDA> connected) {
    connected.forEach(JDA::shutdown);
    try {
      for (JDA session : connected) {
        if (!session.awaitShutdown(CLOSE_PATIENCE)) {
          session.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      connected.forEach(JDA::shutdownNow);
      Thread.currentThread().interrupt();
    }
  }

  private void connect() {
    try {
      for (int failures = 0; closing.getCount() > 0; failures++) {
        if (tryToConnect()) {
          return;
        }
        long seconds = Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(failures, 5));
        if (closing.await(seconds, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** @return false if it may work later */
  private boolean tryToConnect() {
    try {
      readyShards.set(0);
      List<JDA> connecting = factory.connect(
          Stream.concat(Stream.of(router, new SessionListener()), listeners.stream()).toArray());
      sessions = connecting;
      readyIfAll();
      if (closing.getCount() == 0) {
        connecting.forEach(JDA::shutdownNow);
      }
      return true;
    } catch (InvalidTokenException e) {
      fail(TOKEN_REFUSED);
      return true;
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("failure", String.valueOf(e.getMessage()))
          .log("Discord cannot be reached; trying again");
      return false;
    }
  }

  /** A shard can be ready before the last one has logged in. */
  private void readyIfAll() {
    List<JDA> known = sessions;
    if (!known.isEmpty() && readyShards.get() >= known.size()) {
      ready.complete(null);
    }
  }

  private void fail(String message) {
    DiscordStartException failure = new DiscordStartException(message);
    ready.completeExceptionally(failure);
    if (ended.completeExceptionally(failure)) {
      log.error(message);
    }
  }

  private static String sentence(@Nullable CloseCode code) {
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      return TOKEN_REFUSED;
    }
    return "Discord ended the session for good (" + (code == null
        ? "no reason given"
        : code.getCode() + ": "
            + code.getMeaning())
        + "). Start the bot again; should that not help, look at the application at "
        + "discord.com/developers.";
  }

  /** Hears how the sessions go, on JDA's event thread. */
  private final class SessionListener implements EventListener {
    @Override
    public void onEvent(GenericEvent event) {
      switch (event) {
        case ReadyEvent ready -> begun(ready);
        case SessionResumeEvent _ -> resumed.increment();
        case SessionRecreateEvent _ -> begunAnew.increment();
        case ShutdownEvent shutdown -> over(shutdown);
        default -> {
        }
      }
    }

    private void begun(ReadyEvent event) {
      JDA session = event.getJDA();
      if (session.getShardInfo().getShardId() == 0) {
        register(session); // one instance does it for all
      }
      if (closing.getCount() > 0) {
        replies.connect(new JdaMessages(session), outlook);
      }
      readyShards.incrementAndGet();
      readyIfAll();
      log.atInfo().addKeyValue("guilds", event.getGuildTotalCount())
          .addKeyValue("shard", session.getShardInfo().getShardString()).log("Discord is ready");
    }

    /**
     * Overwrites all commands at each start: one idempotent request, which a comparison with what is registered would not save, since
     * that is a request too.
     */
    private void register(JDA connected) {
      connected.updateCommands().addCommands(router.data()).queue(
          commands -> log.atInfo().addKeyValue("commands", commands.size()).log("Commands registered"), failure -> {
            Sent meaning = RestFailures.meaning(failure);
            log.atError().addKeyValue("failure", meaning).log("Commands could not be registered; earlier ones stay");
            if (meaning instanceof Sent.NotNow && closing.getCount() > 0) {
              CompletableFuture.delayedExecutor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)
                  .execute(() -> register(connected));
            }
          });
    }

    private void over(ShutdownEvent event) {
      replies.disconnect();
      if (closing.getCount() > 0) {
        fail(sentence(event.getCloseCode()));
      }
    }
  }
}
