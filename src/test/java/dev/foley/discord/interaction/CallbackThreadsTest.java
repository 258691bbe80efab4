package dev.foley.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallbackThreadsTest {
  private static final int MANY = 100;

  private final CallbackThreads threads = new CallbackThreads();

  @Test
  void aCallbackHasAThreadOfTheOperatingSystem() throws Exception {
    CompletableFuture<Boolean> isVirtual = new CompletableFuture<>();
    CompletableFuture<Boolean> isCurrent = new CompletableFuture<>();
    threads.execute(() -> {
      isVirtual.complete(Thread.currentThread().isVirtual());
      isCurrent.complete(threads.isCurrent());
    });

    assertThat(isVirtual.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(isCurrent.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(threads.isCurrent()).isFalse();
  }

  @Test
  void noneWaitsForAnother() throws Exception {
    CountDownLatch all = new CountDownLatch(MANY);
    AtomicInteger virtual = new AtomicInteger();
    for (int i = 0; i < MANY; i++) {
      threads.execute(() -> {
        if (Thread.currentThread().isVirtual()) {
          virtual.incrementAndGet();
        }
        all.countDown();
        try {
          all.await(); // as one does that Discord does not answer
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      });
    }

    assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(virtual).hasValue(MANY - 32);
  }
}
