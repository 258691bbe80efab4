package dev.foley.playground.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobTimesTest {
  private static Stream<Double> seconds(JobTimes times) {
    SplittableRandom random = new SplittableRandom(1);
    return Stream.generate(() -> times.draw(random)).limit(10_000)
        .map(drawn -> drawn.waiting().plus(drawn.working()).toNanos() / 1e9);
  }

  @Test
  void publishedTimesAreFiftyToSixtySecondsSpreadEvenly() {
    assertThat(seconds(JobTimes.PUBLISHED)).allMatch(s -> s >= 50 && s <= 60);
    assertThat(seconds(JobTimes.PUBLISHED).mapToDouble(s -> s).average().orElseThrow()).isBetween(54.8, 55.2);
  }

  @Test
  void aTailMakesItsShareOfJobsLongerButNeverEndless() {
    JobTimes tailed = JobTimes.PUBLISHED.withTail(0.15);
    assertThat(seconds(tailed).filter(s -> s > 60).count()).isBetween(1_400L, 1_600L);
    assertThat(seconds(tailed)).allMatch(s -> s <= 240);
  }

  @Test
  void theFactorDividesAll() {
    assertThat(seconds(JobTimes.PUBLISHED.dividedBy(10))).allMatch(s -> s >= 5 && s <= 6);
  }

  @Test
  void timesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> JobTimes.PUBLISHED.dividedBy(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JobTimes.PUBLISHED.withTail(1.5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JobTimes(Duration.ofSeconds(2), Duration.ofSeconds(1), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
