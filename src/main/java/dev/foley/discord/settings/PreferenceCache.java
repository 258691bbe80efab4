package dev.foley.discord.settings;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.generation.ChannelId;
import dev.foley.generation.GuildId;
import dev.foley.generation.Origin;
import dev.foley.generation.StoreException;
import dev.foley.generation.policy.PreferenceStore;
import dev.foley.generation.policy.Preferences;
import dev.foley.generation.policy.ServerPreferences;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of servers, in front of the store, so that no request waits for the database to know what counts where it was made.
 * Derived, and safe to drop at any moment. Thread-safe.
 *
 * <p>What is set through it counts at once. What another instance has set is seen within seconds where people ask: a server's settings
 * that have grown old are used once more while they are read anew, and stay if that fails. A server in which nobody has asked for
 * a while is forgotten, so that nobody is judged by what was set an hour ago.
 */
public final class PreferenceCache implements PreferenceSource, PreferenceStore {
  private static final Logger log = LoggerFactory.getLogger(PreferenceCache.class);

  private static final int MAX_SERVERS = 10_000;
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration UNUSED = Duration.ofMinutes(1);

  private final PreferenceStore store;
  private final AsyncLoadingCache<GuildId, ServerPreferences> servers;

  /** @param work runs tasks that wait; may refuse them */
  public PreferenceCache(PreferenceStore store, Executor work, Ticker ticker) {
    this.store = store;
    this.servers = Caffeine.newBuilder().maximumSize(MAX_SERVERS).refreshAfterWrite(FRESH).expireAfterAccess(UNUSED)
        .ticker(ticker).executor(Runnable::run) // its own housekeeping is short, and must not take a permit
        .buildAsync((guild, _) -> CompletableFuture.supplyAsync(() -> read(guild), work));
  }

  @Override
  public void at(Origin origin, Consumer<Preferences> then, Runnable unavailable) {
    if (origin.guild().isEmpty()) {
      then.accept(Preferences.NONE);
      return;
    }
    CompletableFuture<ServerPreferences> server;
    try {
      server = servers.get(origin.guild().get());
    } catch (RejectedExecutionException full) {
      unavailable.run();
      return;
    }
    if (server.isDone() && !server.isCompletedExceptionally()) {
      then.accept(server.join().in(origin.channel()));
    } else {
      CompletableFuture<?> _ = server
          .whenComplete((known, failure) -> handOver(known, failure, origin.channel(), then, unavailable));
    }
  }

  @Override
  public Preferences of(Origin origin) {
    return origin.guild().map(guild -> await(guild).in(origin.channel())).orElse(Preferences.NONE);
  }

  /** As it stands in the store. */
  @Override
  public List<Entry> of(GuildId guild) {
    return store.of(guild);
  }

  @Override
  public void set(GuildId guild, Entry entry) {
    try {
      store.set(guild, entry);
    } finally {
      forget(guild); // also after a failure: it may have arrived
    }
  }

  @Override
  public void unset(GuildId guild, Optional<ChannelId> channel, String name) {
    try {
      store.unset(guild, channel, name);
    } finally {
      forget(guild);
    }
  }

  private void forget(GuildId guild) {
    servers.synchronous().invalidate(guild);
  }

  private ServerPreferences read(GuildId guild) {
    return ServerPreferences.of(store.of(guild));
  }

  private ServerPreferences await(GuildId guild) {
    try {
      return servers.get(guild).join();
    } catch (RejectedExecutionException full) {
      return read(guild); // whoever may wait can ask by himself
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException failure ? failure : e;
    }
  }

  /** Nobody above this hears of an exception. */
  private static void handOver(@Nullable ServerPreferences known, @Nullable Throwable failure, ChannelId channel,
      Consumer<Preferences> then, Runnable unavailable) {
    try {
      if (known == null) {
        log.atWarn().setCause(failure).log("A server's settings could not be read");
        unavailable.run();
      } else {
        then.accept(known.in(channel));
      }
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("What was to follow a server's settings failed");
    }
  }
}
