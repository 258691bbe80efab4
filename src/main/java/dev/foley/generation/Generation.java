package dev.foley.generation;

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
 * @param cost what the service said it charged, once it has
 */
public record Generation(GenerationId id, long version, Origin origin, AudioRequest request, Takes takes,
    Instant createdAt, int failures, Optional<Cost> cost, GenerationState state) {
  public Generation {
    if (version < 0 || failures < 0) {
      throw new IllegalArgumentException("version " + version + ", failures " + failures);
    }
  }

  /** A request that has just been made. */
  public static Generation queued(GenerationId id, Origin origin, AudioRequest request, Takes takes, Instant now) {
    return new Generation(id, 0, origin, request, takes, now, 0, Optional.empty(), new GenerationState.Queued(now));
  }

  /** The next state; what failed before no longer counts. */
  Generation to(GenerationState next) {
    return new Generation(id, version + 1, origin, request, takes, createdAt, 0, cost, next);
  }

  /** The next state, with what the service said it charged. */
  Generation to(GenerationState next, Optional<Cost> reported) {
    return new Generation(id, version + 1, origin, request, takes, createdAt, 0, reported.or(() -> cost), next);
  }

  /** The next state, in which one more try of the same thing is made; what failed before still counts. */
  Generation attempting(GenerationState next) {
    return new Generation(id, version + 1, origin, request, takes, createdAt, failures, cost, next);
  }

  /** The state to try again from, after one more failed call. */
  Generation afterFailure(GenerationState next) {
    return new Generation(id, version + 1, origin, request, takes, createdAt, failures + 1, cost, next);
  }

  /** The same state after a call that went well; what failed before no longer counts. */
  Generation recovered() {
    return to(state);
  }
}
