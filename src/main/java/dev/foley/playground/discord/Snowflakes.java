package dev.foley.playground.discord;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Issues ids as Discord does: milliseconds since 2015 in the upper 42 bits. Clients compute from them when an
 * interaction's token ends, so they must be current. Strictly increasing, even while the clock stands still.
 */
final class Snowflakes {
  private static final long EPOCH_MILLIS = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;

  private final InstantSource clock;
  private long last;

  Snowflakes(InstantSource clock) {
    this.clock = clock;
  }

  synchronized long next() {
    last = Math.max((clock.millis() - EPOCH_MILLIS) << TIME_SHIFT, last + 1);
    return last;
  }

  static Instant instantOf(long snowflake) {
    return Instant.ofEpochMilli((snowflake >>> TIME_SHIFT) + EPOCH_MILLIS);
  }
}
