package dev.foley.discord.look;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import java.util.List;
import java.util.Optional;

/** Requests by the ids that members know. Thread-safe, blocking. */
final class KnownRequests {
  private final Generations generations;

  KnownRequests(Generations generations) {
    this.generations = generations;
  }

  /**
   * All takes of the request that an id is of, in their order.
   *
   * @param anyTake of the request
   */
  Optional<List<Generation>> find(GenerationId anyTake) {
    return generations.find(anyTake).map(this::takes);
  }

  /** All takes of the request that this one is of. */
  List<Generation> takes(Generation take) {
    return take.takes().count() == 1 ? List.of(take) : generations.takes(take.takes().first());
  }
}
