package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Java has no say for, a new Java may do otherwise: then acknowledgements are slower, and this test tells. */
class CarriersTest {
  private static final int CARRIERS = 4;

  /** In a process of its own: the carriers of this one have long been started. */
  @Test
  void allAreLessImportantThanOtherThreads() throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS, "-cp", System.getProperty("java.class.path"),
        Priorities.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();

    assertThat(process.waitFor()).isZero();
    assertThat(lines).filteredOn(line -> line.startsWith("CarrierThreads")).hasSize(CARRIERS)
        .containsOnly("CarrierThreads " + Carriers.PRIORITY);
    assertThat(lines).contains("main " + Thread.NORM_PRIORITY);
  }

  /** Keeps all carriers busy, started by a virtual thread as well as by this one, and prints what priority threads have. */
  static final class Priorities {
    private Priorities() {}

    public static void main(String[] args) throws InterruptedException {
      Carriers.givePrecedenceToOthers();
      CountDownLatch running = new CountDownLatch(CARRIERS);
      Thread.startVirtualThread(() -> IntStream.range(0, CARRIERS).forEach(_ -> Thread.startVirtualThread(() -> {
        running.countDown();
        while (!Thread.currentThread().isInterrupted()) {
          Thread.onSpinWait(); // until the process ends
        }
      })));
      running.await();
      Thread.getAllStackTraces().keySet().stream()
          .map(thread -> thread.getThreadGroup().getName() + " " + thread.getPriority()).forEach(System.out::println);
    }
  }
}
