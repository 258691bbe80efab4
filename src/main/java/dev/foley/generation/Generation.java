package dev.foley.generation;

import dev.foley.generation.polling.Sighting;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import java.time.Instant;
import java.util.Optional;

/**
 * One request on its way to a sound. Immutable: a change makes the next version, which the store takes only in place of the
 * one before.
 *
 * @param takes which of its request's sounds this is
 * @param version 0 when recorded, one more with each change
 * @param failures calls in a row that failed in this state; the wait before the next one grows with it
 * @param lineage out of what it was made; empty if out of nothing earlier
 * @param cost what the service said it charged, once it has
 */
public record Generation(GenerationId id, long version, Origin origin, AudioRequest request, Takes takes,
    Optional<Lineage> lineage, Instant createdAt, int failures, Optional<Cost> cost, Timing timing,
    GenerationState state) {
  public Generation {
    if (version < 0 || failures < 0) {
      throw new IllegalArgumentException("version " + version + ", failures " + failures);
    }
  }

  /** A request that has just been made. */
  public static Generation queued(GenerationId id, Order order, Takes takes, Instant now) {
    return new Generation(id, 0, order.origin(), order.request(), takes, order.lineage(), now, 0, Optional.empty(),
        Timing.NONE, new GenerationState.Queued(now));
  }

  /** As above, made out of nothing earlier. */
  public static Generation queued(GenerationId id, Origin origin, AudioRequest request, Takes takes, Instant now) {
    return queued(id, new Order(origin, request, takes.count(), Optional.empty()), takes, now);
  }

  /** The next state; what failed before no longer counts. */
  Generation to(GenerationState next) {
    return next(next, 0, cost);
  }

  /** The next state, with what the service said it charged. */
  Generation to(GenerationState next, Optional<Cost> reported) {
    return next(next, 0, reported.or(() -> cost));
  }

  /** The next state, in which one more try of the same thing is made; what failed before still counts. */
  Generation attempting(GenerationState next) {
    return next(next, failures, cost);
  }

  /** The state to try again from, after one more failed call. */
  Generation afterFailure(GenerationState next) {
    return next(next, failures + 1, cost);
  }

  /** The same state after a call that went well; what failed before no longer counts. */
  Generation recovered() {
    return to(state);
  }

  /** The same version, with what was seen of its job; kept with the next one. */
  Generation seen(Sighting sighting) {
    return new Generation(id, version, origin, request, takes, lineage, createdAt, failures, cost,
        timing.seen(sighting), state);
  }

  private Generation next(GenerationState next, int failed, Optional<Cost> charged) {
    return new Generation(id, version + 1, origin, request, takes, lineage, createdAt, failed, charged,
        timing.entering(next), next);
  }
}
