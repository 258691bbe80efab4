package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.Playground;
import dev.foley.playground.services.ServiceHooks;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Questions to the simulated AIML API that are not answered before they are released, so that bots have steps in hand. */
final class HeldPolls implements ServiceHooks {
  private final CountDownLatch polled;
  private final CountDownLatch released = new CountDownLatch(1);

  /** @param polls how many of them {@link #awaitAll} waits for */
  HeldPolls(Playground playground, int polls) {
    polled = new CountDownLatch(polls);
    playground.aimlApi().addHooks(this);
  }

  @Override
  public void polled(String jobId) {
    polled.countDown();
    try {
      released.await(WholeBot.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void awaitAll() throws InterruptedException {
    assertThat(polled.await(WholeBot.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  void release() {
    released.countDown();
  }
}
