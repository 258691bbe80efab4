package dev.foley.playground.services;

import dev.foley.audio.PcmClip;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Music that waits for a permission. */
public final class HeldMusic extends TestTone {
  private final CountDownLatch permission = new CountDownLatch(1);

  public void permit() {
    permission.countDown();
  }

  @Override
  public PcmClip music(String prompt, Duration length, long seed) {
    try {
      permission.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return super.music(prompt, length, seed);
  }
}
