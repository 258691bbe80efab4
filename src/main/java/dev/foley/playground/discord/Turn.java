package dev.foley.playground.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Whose turn it is: one lock over everything that the local Discord remembers, held for microseconds and never during
 * I/O on bodies or files. Gateway events are queued to the sockets in the same turn, so that their order is the order
 * of what happened.
 */
final class Turn {
  /** Conditions that depend on the clock, which tells nobody when it moves, are looked at again this often. */
  private static final long RECHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  <T> T call(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  void run(Runnable action) {
    call(() -> {
      action.run();
      return true;
    });
  }

  /** Waits until {@code probe}, called with the turn held, finds something; empty after {@code timeout}. */
  <T> Optional<T> await(Duration timeout, Supplier<Optional<T>> probe) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<T> found = probe.get();
        long left = deadline - System.nanoTime();
        if (found.isPresent() || left <= 0) {
          return found;
        }
        long _ = changed.awaitNanos(Math.min(left, RECHECK_NANOS));
      }
    } finally {
      lock.unlock();
    }
  }
}
