package dev.foley.discord.interaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets acknowledgements go first. A member waits for "heard you", and Discord for no more than 3 s; what a request needs after that, and
 * what was asked for before, can begin some milliseconds later. On a machine with few cores all of it would else compete: with 200
 * commands a second on two cores, half of the acknowledgements took twice as long.
 *
 * <p>Who gives way does so for {@value #LONGEST_MILLIS} ms at the most, so that a service of Discord's that answers slowly holds up
 * nothing. Thread-safe.
 */
public final class RightOfWay {
  private static final int LONGEST_MILLIS = 30;

  private final Executor afterLongest;
  private final AtomicInteger claims = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  /** Guarded by the lock: one for all who wait, since a timer for each of them took longer than they waited. */
  private boolean timed;
  private long timesUp; // guarded by the lock

  public RightOfWay() {
    this(CompletableFuture.delayedExecutor(LONGEST_MILLIS, TimeUnit.MILLISECONDS, Thread::startVirtualThread));
  }

  /** @param afterLongest runs something when whoever waits now has waited long enough */
  RightOfWay(Executor afterLongest) {
    this.afterLongest = afterLongest;
  }

  /** An acknowledgement is about to be made. Does not block. */
  void claim() {
    claims.incrementAndGet();
  }

  /** It has been made, or has failed. */
  void release() {
    if (claims.decrementAndGet() == 0) {
      lock.lock();
      try {
        free.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Waits until no acknowledgement is being made; not for long, and not if the thread is interrupted. */
  public void giveWay() {
    if (claims.get() == 0) {
      return;
    }
    lock.lock();
    try {
      if (!timed) {
        timed = true;
        afterLongest.execute(this::timeIsUp);
      }
      long before = timesUp;
      while (claims.get() > 0 && timesUp == before) {
        free.await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void timeIsUp() {
    lock.lock();
    try {
      timed = false;
      timesUp++;
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
