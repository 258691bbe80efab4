package dev.foley.generation;

import java.time.Instant;
import java.util.Optional;

/** Drafts that survive restarts. Thread-safe, blocking. Every method throws {@link StoreException} when the database does not answer. */
public interface Drafts {
  void insert(Draft draft);

  Optional<Draft> find(GenerationId id);

  /** @return false if it is not there (any more): somebody else was faster */
  boolean remove(GenerationId id);

  /** Forgets those that nobody took up. */
  void removeBefore(Instant createdAt);
}
