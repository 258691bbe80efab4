package dev.foley.config;

import static java.time.Duration.ofDays;

import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Tariff;
import dev.foley.provider.CostUnit;
import dev.foley.provider.Retention;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of what members may ask for, what it is worth, and what is kept of it. */
final class LimitKeys {
  private static final Format<BigDecimal> CREDITS = new Amounts(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000_000));
  private static final Format<BigDecimal> WORTH = new Amounts(new BigDecimal("0.000001"),
      BigDecimal.valueOf(1_000_000));

  static final Key<Optional<BigDecimal>> MEMBER_DAILY = budget("memberDaily");
  static final Key<Optional<BigDecimal>> MEMBER_MONTHLY = budget("memberMonthly");
  static final Key<Optional<BigDecimal>> GUILD_DAILY = budget("guildDaily");
  static final Key<Optional<BigDecimal>> GUILD_MONTHLY = budget("guildMonthly");
  static final Key<Integer> PENDING_PER_MEMBER = Key.of("limits.pendingPerMember", Formats.integer(1, 10_000),
      Limits.DEFAULT.pendingPerMember().orElseThrow());
  static final Key<Integer> PENDING_PER_CHANNEL = Key.of("limits.pendingPerChannel", Formats.integer(1, 10_000),
      Limits.DEFAULT.pendingPerChannel().orElseThrow());
  static final Key<Duration> COOLDOWN = Key.of("limits.cooldown", new Durations(Duration.ZERO, ofDays(1)),
      Limits.DEFAULT.cooldown());
  static final Key<Optional<BigDecimal>> CONFIRM_ABOVE = Key.of("limits.confirmAbove", Formats.unless("never", CREDITS),
      Limits.DEFAULT.confirmAbove());

  static final Key<BigDecimal> ELEVENLABS_CREDIT = worth("elevenlabs", CostUnit.ELEVENLABS_CREDITS);
  static final Key<BigDecimal> FAL_UNIT = worth("fal", CostUnit.FAL_UNITS);

  static final Key<Duration> KEEP_FOR = Key.of("results.keepFor", new Durations(Duration.ZERO, ofDays(3_650)),
      Retention.DEFAULT.keepFor());
  static final Key<Long> KEEP_SIZE = Key.of("results.keepSize", new Sizes(1L << 20, 1L << 40),
      Retention.DEFAULT.keepBytes());

  static final List<Key<?>> ALL = List.of(MEMBER_DAILY, MEMBER_MONTHLY, GUILD_DAILY, GUILD_MONTHLY, PENDING_PER_MEMBER,
      PENDING_PER_CHANNEL, COOLDOWN, CONFIRM_ABOVE, ELEVENLABS_CREDIT, FAL_UNIT, KEEP_FOR, KEEP_SIZE);

  private LimitKeys() {}

  private static Key<Optional<BigDecimal>> budget(String name) {
    return Key.of("limits." + name, Formats.optional(CREDITS), Optional.empty());
  }

  private static Key<BigDecimal> worth(String service, CostUnit unit) {
    return Key.of("credits." + service, WORTH, Objects.requireNonNull(Tariff.DEFAULT.worth().get(unit)));
  }

  static Limits limits(Values values) {
    return new Limits(new Budget(values.get(MEMBER_DAILY), values.get(MEMBER_MONTHLY)),
        new Budget(values.get(GUILD_DAILY), values.get(GUILD_MONTHLY)), OptionalInt.of(values.get(PENDING_PER_MEMBER)),
        OptionalInt.of(values.get(PENDING_PER_CHANNEL)), values.get(COOLDOWN), values.get(CONFIRM_ABOVE));
  }

  static Tariff tariff(Values values) {
    return new Tariff(Map.of(CostUnit.ELEVENLABS_CREDITS, values.get(ELEVENLABS_CREDIT), CostUnit.FAL_UNITS,
        values.get(FAL_UNIT)));
  }

  static Retention retention(Values values) {
    return new Retention(values.get(KEEP_FOR), values.get(KEEP_SIZE));
  }
}
