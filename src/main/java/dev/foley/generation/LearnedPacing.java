package dev.foley.generation;

import dev.foley.generation.polling.Learned;
import dev.foley.generation.polling.Sighting;
import dev.foley.provider.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks by what was learned of past jobs, and where that is too little, by {@link PollPlan}. What is seen of a job stays in memory until it
 * is finished ({@link Sightings}). Thread-safe.
 */
final class LearnedPacing implements Pacing {
  private static final double NANOS = 1e9;
  /** Knuth's multiplier: ids that follow each other come to lie far apart. */
  private static final int SPREAD = 0x9E3779B9;

  private final LearnedTimes times;
  private final Sightings sightings;

  LearnedPacing(LearnedTimes times, Sightings sightings) {
    this.times = times;
    this.sightings = sightings;
  }

  @Override
  public Instant first(Generation pending, Instant acceptedAt) {
    return next(pending, Sighting.NONE, acceptedAt)
        .orElseGet(() -> times.published(pending.request().model())
            .map(published -> PollPlan.first(acceptedAt, published))
            .orElseGet(() -> PollPlan.first(acceptedAt)));
  }

  @Override
  public Instant again(Generation pending, Progress progress, Instant acceptedAt, Instant now) {
    Sighting seen = sightings.of(pending.id()).seen(progress, seconds(pending, now));
    sightings.put(pending.id(), seen);
    return next(pending, seen, now).orElseGet(() -> PollPlan.next(acceptedAt, now));
  }

  @Override
  public Optional<Sighting> ended(Generation pending) {
    times.oneMoreEnded(pending.request().model());
    return sightings.take(pending.id()).map(Sighting::kept);
  }

  private Optional<Instant> next(Generation pending, Sighting seen, Instant now) {
    return times.learned(pending.request()).filter(Learned::isMeasured)
        .flatMap(learned -> pending.timing().submittedAt()
            .map(since -> later(since, learned, seen, draw(pending.id())))
            .map(planned -> planned.isAfter(now) ? planned : PollPlan.first(now)));
  }

  private static Instant later(Instant since, Learned learned, Sighting seen, double draw) {
    return since.plusNanos((long) (learned.next(seen, draw) * NANOS));
  }

  /** A generation's own, 0 to 1. */
  static double draw(GenerationId id) {
    return ((id.value().hashCode() * SPREAD) >>> 8) / (double) (1 << 24);
  }

  private static double seconds(Generation pending, Instant now) {
    return pending.timing().submittedAt()
        .map(since -> Math.max(0, Duration.between(since, now).toNanos() / NANOS)).orElse(0.0);
  }
}
