package dev.foley.playground.services;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long jobs take from acceptance to end while the service is not busy.
 *
 * @param shortest of the usual times, which are spread evenly, before the time factor
 * @param longest of the usual times
 * @param tailShare of the jobs, 0 to 1, take longer: mostly up to twice, never more than four times {@code longest}
 * @param pace all times are divided by its factor of that moment
 */
public record JobTimes(Duration shortest, Duration longest, double tailShare, Pace pace) {
  private static final double TAIL_MEAN = 0.5;
  private static final double TAIL_LIMIT = 3;

  /** "50 to 60 seconds", as the service's own page says, in real time. */
  public static final JobTimes PUBLISHED = new JobTimes(Duration.ofSeconds(50), Duration.ofSeconds(60), 0, 1);

  public JobTimes {
    if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(shortest + " to " + longest + " is no range of times");
    }
    if (!(tailShare >= 0 && tailShare <= 1)) {
      throw new IllegalArgumentException("tail share " + tailShare + " is not between 0 and 1");
    }
  }

  /** Times at a pace that stays as it is. */
  public JobTimes(Duration shortest, Duration longest, double tailShare, double timeFactor) {
    this(shortest, longest, tailShare, new Pace(timeFactor));
  }

  public double timeFactor() {
    return pace.factor();
  }

  /** The same times, divided by a factor. */
  public JobTimes dividedBy(double factor) {
    return at(new Pace(factor));
  }

  /** The same times, at a pace that may change. */
  public JobTimes at(Pace changing) {
    return new JobTimes(shortest, longest, tailShare, changing);
  }

  /** The same times, with a share of jobs that take longer. */
  public JobTimes withTail(double share) {
    return new JobTimes(shortest, longest, share, pace);
  }

  /**
   * The times of one job.
   *
   * @param waiting before the work, even if nothing else is in the queue
   * @param working the rest
   */
  public record Drawn(Duration waiting, Duration working) {
    /** From acceptance to end; the delay of a service that answers at once. */
    public Duration whole() {
      return waiting.plus(working);
    }
  }

  public Drawn draw(RandomGenerator random) {
    double seconds = random.nextDouble() < tailShare
        ? seconds(longest) * (1 + Math.min(TAIL_LIMIT, TAIL_MEAN * random.nextExponential()))
        : seconds(shortest) + random.nextDouble() * (seconds(longest) - seconds(shortest));
    double waiting = seconds * (0.03 + 0.07 * random.nextDouble());
    return new Drawn(scaled(waiting), scaled(seconds - waiting));
  }

  private Duration scaled(double seconds) {
    return Duration.ofNanos(Math.round(seconds / pace.factor() * 1e9));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
