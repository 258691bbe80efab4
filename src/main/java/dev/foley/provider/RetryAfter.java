package dev.foley.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Retry-After} header of HTTP: seconds, or a date. Bounded, so that one odd answer cannot stop us for
 * years.
 */
public final class RetryAfter {
  public static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /**
   * @return between zero and {@link #LONGEST}; empty if the header is absent or makes no sense
   * @see "RFC 9110, 10.2.3"
   */
  public static Optional<Duration> parse(@Nullable String header, InstantSource clock) {
    if (header == null) {
      return Optional.empty();
    }
    String value = header.strip();
    if (value.matches("\\d{1,18}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value))));
    }
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      return Optional.of(bounded(Duration.between(clock.instant(), date)));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
