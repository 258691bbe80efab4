package dev.foley.generation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.ChannelId;
import dev.foley.generation.GuildId;
import dev.foley.generation.LimitReached;
import dev.foley.generation.LimitReached.Whose;
import dev.foley.generation.Order;
import dev.foley.generation.Origin;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitGateTest {
  private static final UserId MIA = new UserId(1);
  private static final UserId TOM = new UserId(2);
  private static final GuildId HERE = new GuildId(10);
  private static final GuildId ELSEWHERE = new GuildId(11);
  private static final ChannelId MUSIC = new ChannelId(20);
  private static final ChannelId LOUNGE = new ChannelId(21);
  private static final Instant NOW = Instant.parse("2026-11-30T22:15:00Z");
  private static final Instant TODAY = Instant.parse("2026-11-30T00:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-12-01T00:00:00Z");
  private static final Limits NONE = new Limits(Budget.UNLIMITED, Budget.UNLIMITED, OptionalInt.empty(),
      OptionalInt.empty(), Duration.ZERO, Optional.empty());
  private static final Optional<Cost> TEN_CREDITS = usd("0.10");

  private final KnownStanding standing = new KnownStanding();

  @Test
  void withoutLimitsNothingIsEvenLookedUp() {
    assertThat(check(NONE, NONE, order(4), TEN_CREDITS)).isEmpty();
    assertThat(standing.questions()).isEmpty();
  }

  @Test
  void aBudgetMayBeSpentToTheLastBit() {
    Limits limits = memberBudget(budget("30", null));
    standing.spent(MIA, HERE, "0.20", CostUnit.USD, TODAY);

    assertThat(check(limits, limits, order(1), TEN_CREDITS)).isEmpty();
    assertThat(check(limits, limits, order(1), usd("0.1001"))).hasValueSatisfying(limit -> assertThat(limit)
        .isInstanceOfSatisfying(LimitReached.Budget.class, reached -> {
          assertThat(reached.whose()).isEqualTo(Whose.MEMBER);
          assertThat(reached.budget()).isEqualByComparingTo("30");
          assertThat(reached.spent()).isEqualByComparingTo("20");
          assertThat(reached.wanted()).isEqualByComparingTo("10.01");
          assertThat(reached.renewsAt()).isEqualTo(MIDNIGHT);
        }));
  }

  @Test
  void allTakesOfAnOrderAreHeldAgainstTheBudgetTogether() {
    Limits limits = memberBudget(budget("30", null));

    assertThat(check(limits, limits, order(3), TEN_CREDITS)).isEmpty();
    assertThat(check(limits, limits, order(4), TEN_CREDITS)).hasValueSatisfying(
        limit -> assertThat(((LimitReached.Budget) limit).wanted()).isEqualByComparingTo("40"));
  }

  @Test
  void theUnitsOfAllServicesCountTogether() {
    Limits limits = memberBudget(budget("35", null));
    standing.spent(MIA, HERE, "200000", CostUnit.AIML_CREDITS, TODAY) // 10 credits
        .spent(MIA, HERE, "500", CostUnit.ELEVENLABS_CREDITS, TODAY) // 11
        .spent(MIA, HERE, "4", CostUnit.FAL_UNITS, TODAY); // 4

    assertThat(check(limits, limits, order(1), TEN_CREDITS)).isEmpty();
    standing.spent(MIA, HERE, "1", CostUnit.STABILITY_CREDITS, TODAY);
    assertThat(check(limits, limits, order(1), TEN_CREDITS)).isPresent();
  }

  @Test
  void aDaysBudgetRenewsAtMidnightAndAMonthsWithTheMonth() {
    Limits limits = memberBudget(budget("15", "25"));
    standing.spent(MIA, HERE, "0.14", CostUnit.USD, TODAY.minusMillis(1));

    assertThat(check(limits, limits, order(1), TEN_CREDITS)).as("yesterday's").isEmpty();

    standing.spent(MIA, HERE, "0.03", CostUnit.USD, Instant.parse("2026-11-01T00:00:00Z"));
    assertThat(check(limits, limits, order(1), TEN_CREDITS)).hasValueSatisfying(
        limit -> assertThat(((LimitReached.Budget) limit).renewsAt()).isEqualTo(MIDNIGHT));
    assertThat(LimitGate.of(limits, limits, Tariff.DEFAULT, order(1), TEN_CREDITS, MIDNIGHT).check(standing))
        .as("in December").isEmpty();
  }

  @Test
  void whatIsFreeOrHasNoPricePassesASpentBudget() {
    Limits limits = memberBudget(budget("0", "0"));

    assertThat(check(limits, limits, order(4), Optional.empty())).isEmpty();
    assertThat(check(limits, limits, order(4), usd("0"))).isEmpty();
    assertThat(check(limits, limits, order(1), TEN_CREDITS)).isPresent();
  }

  @Test
  void theHostsBudgetCountsEverywhereAndAServersWhatIsSpentThere() {
    Limits host = memberBudget(budget("100", null));
    Limits here = memberBudget(budget("20", null));
    standing.spent(MIA, ELSEWHERE, "0.70", CostUnit.USD, TODAY);

    assertThat(check(host, here, order(1), TEN_CREDITS)).as("nothing was spent here").isEmpty();
    assertThat(check(host, here, order(3), usd("0.07"))).as("21 credits here").hasValueSatisfying(
        limit -> assertThat(((LimitReached.Budget) limit).budget()).isEqualByComparingTo("20"));

    standing.spent(MIA, ELSEWHERE, "0.21", CostUnit.USD, TODAY);
    assertThat(check(host, here, order(1), TEN_CREDITS)).as("101 credits everywhere").hasValueSatisfying(
        limit -> assertThat(((LimitReached.Budget) limit).budget()).isEqualByComparingTo("100"));
  }

  @Test
  void aBudgetThatTheServerDidNotNarrowIsLookedUpOnce() {
    Limits limits = memberBudget(budget("100", null));
    check(limits, limits, order(1), TEN_CREDITS);

    assertThat(standing.questions()).containsExactly("member everywhere");
  }

  @Test
  void aServersBudgetIsOfAllItsMembers() {
    Limits limits = new Limits(Budget.UNLIMITED, budget(null, "50"), OptionalInt.empty(), OptionalInt.empty(),
        Duration.ZERO, Optional.empty());
    standing.spent(TOM, HERE, "0.41", CostUnit.USD, TODAY).spent(TOM, ELSEWHERE, "9", CostUnit.USD, TODAY);

    assertThat(check(limits, limits, order(1), usd("0.09"))).isEmpty();
    assertThat(check(limits, limits, order(1), TEN_CREDITS)).hasValueSatisfying(
        limit -> assertThat(((LimitReached.Budget) limit).whose()).isEqualTo(Whose.GUILD));
    assertThat(check(limits, limits, direct(1), TEN_CREDITS)).as("in direct messages").isEmpty();
  }

  @Test
  void whatAMemberHasPendingCountsInEveryChannelAndIsNamed() {
    Limits limits = new Limits(Budget.UNLIMITED, Budget.UNLIMITED, OptionalInt.of(5), OptionalInt.empty(),
        Duration.ZERO, Optional.empty());
    standing.pending(MIA, MUSIC, 1).pending(MIA, LOUNGE, 2).pending(TOM, MUSIC, 9);

    assertThat(check(limits, limits, order(2), TEN_CREDITS)).isEmpty();
    assertThat(check(limits, limits, order(3), TEN_CREDITS)).contains(
        new LimitReached.Pending(Whose.MEMBER, 3, 5, Map.of(MUSIC, 1, LOUNGE, 2)));
  }

  @Test
  void whatIsPendingInAChannelCountsWhoeverAsked() {
    Limits limits = new Limits(Budget.UNLIMITED, Budget.UNLIMITED, OptionalInt.empty(), OptionalInt.of(5),
        Duration.ZERO, Optional.empty());
    standing.pending(MIA, LOUNGE, 4).pending(TOM, MUSIC, 4);

    assertThat(check(limits, limits, order(1), TEN_CREDITS)).isEmpty();
    assertThat(check(limits, limits, order(2), TEN_CREDITS))
        .contains(new LimitReached.Pending(Whose.CHANNEL, 4, 5, Map.of(MUSIC, 4)));
  }

  @Test
  void aCooldownIsOverWhenItIsOver() {
    Limits limits = new Limits(Budget.UNLIMITED, Budget.UNLIMITED, OptionalInt.empty(), OptionalInt.empty(),
        Duration.ofSeconds(30), Optional.empty());
    assertThat(check(limits, limits, order(1), TEN_CREDITS)).as("never asked before").isEmpty();

    standing.asked(MIA, NOW.minusSeconds(30).plusMillis(1));
    assertThat(check(limits, limits, order(1), TEN_CREDITS)).contains(new LimitReached.Cooldown(NOW.plusMillis(1)));

    standing.asked(MIA, NOW.minusSeconds(30));
    assertThat(check(limits, limits, order(1), TEN_CREDITS)).isEmpty();
  }

  @Test
  void theLimitThatIsOverSoonestIsToldFirst() {
    Limits limits = new Limits(budget("0", null), budget("0", null), OptionalInt.of(1), OptionalInt.of(1),
        Duration.ofSeconds(30), Optional.empty());
    standing.asked(MIA, NOW).pending(MIA, MUSIC, 1);

    assertThat(check(limits, limits, order(1), TEN_CREDITS)).containsInstanceOf(LimitReached.Cooldown.class);
    assertThat(standing.questions()).containsExactly("last asked");
  }

  @Test
  void aMemberIsAskedOnlyAboveTheThresholdOfAllTakes() {
    Limits limits = Limits.DEFAULT;

    assertThat(Confirmation.needed(limits, Tariff.DEFAULT, order(4), usd("0.25"))).isEmpty();
    assertThat(Confirmation.needed(limits, Tariff.DEFAULT, order(4), usd("0.2501"))).hasValueSatisfying(
        credits -> assertThat(credits).isEqualByComparingTo("100.04"));
    assertThat(Confirmation.needed(limits, Tariff.DEFAULT, order(4), Optional.empty())).isEmpty();
    assertThat(Confirmation.needed(NONE, Tariff.DEFAULT, order(4), usd("1000"))).isEmpty();
  }

  @Test
  void monthsEndWithTheirLastDay() {
    assertThat(Period.day(NOW)).isEqualTo(new Period(TODAY, MIDNIGHT));
    assertThat(Period.day(MIDNIGHT).start()).isEqualTo(MIDNIGHT);
    assertThat(Period.month(NOW)).isEqualTo(new Period(Instant.parse("2026-11-01T00:00:00Z"), MIDNIGHT));
    assertThat(Period.month(Instant.parse("2028-02-29T23:59:59.999Z"))).isEqualTo(
        new Period(Instant.parse("2028-02-01T00:00:00Z"), Instant.parse("2028-03-01T00:00:00Z")));
  }

  private Optional<LimitReached> check(Limits host, Limits here, Order order, Optional<Cost> estimate) {
    return LimitGate.of(host, here, Tariff.DEFAULT, order, estimate, NOW).check(standing);
  }

  private static Limits memberBudget(Budget budget) {
    return new Limits(budget, Budget.UNLIMITED, OptionalInt.empty(), OptionalInt.empty(), Duration.ZERO,
        Optional.empty());
  }

  /** Null for no limit. */
  private static Budget budget(@Nullable String daily,
      @Nullable String monthly) {
    return new Budget(Optional.ofNullable(daily).map(BigDecimal::new),
        Optional.ofNullable(monthly).map(BigDecimal::new));
  }

  private static Optional<Cost> usd(String amount) {
    return Optional.of(new Cost(new BigDecimal(amount), CostUnit.USD));
  }

  private static Order order(int takes) {
    return order(takes, Optional.of(HERE));
  }

  private static Order direct(int takes) {
    return order(takes, Optional.empty());
  }

  private static Order order(int takes, Optional<GuildId> guild) {
    Origin origin = new Origin(MUSIC, MIA, guild, 1, Secret.of("token"), NOW, 10 << 20, Locale.ENGLISH, false);
    return Order.of(origin, new AudioRequest(FakeProvider.MODEL.id(), SoundKind.MUSIC, "rain", Map.of()), takes);
  }
}
