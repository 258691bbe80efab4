package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.polling.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@link Backoff} and {@link PollPlan}: how long is waited, and how often asked. */
class WaitsTest {
  private static final Instant ACCEPTED = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void backoffGrowsFromHalfASecondToHalfAMinute() {
    Backoff backoff = new Backoff(new Random(7));
    for (int failures = 1; failures <= 40; failures++) {
      long planned = Math.min(30_000, 500L << Math.min(failures - 1, 6));
      assertThat(backoff.after(failures, Duration.ZERO).toMillis()).isBetween(planned * 3 / 4, planned * 5 / 4);
    }
  }

  @Test
  void backoffNeverUndercutsWhatTheOtherSideAskedFor() {
    assertThat(new Backoff(new Random(7)).after(1, Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void aJobOfUsualLengthIsAskedAboutAFewTimesAndFoundWithinFiveSeconds() {
    Instant done = ACCEPTED.plusSeconds(55);
    int requests = 1;
    Instant asked = PollPlan.first(ACCEPTED);
    while (asked.isBefore(done)) {
      asked = PollPlan.next(ACCEPTED, asked);
      requests++;
    }
    assertThat(requests).isBetween(10, 15);
    assertThat(Duration.between(done, asked)).isLessThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void oneThatTakesSecondsIsFoundWithinHalfOfItsTimeAndOneThatTakesMinutesAskedAboutAsOftenAsTheSampleClientDoes() {
    assertThat(after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    assertThat(after(Duration.ofSeconds(6))).isEqualTo(Duration.ofSeconds(3));
    assertThat(after(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(5));
    assertThat(after(Duration.ofSeconds(90))).isEqualTo(Duration.ofMillis(7_500));
    assertThat(after(Duration.ofHours(2))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void whatAServicePublishesPutsOffTheFirstQuestionALittle() {
    assertThat(PollPlan.first(ACCEPTED, new Interval(50, 60))).isEqualTo(ACCEPTED.plusSeconds(2));
    assertThat(PollPlan.first(ACCEPTED, new Interval(8, 10))).isEqualTo(ACCEPTED.plusSeconds(1));
  }

  private static Duration after(Duration elapsed) {
    Instant now = ACCEPTED.plus(elapsed);
    return Duration.between(now, PollPlan.next(ACCEPTED, now));
  }
}
