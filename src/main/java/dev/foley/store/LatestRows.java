package dev.foley.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import java.util.Optional;

/**
 * Generations that wait to be submitted or made, as this process has written them; of use only where no other one writes. Each waking
 * would read its row otherwise, and wait for the one connection: a tenth of what a command costs. Bounded: beyond {@value #MOST}, those not
 * used for longest are read again. Thread-safe.
 *
 * <p>Their instants are finer than the row's, so what is compared with rows, as takes that meet at the end are, is read. Nothing that
 * was read is kept, since it may be older than what is being written meanwhile. Should an old version all the same stay, the guard on the
 * row's version refuses what follows from it, and it is forgotten.
 */
final class LatestRows {
  /** The 10,000 that a process on SQLite is to bear, and some more; they take no more memory than reading them each time does. */
  private static final int MOST = 12_000;

  private final Cache<GenerationId, Generation> rows = Caffeine.newBuilder().maximumSize(MOST)
      .executor(Runnable::run).build(); // its housekeeping takes less time than waking another thread for it

  Optional<Generation> find(GenerationId id) {
    return Optional.ofNullable(rows.getIfPresent(id));
  }

  /** Committed. What is over is not kept either: a member may have it forgotten. */
  void written(Generation generation) {
    if (generation.state() instanceof GenerationState.Queued || generation.state() instanceof GenerationState.Pending) {
      rows.asMap().merge(generation.id(), generation, (one, other) -> one.version() > other.version() ? one : other);
    } else {
      forget(generation.id());
    }
  }

  /** Whether it was written is not known, or somebody else did. */
  void forget(GenerationId id) {
    rows.invalidate(id);
  }
}
