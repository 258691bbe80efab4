package dev.foley.store;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Virtual threads named {@code foley-work-…}, at most so many at once. Handing over work waits for a free one instead of
 * queueing, which stops db-scheduler from fetching more due timers than can run: they stay in the database, where they are safe
 * and another instance can take them.
 *
 * <p>Work is never interrupted: a step cut off in the middle of a call would record a failure that has not happened. What still
 * runs when the patience of {@link #awaitTermination} is over ends with the process; its row says where to go on.
 */
final class WorkExecutor extends AbstractExecutorService {
  private static final Logger log = LoggerFactory.getLogger(WorkExecutor.class);

  private final ExecutorService threads = Executors
      .newThreadPerTaskExecutor(Thread.ofVirtual().name("foley-work-", 0).factory());
  private final Semaphore permits;
  private final AtomicBoolean failing = new AtomicBoolean();
  private volatile boolean givenUp;

  WorkExecutor(int workers) {
    this.permits = new Semaphore(workers);
  }

  /** Called by db-scheduler's polling thread, which is interrupted only to end it; the work is left to the next start then. */
  @Override
  public void execute(Runnable work) {
    try {
      permits.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      threads.execute(() -> run(work));
    } catch (RejectedExecutionException _) {
      permits.release(); // shut down meanwhile
    }
  }

  /** db-scheduler catches what steps throw; what arrives here is a claim that the database did not take. */
  private void run(Runnable work) {
    try {
      work.run();
      if (failing.compareAndSet(true, false)) {
        log.atInfo().log("Timers can be claimed again");
      }
    } catch (RuntimeException e) {
      if (failing.compareAndSet(false, true)) { // once, not ten times a second
        log.atError().setCause(e).log("Timers cannot be claimed; they stay due");
      }
    } finally {
      permits.release();
    }
  }

  @Override
  public void shutdown() {
    threads.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    threads.shutdown();
    givenUp = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return threads.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return threads.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return givenUp ? threads.isTerminated() : threads.awaitTermination(timeout, unit);
  }
}
