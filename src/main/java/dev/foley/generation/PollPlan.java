package dev.foley.generation;

import java.time.Duration;
import java.time.Instant;

/**
 * When to ask again where nothing is known. Lateness that a member notices grows with the time already waited, so the interval is a quarter
 * of it, between 1 and 5 seconds: about a dozen requests and 2.5 s of lateness for the 50 to 60 s that are usual. Jobs
 * of a model that was used a few times are asked for by {@link LearnedPacing}.
 */
final class PollPlan {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int FRACTION = 4;

  private PollPlan() {}

  /** The first time to ask about a job that has just been accepted. */
  static Instant first(Instant acceptedAt) {
    return next(acceptedAt, acceptedAt);
  }

  /** The next time to ask, after having asked at {@code now}. */
  static Instant next(Instant acceptedAt, Instant now) {
    Duration interval = Duration.between(acceptedAt, now).dividedBy(FRACTION);
    if (interval.compareTo(SHORTEST) < 0) {
      interval = SHORTEST;
    } else if (interval.compareTo(LONGEST) > 0) {
      interval = LONGEST;
    }
    return now.plus(interval);
  }
}
