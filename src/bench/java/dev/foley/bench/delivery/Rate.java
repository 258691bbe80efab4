package dev.foley.bench.delivery;

import java.util.concurrent.TimeUnit;

/** So many bits a second, for all who share it. Thread-safe. */
final class Rate {
  private final double nanosPerByte;
  private long nextNanos = System.nanoTime();

  private Rate(double nanosPerByte) {
    this.nanosPerByte = nanosPerByte;
  }

  static Rate ofMegabits(double perSecond) {
    return new Rate(8_000 / perSecond);
  }

  static Rate unlimited() {
    return new Rate(0);
  }

  /** Waits until so many bytes may pass. */
  void await(int bytes) throws InterruptedException {
    long until;
    synchronized (this) {
      nextNanos = Math.max(nextNanos, System.nanoTime()) + Math.round(bytes * nanosPerByte);
      until = nextNanos;
    }
    TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
  }
}
