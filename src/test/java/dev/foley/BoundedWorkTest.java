package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
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
}
