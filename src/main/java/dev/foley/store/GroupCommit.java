package dev.foley.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Changes that many threads want to make at about the same time, committed together.
 *
 * <p><b>The problem.</b> A commit that has to survive a power cut waits for the disk: 1 ms on a good one, 5 to 10 on many. SQLite has
 * one writer, so that is how often a second it can commit, however small the changes are; and each waking of a generation has two
 * or three.
 *
 * <p><b>The mechanism.</b> Whoever wants to change something puts it into a queue. If nobody is committing, that thread takes what is
 * there, its own change first, and makes all of it in one transaction; else it waits, and what has gathered when that commit is through
 * is the next transaction. Nobody waits to fill a group: one change alone is committed at once, and the slower the disk, the larger
 * the groups. Each waits until its group is on the disk, so a change that was reported as made is as durable as one that was committed
 * by itself.
 *
 * <p><b>How it fails.</b> A change that throws rolls back its group; the others are made again without it. After
 * {@value #BAD_APPLES} of them it is taken for the database's fault, not the changes', and all that is left fails the same way. A
 * process that dies loses the whole group, of which nobody has been told yet.
 */
final class GroupCommit implements Writes {
  private static final int LARGEST = 256;
  private static final int BAD_APPLES = 2;

  /** The connection of the transaction that this thread is in. */
  private static final ScopedValue<Connection> CONNECTION = ScopedValue.newInstance();

  private final Jdbi jdbi;
  private final Queue<Change<?>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean committing = new AtomicBoolean();

  private record Change<T>(Function<Handle, T> work, CompletableFuture<T> outcome) {
    /** @return tells its thread that it is committed */
    Runnable make(Handle handle) {
      T result = work.apply(handle);
      return () -> outcome.complete(result);
    }
  }

  GroupCommit(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public <T> T commit(Function<Handle, T> work) {
    Change<T> mine = new Change<>(work, new CompletableFuture<>());
    waiting.add(mine);
    if (committing.compareAndSet(false, true)) {
      commitNext();
    }
    try {
      return mine.outcome().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void commitTimers(Runnable change) {
    commit(_ -> {
      change.run();
      return true;
    });
  }

  /** How many changes wait for the commit that is under way. */
  int waiting() {
    return waiting.size();
  }

  /** The connection of the group that is being made by this thread; empty outside of one. */
  static Optional<Connection> connection() {
    return CONNECTION.isBound() ? Optional.of(CONNECTION.get()) : Optional.empty();
  }

  /** Called by whoever has set {@link #committing}. What came meanwhile is left to a thread of its own: the caller has work to do. */
  private void commitNext() {
    boolean interrupted = Thread.interrupted(); // must not keep the others' changes from the pool's connection
    try {
      List<Change<?>> group = new ArrayList<>();
      for (Change<?> next = waiting.poll(); next != null; next = group.size() < LARGEST ? waiting.poll() : null) {
        group.add(next);
      }
      commit(group);
    } finally {
      committing.set(false);
      if (!waiting.isEmpty() && committing.compareAndSet(false, true)) {
        Thread.ofVirtual().name("foley-commit").start(this::commitNext);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void commit(List<Change<?>> group) {
    int failures = 0;
    while (!group.isEmpty()) {
      List<Runnable> made = new ArrayList<>();
      try {
        jdbi.useTransaction(handle -> ScopedValue.where(CONNECTION, handle.getConnection())
            .run(() -> group.forEach(change -> made.add(change.make(handle)))));
        made.forEach(Runnable::run);
        return;
      } catch (RuntimeException | Error e) {
        failures++;
        List<Change<?>> failed = failures < BAD_APPLES && made.size() < group.size()
            ? group.subList(made.size(), made.size() + 1)
            : group;
        failed.forEach(change -> change.outcome().completeExceptionally(e));
        failed.clear();
      }
    }
  }
}
