package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foley.discord.interaction.PermittedWork;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BoundedWorkTest {
  @Test
  void fullPermitsAreAnAnswerWhichIsCounted() throws Exception {
    BoundedWork work = new BoundedWork(1);
    CountDownLatch end = new CountDownLatch(1);
    work.execute(() -> {
      try {
        end.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    });

    assertThat(work.permits()).isEqualTo(1);
    assertThat(work.inUse()).isEqualTo(1);
    assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> work.execute(() -> {}));
    assertThat(work.refused()).isEqualTo(1);

    end.countDown();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> work.inUse() == 0);
    work.close();
  }

  @Test
  void aPermitIsTakenUntilItsTaskHasEndedOrItIsGivenBack() {
    BoundedWork work = new BoundedWork(1);
    PermittedWork.Permit permit = work.acquire().orElseThrow();
    assertThat(work.acquire()).isEmpty();
    assertThat(work.refused()).isEqualTo(1);

    permit.release();
    CountDownLatch done = new CountDownLatch(1);
    work.acquire().orElseThrow().use(done::countDown);

    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> done.getCount() == 0 && work.inUse() == 0);
  }

  @Test
  void theEndWaitsForWhatHasAPermitAndHasNotBegun() throws Exception {
    BoundedWork work = new BoundedWork(2);
    PermittedWork.Permit permit = work.acquire().orElseThrow();
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Thread closing = Thread.startVirtualThread(() -> {
      try {
        work.close();
        closed.complete(null);
      } catch (InterruptedException e) {
        closed.completeExceptionally(e);
      }
    });
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> closing.getState() == Thread.State.TIMED_WAITING);

    permit.use(done::countDown);

    closed.get(5, TimeUnit.SECONDS);
    assertThat(done.getCount()).isZero();
    assertThat(work.acquire()).isEmpty();
  }
}
