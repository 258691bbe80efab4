package dev.foley.generation;

import dev.foley.generation.polling.Interval;
import java.time.Duration;
import java.time.Instant;

/**
 * When to ask again where nothing is known. Lateness that a member notices grows with the time already waited, so the interval is half
 * of it, between 1 and 5 seconds, and from the second minute on a twelfth, up to the 10 s of the services' own sample client: 15 requests
 * and 2.5 s of lateness for the 50 to 60 s that are usual. With a quarter it were 19, most of them in the first seconds, when hardly any
 * service is done. Jobs of a model that was used a few times are asked for by {@link LearnedPacing}.
 */
final class PollPlan {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration USUAL = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int FRACTION = 2;
  private static final int LATER_FRACTION = 12;
  private static final int FASTER = 25;

  private PollPlan() {}

  /** The first time to ask about a job that has just been accepted. */
  static Instant first(Instant acceptedAt) {
    return next(acceptedAt, acceptedAt);
  }

  /**
   * As above, where the service says how long its jobs take. That is not relied upon, since it may have become faster; but hardly any is
   * that much faster than it says.
   */
  static Instant first(Instant acceptedAt, Interval published) {
    return acceptedAt.plusMillis(Math.max(SHORTEST.toMillis(), (long) (published.after() * 1_000 / FASTER)));
  }

  /** The next time to ask, after having asked at {@code now}. */
  static Instant next(Instant acceptedAt, Instant now) {
    long elapsed = Duration.between(acceptedAt, now).toNanos();
    long soon = Math.clamp(elapsed / FRACTION, SHORTEST.toNanos(), USUAL.toNanos());
    long later = Math.min(elapsed / LATER_FRACTION, LONGEST.toNanos());
    return now.plusNanos(Math.max(soon, later));
  }
}
