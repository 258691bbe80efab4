package dev.foley.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CheckupTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @FunctionalInterface
  private interface Look {
    Finding look() throws InterruptedException;
  }

  private record Looking(String subject, Look act) implements Probe {
    @Override
    public Finding look() throws InterruptedException {
      return act.look();
    }
  }

  @Test
  void allLookAtTheSameTimeAndAreToldInOrder() throws Exception {
    CountDownLatch secondLooks = new CountDownLatch(1);
    Finding first = Finding.ok("first", "waited for the second");
    Finding second = Finding.ok("second", "did not");

    assertThat(Checkup.of(List.of(new Looking("first", () -> {
      secondLooks.await();
      return first;
    }), new Looking("second", () -> {
      secondLooks.countDown();
      return second;
    })), LONG)).containsExactly(first, second);
  }

  @Test
  void whoSaysNothingIsInterruptedAndToldAsAProblem() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    Finding fine = Finding.ok("fine", "answers");

    List<Finding> findings = Checkup.of(List.of(new Looking("silent", () -> {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
      throw new AssertionError("nobody answers");
    }), new Looking("fine", () -> fine)), Duration.ofSeconds(1));

    assertThat(findings.getFirst().words()).isEqualTo("No answer within 1 s.");
    assertThat(findings.getFirst().verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(findings.getLast()).isEqualTo(fine);
    interrupted.await();
  }

  @Test
  void aProbeThatFailsIsAFindingWithoutItsMessage() throws Exception {
    assertThat(Checkup.of(List.of(new Looking("broken", () -> {
      throw new IllegalStateException("sk-secret");
    })), LONG)).singleElement().satisfies(finding -> {
      assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
      assertThat(finding.toString()).contains("IllegalStateException").doesNotContain("sk-secret");
    });
  }
}
