package dev.foley;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Work that may wait, each task at once and on a virtual thread of its own, named {@code foley-intake-…}. Full permits are an answer,
 * a {@link RejectedExecutionException}, not a longer queue. Thread-safe.
 */
final class BoundedWork implements Executor {
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
  public void execute(Runnable task) {
    if (!permits.tryAcquire()) {
      refused.increment();
      throw new RejectedExecutionException("all permits are taken");
    }
    try {
      threads.execute(() -> {
        try {
          task.run();
        } finally {
          permits.release();
        }
      });
    } catch (RejectedExecutionException e) {
      permits.release();
      throw e;
    }
  }

  /** Takes nothing more, and waits a while for what is in hand. */
  void close() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}
