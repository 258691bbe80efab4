package dev.foley.discord.interaction;

import dev.foley.generation.GenerationId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a double click from a second wish: the same button within some seconds counts once. Bounded. Thread-safe. */
public final class RecentPresses {
  private static final Duration DOUBLE_CLICK = Duration.ofSeconds(10);
  private static final int REMEMBERED = 1_000;

  /** Guarded by this. */
  private final Map<GenerationId, Instant> presses = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<GenerationId, Instant> eldest) {
      return size() > REMEMBERED;
    }
  };

  /** Whether this press is to be carried out; then it counts as the last one. */
  public synchronized boolean first(GenerationId generation, Instant now) {
    Instant last = presses.get(generation);
    if (last != null && now.isBefore(last.plus(DOUBLE_CLICK))) {
      return false;
    }
    presses.remove(generation);
    presses.put(generation, now);
    return true;
  }

  /** The press came to nothing; the next one is welcome at once. */
  public synchronized void forget(GenerationId generation) {
    presses.remove(generation);
  }
}
