package dev.foley.discord.usage;

import dev.foley.generation.policy.Period;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a member can ask about. Days are those of UTC, as budgets have them. */
enum UsagePeriod {
  TODAY("day", UsageText.DAY, UsageText.TODAY),
  THIS_MONTH("month", UsageText.MONTH, UsageText.THIS_MONTH),
  LAST_30_DAYS("30days", UsageText.DAYS_30, UsageText.LAST_30_DAYS);

  private static final int DAYS = 30;

  private final String choice;
  private final UsageText name;
  private final UsageText title;

  UsagePeriod(String choice, UsageText name, UsageText title) {
    this.choice = choice;
    this.name = name;
    this.title = title;
  }

  /** The one that was chosen; this month if it was left out, or forged. */
  static UsagePeriod of(Optional<String> choice) {
    return Arrays.stream(values()).filter(period -> choice.equals(Optional.of(period.choice))).findFirst()
        .orElse(THIS_MONTH);
  }

  /** What an option has for it. */
  String choice() {
    return choice;
  }

  /** What Discord shows of the choice. */
  UsageText label() {
    return name;
  }

  UsageText title() {
    return title;
  }

  Period at(Instant now) {
    return switch (this) {
      case TODAY -> Period.day(now);
      case THIS_MONTH -> Period.month(now);
      case LAST_30_DAYS -> {
        Period today = Period.day(now);
        yield new Period(today.end().minus(DAYS, ChronoUnit.DAYS), today.end());
      }
    };
  }

  /** What one bar of the picture stands for. */
  ChronoUnit step() {
    return this == TODAY ? ChronoUnit.HOURS : ChronoUnit.DAYS;
  }

  /** The first moment of each bar. */
  List<Instant> steps(Instant now) {
    Period period = at(now);
    return Stream.iterate(period.start(), period.end()::isAfter, start -> start.plus(1, step())).toList();
  }
}
