package dev.foley.generation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after calls that failed in a row: doubling from half a second up to half a minute, with jitter of a quarter
 * either way so that jobs that failed together do not come back together. What the other side asked for is a lower bound.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 6; // 500 ms << 6 = 32 s, just past the longest

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The wait before the next call.
   *
   * @param failures calls that failed in a row, at least 1
   * @param atLeast what the other side asked for
   */
  Duration after(int failures, Duration atLeast) {
    long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS));
    Duration wait = Duration.ofMillis((long) (millis * (0.75 + random.nextDouble() / 2)));
    return wait.compareTo(atLeast) < 0 ? atLeast : wait;
  }

  /** A wait that is not a failure, lengthened by up to a quarter for the same reason. */
  Duration jittered(Duration wait) {
    return wait.plusMillis((long) (wait.toMillis() * random.nextDouble() / 4));
  }
}
