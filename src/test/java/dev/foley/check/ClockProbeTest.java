package dev.foley.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockProbeTest {
  private static final Instant TOLD = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void aDifferenceThatWholeSecondsAndASlowAnswerExplainIsNone() {
    assertThat(judged(Duration.ofMillis(5_900), Duration.ofMillis(6_000)).verdict()).isEqualTo(Verdict.OK);
    assertThat(judged(Duration.ofSeconds(-12), Duration.ofSeconds(-5)).verdict()).isEqualTo(Verdict.OK);
    assertThat(judged(Duration.ofSeconds(-8), Duration.ofSeconds(20)).verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void secondsAreAWarning() {
    assertThat(judged(Duration.ofSeconds(8), Duration.ofSeconds(9)))
        .isEqualTo(Finding.warning("Clock", "7 seconds ahead of Discord's.",
            "Let NTP keep it: timedatectl set-ntp true, or what your system has."));
    assertThat(judged(Duration.ofSeconds(-9), Duration.ofSeconds(-8)).words())
        .startsWith("8 seconds behind Discord's.");
  }

  @Test
  void minutesAreAProblem() {
    assertThat(judged(Duration.ofMinutes(3), Duration.ofMinutes(3)).verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(judged(Duration.ofMinutes(-3), Duration.ofMinutes(-3)).verdict()).isEqualTo(Verdict.PROBLEM);
  }

  private static Finding judged(Duration before, Duration after) {
    return ClockProbe.judged(TOLD.plus(before), TOLD, TOLD.plus(after));
  }
}
