package dev.foley;

import dev.foley.discord.interaction.PermittedWork;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Work that may wait, each task on a virtual thread of its own, named {@code foley-intake-…}. That all permits are taken is an answer,
 * not a longer queue.
 */
final class BoundedWork implements PermittedWork {
  private static final int GRACE_SECONDS = 10;

  private final ExecutorService threads = Executors
      .newThreadPerTaskExecutor(Thread.ofVirtual().name("foley-intake-", 0).factory());
  private final int most;
  private final Semaphore permits;
  private final LongAdder refused = new LongAdder();

  BoundedWork(int permits) {
    this.most = permits;
    this.permits = new Semaphore(permits);
  }

  int permits() {
    return most;
  }

  int inUse() {
    return most - permits.availablePermits();
  }

  /** How often the answer was no since the start. */
  long refused() {
    return refused.sum();
  }

  @Override
  public Optional<Permit> acquire() {
    if (permits.tryAcquire()) {
      return Optional.of(new Taken());
    }
    refused.increment();
    return Optional.empty();
  }

  @Override
  public void execute(Runnable task) {
    acquire().orElseThrow(() -> new RejectedExecutionException("all permits are taken")).use(task);
  }

  /** Waits a while for what is in hand, a permit for something that has not begun included; then takes nothing more. */
  void close() throws InterruptedException {
    if (permits.tryAcquire(most, GRACE_SECONDS, TimeUnit.SECONDS)) {
      threads.shutdown();
    } else {
      threads.shutdownNow();
    }
  }

  /** One of the permits. */
  private final class Taken implements Permit {
    @Override
    public void use(Runnable task) {
      try {
        threads.execute(() -> {
          try {
            task.run();
          } finally {
            release();
          }
        });
      } catch (RejectedExecutionException e) {
        release();
        throw e;
      }
    }

    @Override
    public void release() {
      permits.release();
    }
  }
}
