package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.LedgerEntry.Kind;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ModelId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Ledger} does, and the store that writes it; the fake included. */
public abstract class LedgerContract {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final GenerationId ONE = new GenerationId("0PZA40G4JTX0A");
  private static final GenerationId TWO = new GenerationId("0PZA40G4JTX0B");
  private static final UserId MIA = new UserId(1_100_000_000_000_000_002L);
  private static final UserId BEN = new UserId(3);
  private static final GuildId GUILD = new GuildId(Long.MIN_VALUE);
  private static final Cost ESTIMATE = new Cost(new BigDecimal("0.14"), CostUnit.USD);
  private static final Cost REPORTED = new Cost(new BigDecimal("25200.5"), CostUnit.AIML_CREDITS);

  /** An empty store, the same one throughout a test. */
  protected abstract GenerationStore store();

  /** The ledger of that store. */
  protected abstract Ledger ledger();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aLineIsWrittenWithTheChangeAndFoundWhole(Kind kind) {
    LedgerEntry line = line(ONE, kind, ESTIMATE, false);
    assertThat(write(ONE, line)).isTrue();
    assertThat(ledger().entries(ONE)).containsExactly(line);
  }

  @Test
  void aLineOutsideOfAnyGuildIsFoundWhole() {
    LedgerEntry line = line(ONE, Kind.CHARGED, REPORTED, true, new Payer(MIA, Optional.empty(), new ChannelId(4)),
        NOON);
    write(ONE, line);
    assertThat(ledger().entries(ONE)).containsExactly(line);
    assertThat(ledger().ofGuild(GUILD, NOON, NOON.plusSeconds(1)).byUnit()).isEmpty();
  }

  @Test
  void whereNothingWasWrittenNothingIsFound() {
    assertThat(ledger().entries(ONE)).isEmpty();
    assertThat(ledger().ofMember(MIA, Instant.EPOCH, NOON).byUnit()).isEmpty();
  }

  @Test
  void aChangeThatSomebodyElseMadeFirstWritesNoLine() {
    Generation queued = insert(ONE);
    Generation next = queued.to(new GenerationState.Submitting(NOON));
    store().replace(next);
    assertThat(store().replace(next, List.of(line(ONE, Kind.RESERVED, ESTIMATE, false)))).isFalse();
    assertThat(ledger().entries(ONE)).isEmpty();
  }

  @Test
  void aLineThatIsThereIsNotDoubled() {
    LedgerEntry first = line(ONE, Kind.RESERVED, ESTIMATE, false);
    write(ONE, first);
    write(ONE, new LedgerEntry(ONE, ONE, Kind.RESERVED, new Cost(BigDecimal.TEN, CostUnit.USD), false,
        first.provider(), first.model(), first.payer(), NOON, NOON.plusSeconds(9)));
    assertThat(ledger().entries(ONE)).containsExactly(first);
  }

  @Test
  void whatIsReportedReplacesTheEstimateAndNotTheOtherWayRound() {
    write(ONE, line(ONE, Kind.CHARGED, ESTIMATE, false));
    write(ONE, line(ONE, Kind.CHARGED, REPORTED, true));
    write(ONE, line(ONE, Kind.CHARGED, ESTIMATE, false));
    assertThat(ledger().entries(ONE)).containsExactly(line(ONE, Kind.CHARGED, REPORTED, true));
  }

  @Test
  void severalLinesOfOneChangeAreWrittenTogether() {
    List<LedgerEntry> lines = List.of(line(ONE, Kind.RESERVED, ESTIMATE, false),
        line(ONE, Kind.CHARGED, REPORTED, true), line(ONE, Kind.UNCERTAIN, ESTIMATE, false));
    assertThat(write(ONE, lines.toArray(LedgerEntry[]::new))).isTrue();
    assertThat(ledger().entries(ONE)).containsExactlyElementsOf(lines);
  }

  @Test
  void spendingIsSummedInEachUnitApart() {
    write(ONE, line(ONE, Kind.RESERVED, ESTIMATE, false), line(ONE, Kind.CHARGED, REPORTED, true));
    write(TWO, line(TWO, Kind.RESERVED, ESTIMATE, false));
    Spending spent = ledger().ofMember(MIA, NOON, NOON.plusSeconds(1));
    assertThat(spent.in(CostUnit.AIML_CREDITS)).isEqualByComparingTo("25200.5");
    assertThat(spent.in(CostUnit.USD)).isEqualByComparingTo("0.14");
    assertThat(spent.in(CostUnit.FAL_UNITS)).isZero();
    assertThat(ledger().ofGuild(GUILD, NOON, NOON.plusSeconds(1))).isEqualTo(spent);
  }

