package dev.foley.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void isReadyWithoutAnyCheck() {
    assertThat(new Readiness(List.of(), threads).look().ready()).isTrue();
  }

  @Test
  void aCheckThatThrowsHasFailed() {
    Readiness readiness = new Readiness(List.of(new Check("database", () -> {
      throw new IllegalStateException("gone");
    }, "It is gone.")), threads);

    assertThat(readiness.look()).isEqualTo(new Readiness.Report(Map.of("database", false),
        Map.of("database", "It is gone.")));
  }

  @Test
  void aCheckThatHangsHasFailedAndHidesNoOther() {
    CountDownLatch never = new CountDownLatch(1);
    Readiness readiness = new Readiness(List.of(new Check("scheduler", () -> true, "No."), new Check("database", () -> {
      try {
        never.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      return true;
    }, "It hangs.")), threads, Duration.ofMillis(200));

    assertThat(readiness.look()).isEqualTo(new Readiness.Report(
        Map.of("scheduler", true, "database", false), Map.of("database", "It hangs.")));
  }

  @Test
  void whatJsonWouldEscapeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Check("a\"b", () -> true, "No."));
    assertThatIllegalArgumentException().isThrownBy(() -> new Check("a", () -> true, "Say \"no\"."));
  }
}
