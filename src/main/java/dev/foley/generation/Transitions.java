package dev.foley.generation;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes changes of state: the row first, then the cache, then whoever listens. Thread-safe. */
final class Transitions {
  private static final Logger log = LoggerFactory.getLogger(Transitions.class);

  private final GenerationStore store;
  private final PendingGenerations pending;
  private final GenerationListener listener;

  Transitions(GenerationStore store, PendingGenerations pending, GenerationListener listener) {
    this.store = store;
    this.pending = pending;
    this.listener = listener;
  }

  /**
   * Commits the next version of a generation.
   *
   * @return false if somebody else was faster; the caller reads the row again
   */
  boolean commit(Generation next) {
    return commit(next, List.of());
  }

  /** As above, with what it costs. */
  boolean commit(Generation next, List<LedgerEntry> entries) {
    if (!commitQuietly(next, entries)) {
      return false;
    }
    announce(next);
    return true;
  }

  /** The row alone, for whoever is in a hurry; {@link #announce} has to follow, before the next change. */
  boolean commitQuietly(Generation next, List<LedgerEntry> entries) {
    if (store.replace(next, entries)) {
      return true;
    }
    pending.forget(next.origin().channel());
    log.atInfo().addKeyValue("generationId", next.id()).addKeyValue("version", next.version())
        .log("Somebody else changed the generation first");
    return false;
  }

  /** Tells the cache, and whoever listens, what was committed. */
  void announce(Generation committed) {
    pending.committed(committed);
    listener.changed(committed);
  }

  /** For events that are no change of state. */
  GenerationListener listener() {
    return listener;
  }
}
