package dev.foley.discord.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.usage.Usage.Allowance;
import dev.foley.discord.usage.Usage.Scope;
import dev.foley.discord.usage.Usage.Step;
import dev.foley.generation.ChannelId;
import dev.foley.generation.FakeClock;
import dev.foley.generation.Gate;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GuildId;
import dev.foley.generation.History.Tally;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.InMemoryRecords;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.Order;
import dev.foley.generation.Origin;
import dev.foley.generation.Payer;
import dev.foley.generation.Takes;
import dev.foley.generation.UserId;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Preferences;
import dev.foley.generation.policy.Tariff;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ProviderName;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant MONTH_END = Instant.parse("2026-12-01T00:00:00Z");
  private static final UserId BEN = new UserId(301);

  private final InMemoryGenerationStore store = new InMemoryGenerationStore();
  private final InMemoryRecords records = new InMemoryRecords(store);
  private final FakeClock clock = new FakeClock();
  private int recorded;

  @BeforeEach
  void atNoon() {
    clock.set(NOON);
  }

  @Test
  void whatAMemberSpentEverywhereStandsBesideWhatTheServerSpent() {
    spend(Samples.origin(), NOON, 2, "0.03");
    spend(Samples.directOrigin(), NOON, 1, "0.01");
    spend(by(BEN), NOON, 1, "0.05");
    Usage usage = read(Limits.DEFAULT, Preferences.NONE, UsagePeriod.THIS_MONTH);
    assertThat(usage.member().amounts().in(CostUnit.USD)).isEqualByComparingTo("0.07");
    assertThat(usage.member().credits()).isEqualByComparingTo("7");
    assertThat(usage.server().orElseThrow().credits()).isEqualByComparingTo("11");
    assertThat(usage.requests())
        .containsExactly(new Tally(SoundKind.MUSIC, Samples.STABLE_AUDIO.id(), 2, 3));
  }

  @Test
  void inDirectMessagesThereIsNoServer() {
    spend(Samples.origin(), NOON, 1, "0.03");
    Usage usage = reader(Limits.DEFAULT, Preferences.NONE).read(Samples.directOrigin(), UsagePeriod.TODAY);
    assertThat(usage.server()).isEmpty();
    assertThat(usage.member().credits()).isEqualByComparingTo("3");
  }

  @Test
  void eachRequestCountsToItsOwnDay() {
    spend(Samples.origin(), Instant.parse("2026-10-31T23:59:59Z"), 1, "9");
    spend(Samples.origin(), Instant.parse("2026-11-01T00:00:00Z"), 1, "0.01");
    spend(Samples.origin(), Instant.parse("2026-11-20T23:59:59Z"), 1, "0.02");
    spend(Samples.origin(), Instant.parse("2026-11-21T00:00:00Z"), 1, "0.04");
    Usage month = read(Limits.DEFAULT, Preferences.NONE, UsagePeriod.THIS_MONTH);
    assertThat(month.member().credits()).isEqualByComparingTo("7");
    assertThat(month.member().steps()).hasSize(30);
    assertThat(spentOn(month)).isEqualTo(Map.of("2026-11-01T00:00:00Z", 1, "2026-11-20T00:00:00Z", 2,
        "2026-11-21T00:00:00Z", 4));
    Usage today = read(Limits.DEFAULT, Preferences.NONE, UsagePeriod.TODAY);
    assertThat(today.member().credits()).isEqualByComparingTo("4");
    assertThat(today.member().steps()).hasSize(24);
    Usage days = read(Limits.DEFAULT, Preferences.NONE, UsagePeriod.LAST_30_DAYS);
    assertThat(days.member().credits()).isEqualByComparingTo("907");
    assertThat(days.member().steps()).hasSize(30);
    assertThat(days.member().steps().getFirst().start()).isEqualTo("2026-10-23T00:00:00Z");
  }

  @Test
  void everyBudgetThatCountsHereIsShownWithWhatIsLeft() {
    spend(Samples.origin(), NOON, 1, "0.03");
    spend(Samples.directOrigin(), NOON, 1, "0.01");
    spend(by(BEN), NOON, 1, "0.20");
    spend(Samples.origin(), NOON.minus(Duration.ofDays(2)), 1, "0.10");
    Limits limits = limits(budget("50", "100"), budget("", "1000"));
    Preferences narrower = preferences(budget("5", ""), budget("20", ""));
    assertThat(read(limits, narrower, UsagePeriod.TODAY).allowances())
        .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).build())
        .containsExactly(
            new Allowance(Scope.MEMBER, true, new BigDecimal("46"), new BigDecimal("50"), MIDNIGHT),
            new Allowance(Scope.MEMBER, false, new BigDecimal("86"), new BigDecimal("100"), MONTH_END),
            new Allowance(Scope.MEMBER_HERE, true, new BigDecimal("2"), new BigDecimal("5"), MIDNIGHT),
            new Allowance(Scope.SERVER, true, BigDecimal.ZERO, new BigDecimal("20"), MIDNIGHT),
            new Allowance(Scope.SERVER, false, new BigDecimal("967"), new BigDecimal("1000"), MONTH_END));
  }

  @Test
  void whereNothingIsLimitedNoBudgetIsShown() {
    Usage usage = read(Limits.DEFAULT, Preferences.NONE, UsagePeriod.TODAY);
    assertThat(usage.allowances()).isEmpty();
    assertThat(usage.isNothing()).isTrue();
  }

  private static Map<String, Integer> spentOn(Usage usage) {
    return usage.member().steps().stream().filter(step -> step.credits().signum() > 0)
        .collect(Collectors.toMap(step -> step.start().toString(), UsageReaderTest::credits));
  }

  private static int credits(Step step) {
    return step.credits().intValueExact();
  }

  private Usage read(Limits limits, Preferences preferences, UsagePeriod period) {
    return reader(limits, preferences).read(Samples.origin(), period);
  }

  private UsageReader reader(Limits limits, Preferences preferences) {
    return new UsageReader(store, records, limits, Tariff.DEFAULT, known(preferences), clock);
  }

  private void spend(Origin origin, Instant at, int takes, String dollars) {
    GenerationId first = new GenerationId("%013d".formatted(recorded + 1));
    for (int number = 1; number <= takes; number++) {
      GenerationId id = new GenerationId("%013d".formatted(++recorded));
      Generation generation = Generation.queued(id, Order.of(origin, Samples.request("rain"), takes),
          new Takes(first, number, takes), at);
      LedgerEntry line = new LedgerEntry(id, first, LedgerEntry.Kind.CHARGED,
          new Cost(new BigDecimal(dollars), CostUnit.USD), true, new ProviderName("aimlapi"),
          Samples.STABLE_AUDIO.id(), new Payer(origin.member(), origin.guild(), origin.channel()), at, at);
      store.insert(List.of(generation), List.of(line), Gate.OPEN);
    }
  }

  private static Origin by(UserId member) {
    Origin hers = Samples.origin();
    return new Origin(new ChannelId(9), member, Optional.of(Samples.GUILD), 1, hers.interactionToken(),
        hers.receivedAt(), 1, hers.locale(), false);
  }

  private static Limits limits(Budget member, Budget guild) {
    return new Limits(member, guild, OptionalInt.empty(), OptionalInt.empty(), Duration.ZERO, Optional.empty());
  }

  private static Preferences preferences(Budget member, Budget guild) {
    return new Preferences(Map.of(), Set.of(), Set.of(), member, guild, Optional.empty(), OptionalInt.empty(),
        OptionalInt.empty(), Optional.empty(), List.of(), Optional.empty(), false);
  }

  /** In credits; an empty text is no limit. */
  private static Budget budget(String daily, String monthly) {
    return new Budget(amount(daily), amount(monthly));
  }

  private static Optional<BigDecimal> amount(String credits) {
    return credits.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(credits));
  }

  private static PreferenceSource known(Preferences preferences) {
    return new PreferenceSource() {
      @Override
      public void at(Origin origin, Consumer<Preferences> then, Runnable unavailable) {
        then.accept(of(origin));
      }

      @Override
      public Preferences of(Origin origin) {
        return origin.guild().equals(Optional.of(new GuildId(Samples.GUILD.value()))) ? preferences : Preferences.NONE;
      }
    };
  }
}
