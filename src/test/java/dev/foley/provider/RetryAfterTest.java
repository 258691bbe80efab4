package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0|PT0S", "120|PT2M", " 7 |PT7S", "999999999999999999|P1D",
      "Sat, 21 Nov 2026 03:00:30 GMT|PT30S",
      "Sat, 21 Nov 2026 02:00:00 GMT|PT0S",
      "Tue, 21 Nov 2056 03:00:30 GMT|P1D"})
  void readsSecondsAndDatesWithinBounds(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, CLOCK)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-3", "1.5", "99999999999999999999999", "2026-11-21T03:00:30Z"})
  void passesOverWhatMakesNoSense(String header) {
    assertThat(RetryAfter.parse(header, CLOCK)).isEmpty();
  }

  @Test
  void passesOverAnAbsentHeader() {
    assertThat(RetryAfter.parse(null, CLOCK)).isEmpty();
  }
}
