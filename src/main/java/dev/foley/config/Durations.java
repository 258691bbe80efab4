package dev.foley.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 10m}, {@code 30s}, {@code 1h 30m}. */
record Durations(Duration least, Duration most) implements Format<Duration> {
  private static final Pattern PART = Pattern.compile("\\s*(\\d{1,9})\\s*(ms|s|m|h|d)\\s*");
  private static final String[] UNITS = {"d", "h", "m", "s"};
  private static final Duration[] LENGTHS = {Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(1),
      Duration.ofSeconds(1)};

  @Override
  public String form() {
    return "a duration, from " + write(least) + " to " + write(most);
  }

  @Override
  public Duration read(String text) throws UnfitValueException {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (end < text.length()) {
      if (!part.region(end, text.length()).lookingAt()) {
        throw UnfitValueException.of(text, "write a number with its unit (ms, s, m, h or d), such as 10m or 30s");
      }
      sum = sum.plus(length(Long.parseLong(part.group(1)), part.group(2)));
      end = part.end();
    }
    if (sum.compareTo(least) < 0 || sum.compareTo(most) > 0) {
      throw UnfitValueException.of(text, "write a duration from " + write(least) + " to " + write(most));
    }
    return sum;
  }

  private static Duration length(long number, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> throw new IllegalArgumentException(unit);
    };
  }

  /** In the largest unit that leaves a whole number. */
  static String write(Duration duration) {
    for (int i = 0; i < UNITS.length; i++) {
      long count = duration.dividedBy(LENGTHS[i]);
      if (count > 0 && LENGTHS[i].multipliedBy(count).equals(duration)) {
        return count + UNITS[i];
      }
    }
    return duration.isZero() ? "0s" : duration.toMillis() + "ms";
  }
}