  @Test
  void sumsAreExact() {
    for (int i = 0; i < 10; i++) {
      GenerationId id = new GenerationId("000000000000" + i);
      write(id, line(id, Kind.CHARGED, new Cost(new BigDecimal("0.1"), CostUnit.USD), false));
    }
    assertThat(ledger().ofMember(MIA, NOON, NOON.plusSeconds(1)).in(CostUnit.USD)).isEqualByComparingTo("1");
  }

  @Test
  void whatWasReleasedIsNotSpentAndWhatIsUncertainIs() {
    write(ONE, line(ONE, Kind.RESERVED, ESTIMATE, false), line(ONE, Kind.CHARGED, ESTIMATE, false),
        line(ONE, Kind.RELEASED, ESTIMATE, false));
    write(TWO, line(TWO, Kind.RESERVED, ESTIMATE, false), line(TWO, Kind.UNCERTAIN, ESTIMATE, false));
    assertThat(ledger().ofMember(MIA, NOON, NOON.plusSeconds(1)).in(CostUnit.USD)).isEqualByComparingTo("0.14");
  }

  @Test
  void theLinesOfAPeriodComeOldestRequestFirst() {
    Payer hers = new Payer(MIA, Optional.of(GUILD), new ChannelId(4));
    LedgerEntry late = line(ONE, Kind.CHARGED, ESTIMATE, false, hers, NOON.plusSeconds(9));
    LedgerEntry early = line(TWO, Kind.CHARGED, REPORTED, true, new Payer(BEN, Optional.of(GUILD), new ChannelId(4)),
        NOON);
    write(ONE, late);
    write(TWO, early);
    assertThat(ledger().lines(GUILD, NOON, NOON.plusSeconds(10))).containsExactly(early, late);
    assertThat(ledger().lines(GUILD, NOON, NOON.plusSeconds(9))).containsExactly(early);
    assertThat(ledger().lines(MIA, NOON, NOON.plusSeconds(10))).containsExactly(late);
    assertThat(ledger().lines(new GuildId(1), NOON, NOON.plusSeconds(10))).isEmpty();
  }

  @Test
  void onlyTheMembersOwnCount() {
    write(ONE, line(ONE, Kind.CHARGED, ESTIMATE, false));
    write(TWO, line(TWO, Kind.CHARGED, ESTIMATE, false, new Payer(BEN, Optional.of(GUILD), new ChannelId(4)), NOON));
    assertThat(ledger().ofMember(MIA, NOON, NOON.plusSeconds(1)).in(CostUnit.USD)).isEqualByComparingTo("0.14");
    assertThat(ledger().ofGuild(GUILD, NOON, NOON.plusSeconds(1)).in(CostUnit.USD)).isEqualByComparingTo("0.28");
    assertThat(ledger().ofGuild(new GuildId(1), NOON, NOON.plusSeconds(1)).byUnit()).isEmpty();
  }

  @Test
  void allLinesOfAGenerationCountToTheTimeOfItsRequest() {
    LedgerEntry reserved = line(ONE, Kind.RESERVED, ESTIMATE, false);
    write(ONE, reserved, new LedgerEntry(ONE, ONE, Kind.RELEASED, ESTIMATE, false, reserved.provider(),
        reserved.model(), reserved.payer(), NOON, NOON.plus(Duration.ofHours(13))));
    write(TWO, line(TWO, Kind.CHARGED, ESTIMATE, false, reserved.payer(), NOON.plusSeconds(60)));
    assertThat(ledger().ofMember(MIA, NOON, NOON.plusSeconds(60)).byUnit()).isEmpty();
    assertThat(ledger().ofMember(MIA, NOON.plusSeconds(60), NOON.plusSeconds(61)).in(CostUnit.USD))
        .isEqualByComparingTo("0.14");
  }

  private boolean write(GenerationId id, LedgerEntry... lines) {
    Generation known = store().find(id).orElseGet(() -> insert(id));
    return store().replace(known.recovered(), List.of(lines));
  }

  private Generation insert(GenerationId id) {
    Origin origin = new Origin(new ChannelId(4), MIA, Optional.of(GUILD), 5, Secret.of("token"), NOON, 1,
        Locale.ENGLISH, false);
    Generation queued = Generation.queued(id, origin,
        new AudioRequest(new ModelId("google/lyria2"), SoundKind.MUSIC, "piano", Map.of()), Takes.single(id), NOON);
    store().insert(List.of(queued));
    return queued;
  }

  private static LedgerEntry line(GenerationId id, Kind kind, Cost amount, boolean reported) {
    return line(id, kind, amount, reported, new Payer(MIA, Optional.of(GUILD), new ChannelId(4)), NOON);
  }

  private static LedgerEntry line(GenerationId id, Kind kind, Cost amount, boolean reported, Payer payer,
      Instant requestedAt) {
    return new LedgerEntry(id, id, kind, amount, reported, new ProviderName("aimlapi"), new ModelId("google/lyria2"),
        payer, requestedAt, NOON.plusSeconds(1));
  }
}
