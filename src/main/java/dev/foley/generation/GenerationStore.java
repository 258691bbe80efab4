package dev.foley.generation;

import java.util.List;
import java.util.Optional;

/**
 * Generations that survive restarts. Thread-safe, blocking. Every method throws {@link StoreException} when the database
 * does not answer; nothing has changed then, or the change is whole. Instants are kept in milliseconds.
 */
public interface GenerationStore {
  /**
   * Records the takes of a new request and, in the same transaction, their first timers, due at once. When this returns, all
   * survive a crash.
   */
  void insert(List<Generation> takes);

  Optional<Generation> find(GenerationId id);

  /**
   * Compare-and-set: writes {@code next} over version {@code next.version() - 1}.
   *
   * @return false if the row has another version by now: somebody else was faster, which is normal
   */
  boolean replace(Generation next);

  /** All takes of a request, in their order; empty if there is no such request. */
  List<Generation> takes(GenerationId first);

  /** The generations of a channel that are not final, oldest first. */
  List<Generation> unfinished(ChannelId channel);
}
