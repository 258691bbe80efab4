package dev.foley.discord;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PromptSchedulerTest {
  private final ExecutorService threads = Executors
      .newThreadPerTaskExecutor(Thread.ofVirtual().name("given-", 0).factory());
  private final PromptScheduler scheduler = new PromptScheduler(threads);

  @AfterEach
  void close() {
    scheduler.shutdownNow();
    threads.close();
  }

  @Test
  void whatIsDueDoesNotWaitForTheTimer() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    scheduler.execute(() -> reached(held)); // would hold a timer of one thread
    AtomicReference<String> name = new AtomicReference<>();

    ScheduledFuture<?> done = scheduler.schedule(() -> name.set(Thread.currentThread().getName()), 0, MILLISECONDS);

    done.get(10, SECONDS);
    assertThat(name.get()).startsWith("given-");
    assertThat(done.getDelay(MILLISECONDS)).isZero();
    held.countDown();
  }

  @Test
  void whatIsNotDueYetWaitsAndThenGetsAThreadOfItsOwn() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch both = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      ScheduledFuture<?> _ = scheduler.schedule(() -> {
        both.countDown();
        reached(held);
      }, 20, MILLISECONDS);
    }

    assertThat(both.await(10, SECONDS)).isTrue();
    held.countDown();
  }

  @Test
  void whatIsTakenBackInTimeDoesNotHappen() throws Exception {
    CountDownLatch happened = new CountDownLatch(1);
    ScheduledFuture<?> never = scheduler.schedule(happened::countDown, 100, MILLISECONDS);

    assertThat(never.cancel(false)).isTrue();
    assertThat(happened.await(300, MILLISECONDS)).isFalse();
  }

  private static void reached(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
