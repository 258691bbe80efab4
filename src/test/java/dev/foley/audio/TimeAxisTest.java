package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
  @ParameterizedTest
  @CsvSource({"500, 0:00.0 0:00.1 0:00.2 0:00.3 0:00.4 0:00.5", "3000, 0:00 0:01 0:02 0:03",
      "12000, 0:00 0:02 0:04 0:06 0:08 0:10 0:12", "30000, 0:00 0:05 0:10 0:15 0:20 0:25 0:30",
      "47000, 0:00 0:10 0:20 0:30 0:40", "190000, 0:00 0:30 1:00 1:30 2:00 2:30 3:00",
      "600000, 0:00 2:00 4:00 6:00 8:00 10:00"})
  void stepsAreRound(long lengthMillis, String labels) {
    assertThat(TimeAxis.ticks(lengthMillis, 8)).extracting(TimeAxis.Tick::label).containsExactly(labels.split(" "));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 99, 1_999, 2_000, 59_999, 3_600_000, 100_000_000, Integer.MAX_VALUE * 1_000L})
  void thereIsAlwaysABeginningAndNeverACrowd(long lengthMillis) {
    assertThat(TimeAxis.ticks(lengthMillis, 8)).hasSizeBetween(1, 8)
        .allSatisfy(tick -> assertThat(tick.atMillis()).isBetween(0L, lengthMillis));
  }
}
