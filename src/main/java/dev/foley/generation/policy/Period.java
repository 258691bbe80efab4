package dev.foley.generation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A day or a month of UTC, which a budget lasts for.
 *
 * @param start the first moment of it
 * @param end the first moment after it, when the budget renews
 */
public record Period(Instant start, Instant end) {
  /** The day that a moment belongs to. */
  public static Period day(Instant now) {
    Instant start = now.truncatedTo(ChronoUnit.DAYS);
    return new Period(start, start.plus(1, ChronoUnit.DAYS));
  }

  /** The month that a moment belongs to. */
  public static Period month(Instant now) {
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
    return new Period(startOf(first), startOf(first.plusMonths(1)));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
