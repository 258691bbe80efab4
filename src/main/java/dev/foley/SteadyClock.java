package dev.foley;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The host's clock as long as it runs forward, and never one that runs backward. Thread-safe.
 *
 * <p>A timer that is due in a second would sleep for an hour if the host's clock were put back by an hour meanwhile, and with it a sound
 * that was paid for. So where the host's clock falls behind, this one goes on at half its speed until the other has caught up, as time
 * servers do. It follows a jump forward at once: from within, one cannot be told from a machine that was suspended.
 */
final class SteadyClock implements InstantSource {
  private final InstantSource wall;
  private final LongSupplier nanos;
  // Both guarded by this.
  private Instant last;
  private long lastNanos;

  /** @param nanos counts evenly, whatever the clock does, as {@link System#nanoTime} */
  SteadyClock(InstantSource wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.last = wall.instant();
    this.lastNanos = nanos.getAsLong();
  }

  @Override
  public synchronized Instant instant() {
    long now = nanos.getAsLong();
    Instant told = wall.instant();
    Instant slow = last.plus(Duration.ofNanos((now - lastNanos) / 2));
    last = told.isBefore(slow) ? slow : told;
    lastNanos = now;
    return last;
  }
}
