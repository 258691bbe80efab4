package dev.foley.discord.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a double click from a second wish: the same button within some seconds counts once. Bounded. Thread-safe. */
public final class RecentPresses {
  private static final Duration DOUBLE_CLICK = Duration.ofSeconds(10);
  private static final int REMEMBERED = 1_000;

  /** Guarded by this. */
  private final Map<String, Instant> presses = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > REMEMBERED;
    }
  };

  /** Whether this press is to be carried out; then it counts as the last one. */
  public synchronized boolean first(String customId, Instant now) {
    Instant last = presses.get(customId);
    if (last != null && now.isBefore(last.plus(DOUBLE_CLICK))) {
      return false;
    }
    presses.remove(customId);
    presses.put(customId, now);
    return true;
  }

  /** The press came to nothing; the next one is welcome at once. */
  public synchronized void forget(String customId) {
    presses.remove(customId);
  }
}
