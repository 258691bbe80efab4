package dev.foley.generation;

import java.util.Optional;

/**
 * Says whether an order may be recorded, from within the transaction that would record it; so that two orders at once cannot both be
 * the last one that was allowed. Pure but for what it reads of the standing.
 */
@FunctionalInterface
public interface Gate {
  /** Lets everything in. */
  Gate OPEN = _ -> Optional.empty();

  /** The limit that stands against it; empty if none does. */
  Optional<LimitReached> check(Standing standing);
}
