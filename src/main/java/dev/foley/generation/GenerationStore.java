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
  default void insert(List<Generation> takes) {
    insert(takes, List.of(), Gate.OPEN);
  }

  /**
   * As above, unless a limit stands against it, with what it may cost.
   *
   * @param reserved lines of the {@link Ledger}, written in the same transaction
   * @param gate asked within the transaction, which nobody else's order can come between
   * @return the limit; then nothing was recorded
   */
  Optional<LimitReached> insert(List<Generation> takes, List<LedgerEntry> reserved, Gate gate);

  Optional<Generation> find(GenerationId id);

  /**
   * Compare-and-set: writes {@code next} over version {@code next.version() - 1} and, in the same transaction, lines of the
   * {@link Ledger}. A line that is there already is left as it is, unless the new one has a figure that the service reported.
   *
   * @return false if the row has another version by now: somebody else was faster, which is normal; no line is written then
   */
  boolean replace(Generation next, List<LedgerEntry> entries);

  /** As above, for a change that costs nothing. */
  default boolean replace(Generation next) {
    return replace(next, List.of());
  }

  /**
   * Notes that the first byte of a submit is about to leave, whose row says {@code Submitting}. That outlives the process, not necessarily
   * the operating system; {@link #neverLeft} knows the difference.
   */
  default void leaves(GenerationId id) {}

  /**
   * Whether it is certain that nothing of a submit was sent although the row says {@code Submitting}: its process ended in between. False
   * where nobody knows.
   */
  default boolean neverLeft(GenerationId id) {
    return false;
  }

  /** All takes of a request, in their order; empty if there is no such request. One look-up by index. */
  List<Generation> takes(GenerationId first);

  /** The generations of a channel that are not final, oldest first. */
  List<Generation> unfinished(ChannelId channel);
}
