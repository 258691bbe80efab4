package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(requests).isBetween(10, 20);
    assertThat(Duration.between(done, asked)).isLessThanOrEqualTo(Duration.ofSeconds(5));
  }
}
