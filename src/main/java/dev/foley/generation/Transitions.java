package dev.foley.generation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes changes of state: the row first, then the cache, then whoever listens. Thread-safe. */
final class Transitions {
  private static final Logger log = LoggerFactory.getLogger(Transitions.class);

  private final GenerationStore store;
  private final PendingGenerations pending;
  private final GenerationListener listener;
  /**
   * The change that the database did not take, of each generation whose latest one that is. Most are found out anew; the answer to a
   * submit cannot be, and has been paid for.
   */
  private final Map<GenerationId, Unwritten> unwritten = new ConcurrentHashMap<>();

  private record Unwritten(Generation next, List<LedgerEntry> entries) {}

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
    if (replace(next, entries)) {
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

  /**
   * Writes down what became of a submit, if the database did not take it when it was known.
   *
   * @param submitting as it is found now
   * @return false if nobody here knows what became of it
   * @throws StoreException if the database still does not answer; it is remembered on
   */
  boolean writeAgain(Generation submitting) {
    Unwritten known = unwritten.get(submitting.id());
    if (known == null || known.next().version() != submitting.version() + 1) {
      return false;
    }
    commit(known.next(), known.entries());
    return true;
  }

  private boolean replace(Generation next, List<LedgerEntry> entries) {
    try {
      boolean replaced = store.replace(next, entries);
      unwritten.remove(next.id());
      return replaced;
    } catch (StoreException e) {
      unwritten.put(next.id(), new Unwritten(next, entries));
      throw e;
    }
  }

  /** A submit that was committed is about to leave. */
  void leaves(Generation submitting) {
    store.leaves(submitting.id());
  }

  /** Whether a submit that was committed certainly did not leave. */
  boolean neverLeft(Generation submitting) {
    return store.neverLeft(submitting.id());
  }

  /** For events that are no change of state. */
  GenerationListener listener() {
    return listener;
  }
}
