package dev.foley.bench.chaos;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Kills the bot when a moment comes that it is set for; once for each setting. The kill happens on the thread of the request that came
 * to the moment, so that the bot is gone before the request is answered. Thread-safe.
 */
final class Trigger {
  /** Kills the bot, and returns when it is gone. */
  interface Kill {
    void now() throws InterruptedException;
  }

  private final Kill kill;
  private @Nullable KillMoment moment; // guarded by this
  private Duration delay = Duration.ZERO; // guarded by this
  private CountDownLatch fired = new CountDownLatch(1); // guarded by this

  Trigger(Kill kill) {
    this.kill = kill;
  }

  /** @param after how long after the moment */
  synchronized void set(KillMoment at, Duration after) {
    moment = at;
    delay = after;
    fired = new CountDownLatch(1);
  }

  synchronized boolean isSetFor(KillMoment candidate) {
    return moment == candidate;
  }

  /** A request has come to a moment. */
  void reached(KillMoment reached) {
    Duration pause;
    synchronized (this) {
      if (moment != reached) {
        return;
      }
      moment = null;
      pause = delay;
    }
    fire(pause);
  }

  /** @return false if the moment did not come in time; then it will not come any more */
  boolean await(Duration patience) throws InterruptedException {
    CountDownLatch latch;
    synchronized (this) {
      latch = fired;
    }
    if (latch.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    synchronized (this) {
      if (moment != null) {
        moment = null;
        return false;
      }
    }
    latch.await();
    return true;
  }

  private void fire(Duration pause) {
    CountDownLatch latch;
    synchronized (this) {
      latch = fired;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      kill.now();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      latch.countDown();
    }
  }
}
