package dev.foley.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
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
    assertThat(new Readiness(Map.of(), threads).look().ready()).isTrue();
  }

  @Test
  void aCheckThatThrowsHasFailed() {
    Readiness readiness = new Readiness(Map.of("database", () -> {
      throw new IllegalStateException("gone");
    }), threads);

    assertThat(readiness.look()).isEqualTo(new Readiness.Report(Map.of("database", false)));
  }

  @Test
  void aCheckThatHangsHasFailedAndHidesNoOther() {
    CountDownLatch never = new CountDownLatch(1);
    Readiness readiness = new Readiness(Map.of("scheduler", () -> true, "database", () -> {
      try {
        never.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      return true;
    }), threads, Duration.ofMillis(200));

    assertThat(readiness.look()).isEqualTo(new Readiness.Report(Map.of("scheduler", true, "database", false)));
  }

  @Test
  void namesThatJsonWouldEscapeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Readiness(Map.of("a\"b", () -> true), threads));
  }
}
