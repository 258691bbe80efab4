package dev.foley.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The generations that are not final, by channel, in front of the store. Derived: loaded on a miss, written through on each
 * change, and safe to drop at any moment; losing it costs a query, never a generation. Thread-safe.
 *
 * <p>An entry expires within seconds, so that a change made by another instance on the same database is seen; the guard on the
 * row's version makes a stale one harmless meanwhile. Loading and writing one channel exclude each other (Caffeine computes
 * atomically per key), and an older version never replaces a newer one.
 */
public final class PendingGenerations {
  private static final int MAX_CHANNELS = 10_000;
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final GenerationStore store;
  private final Cache<ChannelId, Map<GenerationId, Generation>> byChannel;

  public PendingGenerations(GenerationStore store, Ticker ticker) {
    this.store = store;
    this.byChannel = Caffeine.newBuilder().maximumSize(MAX_CHANNELS).expireAfterWrite(FRESH).ticker(ticker)
        .executor(Runnable::run).build(); // its housekeeping takes less time than waking another thread for it
  }

  /** What is pending in a channel, oldest first. */
  public List<Generation> in(ChannelId channel) {
    return List.copyOf(byChannel.get(channel, this::load).values());
  }

  /** Takes over a change that the store has committed. */
  void committed(Generation generation) {
    byChannel.asMap().computeIfPresent(generation.origin().channel(), (channel, known) -> {
      Generation before = known.get(generation.id());
      if (before != null && before.version() >= generation.version()) {
        return known;
      }
      Map<GenerationId, Generation> next = new TreeMap<>(known);
      if (generation.state().isFinal()) {
        next.remove(generation.id());
      } else {
        next.put(generation.id(), generation);
      }
      return next;
    });
  }

  /** Forgets a channel whose entry proved stale. */
  void forget(ChannelId channel) {
    byChannel.invalidate(channel);
  }

  private Map<GenerationId, Generation> load(ChannelId channel) {
    Map<GenerationId, Generation> loaded = new TreeMap<>();
    store.unfinished(channel).forEach(generation -> loaded.put(generation.id(), generation));
    return loaded;
  }
}
