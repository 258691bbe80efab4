package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.generation.LedgerEntry.Kind;
import dev.foley.provider.Admission;
import dev.foley.provider.AudioModel;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FakeFetcher;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SubmitOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which lines of the ledger a generation leaves, whatever way it goes. */
class BookkeepingTest {
  private static final Cost REPORTED = new Cost(new BigDecimal("25200"), CostUnit.AIML_CREDITS);
  private static final ProviderJobId JOB = new ProviderJobId("j");

  private final GenerationFixture foley = new GenerationFixture();
  private final Instant start = foley.clock.instant();
  private final Cost estimate = FakeProvider.MODEL.estimate(GenerationFixture.REQUEST).orElseThrow();

  @Test
  void aServiceThatReportsNothingIsTakenAtTheEstimate() {
    Generation generation = run();

    assertThat(foley.store.entries(generation.id())).containsExactly(
        line(generation, Kind.RESERVED, estimate, false), line(generation, Kind.CHARGED, estimate, false));
    assertThat(spent(CostUnit.USD)).isEqualByComparingTo("0.14");
  }

  @Test
  void whatIsReportedAtAcceptanceIsCharged() {
    foley.provider.onSubmit(new SubmitOutcome.Accepted(JOB, Optional.of(REPORTED)));

    Generation generation = run();

    assertThat(foley.store.entries(generation.id())).containsExactly(
        line(generation, Kind.RESERVED, estimate, false), line(generation, Kind.CHARGED, REPORTED, true));
    assertThat(spent(CostUnit.USD)).isZero();
    assertThat(spent(CostUnit.AIML_CREDITS)).isEqualByComparingTo("25200");
  }

  @Test
  void whatIsReportedLaterReplacesTheEstimate() {
    foley.provider.onPoll(new PollOutcome.Finished(FakeProvider.RESULT, Optional.of(REPORTED)));

    Generation generation = run();

    assertThat(foley.store.entries(generation.id())).containsExactly(
        line(generation, Kind.RESERVED, estimate, false), line(generation, Kind.CHARGED, REPORTED, true));
  }

  @Test
  void aServiceThatAnswersAtOnceIsCharged() {
    foley.provider.onSubmit(new SubmitOutcome.Finished(FakeProvider.RESULT, Optional.of(REPORTED)));
    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.CHARGED);
  }

  @Test
  void whatWasRefusedCostsNothing() {
    foley.provider.onSubmit(new SubmitOutcome.Refused(FailureReason.CONTENT_REFUSED, "400"));

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.RELEASED);
    assertThat(spent(CostUnit.USD)).isZero();
  }

  @Test
  void aRequestThatIsOfferedAgainIsReservedOnce() {
    foley.provider.onSubmitThrottle(Duration.ofSeconds(3)).onSubmitFail(ProviderException.Kind.UNAVAILABLE);

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.CHARGED);
  }

  @Test
  void whileItIsOfferedAgainItStaysReserved() {
    foley.provider.onSubmitThrottle(Duration.ofSeconds(3));
    Generation generation = foley.accept();
    foley.step.advance(generation.id());

    assertThat(kinds(generation)).containsExactly(Kind.RESERVED);
    assertThat(spent(CostUnit.USD)).isEqualByComparingTo(estimate.amount());
  }

  @Test
  void aServiceThatStayedDownIsPaidNothing() {
    for (int i = 0; i < 50; i++) {
      foley.provider.onSubmitFail(ProviderException.Kind.UNAVAILABLE);
    }

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.RELEASED);
  }

  @ParameterizedTest
  @EnumSource(value = ProviderException.Kind.class, names = {"OUTCOME_UNKNOWN", "INVALID_RESPONSE"})
  void whatMayHaveArrivedMayHaveBeenCharged(ProviderException.Kind kind) {
    foley.provider.onSubmitFail(kind);

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.UNCERTAIN);
    assertThat(spent(CostUnit.USD)).isEqualByComparingTo(estimate.amount());
  }

  @Test
  void aCrashWhileSubmittingMayHaveBeenCharged() {
    Generation generation = crashWhileSubmitting();
    foley.runToEnd(generation.id(), 10);

    assertThat(kinds(generation)).containsExactly(Kind.RESERVED, Kind.UNCERTAIN);
  }

  @Test
  void aSoundThatSurvivedACrashIsChargedAtTheEstimate() {
    Generation generation = crashWhileSubmitting();
    foley.fetcher.keep(generation.id().value(), FakeFetcher.artifact(FakeProvider.RESULT, generation.id().value()));
    foley.runToEnd(generation.id(), 10);

    assertThat(foley.store.entries(generation.id())).last()
        .isEqualTo(line(generation, Kind.CHARGED, estimate, false));
  }

  @Test
  void aJobThatItsServiceGaveUpCostsNothing() {
    foley.provider.onPoll(new PollOutcome.Refused(FailureReason.GENERATION_FAILED, "error"));

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.CHARGED, Kind.RELEASED);
    assertThat(spent(CostUnit.USD)).isZero();
  }

  @Test
  void aJobThatNeverEndedIsStillCharged() {
    for (int i = 0; i < 300; i++) {
      foley.provider.onPoll(new PollOutcome.Running(Progress.GENERATING));
    }

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.CHARGED, Kind.UNCERTAIN);
    assertThat(spent(CostUnit.USD)).isEqualByComparingTo(estimate.amount());
  }

  @Test
  void aSoundThatCouldNotBeDeliveredIsCharged() {
    foley.delivery.answering(new DeliveryOutcome.Impossible("channel gone"));

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.CHARGED);
  }

  @Test
  void aSoundThatTheDiskDidNotTakeIsCharged() {
    foley.provider.onSubmit(new SubmitOutcome.Refused(FailureReason.RESULT_NOT_KEPT, "disk full"));

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.CHARGED);
  }

  @Test
  void whatIsRecordedIsReservedBeforeItIsSubmitted() {
    Generation generation = foley.accept();

    assertThat(foley.store.entries(generation.id()))
        .containsExactly(line(generation, Kind.RESERVED, estimate, false));
    assertThat(spent(CostUnit.USD)).isEqualByComparingTo(estimate.amount());
  }

  @Test
  void theSubmitLeavesTheReservationAsItWasRecorded() {
    Generation generation = foley.accept();
    foley.clock.advance(Duration.ofSeconds(9));
    foley.runToEnd(generation.id(), 10);

    assertThat(foley.store.entries(generation.id())).first().extracting(LedgerEntry::at).isEqualTo(start);
  }

  @Test
  void whatIsCancelledBeforeItWasSubmittedIsReleased() {
    Generation generation = foley.accept();
    foley.generations.cancel(generation.id());

    assertThat(kinds(generation)).containsExactly(Kind.RESERVED, Kind.RELEASED);
    foley.runToEnd(generation.id(), 5);
    assertThat(kinds(generation)).containsExactly(Kind.RESERVED, Kind.RELEASED);
  }

  @Test
  void whatCouldNotBeSubmittedIsReleased() {
    foley.step = foley.step(new ModelCatalogue(List.of(FakeProvider.MODEL), List.of()));

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.RELEASED);
  }

  @Test
  void whatWaitedForRoomInVainIsReleased() {
    for (int i = 0; i < 500; i++) {
      foley.provider.onAdmit(new Admission.Busy(Duration.ofSeconds(3)));
    }

    assertThat(kinds(run())).containsExactly(Kind.RESERVED, Kind.RELEASED);
  }

  @Test
  void eachTakeThatIsCancelledBeforeItWasSubmittedIsReleased() {
    List<Generation> takes = foley.acceptTakes(3);
    foley.generations.cancel(takes.getFirst().id());

    assertThat(takes).allSatisfy(take -> assertThat(kinds(take)).containsExactly(Kind.RESERVED, Kind.RELEASED));
  }

  @Test
  void whatIsCancelledBetweenTwoOffersIsReleased() {
    foley.provider.onSubmitThrottle(Duration.ofSeconds(3));
    Generation generation = foley.accept();
    foley.step.advance(generation.id());

    foley.generations.cancel(generation.id());

    assertThat(kinds(generation)).containsExactly(Kind.RESERVED, Kind.RELEASED);
  }

  @Test
  void aJobThatWasStoppedCostsNothing() {
    foley.provider.cancelling().onPoll(new PollOutcome.Refused(FailureReason.GENERATION_FAILED, "cancelled"));

    assertThat(kinds(runCancelled())).containsExactly(Kind.RESERVED, Kind.CHARGED, Kind.RELEASED);
  }

  @Test
  void aJobThatMayRunOnAfterItWasCancelledIsStillCharged() {
    foley.provider.cancelling();
    for (int i = 0; i < 100; i++) {
      foley.provider.onPoll(new PollOutcome.Running(Progress.GENERATING));
    }

    assertThat(kinds(runCancelled())).containsExactly(Kind.RESERVED, Kind.CHARGED, Kind.UNCERTAIN);
  }

  @Test
  void aJobThatWasDoneBeforeItWasStoppedIsChargedWhatItsServiceSays() {
    foley.provider.cancelling().onPoll(new PollOutcome.Finished(FakeProvider.RESULT, Optional.of(REPORTED)));

    Generation generation = runCancelled();

    assertThat(foley.store.entries(generation.id())).last()
        .isEqualTo(line(generation, Kind.CHARGED, REPORTED, true));
  }

  @Test
  void eachTakeIsChargedAndNamesItsRequest() {
    List<Generation> takes = foley.acceptTakes(3);
    foley.runAllToEnd(takes);

    for (Generation take : takes) {
      assertThat(foley.store.entries(take.id())).hasSize(2)
          .allMatch(line -> line.request().equals(takes.getFirst().id()));
    }
    assertThat(spent(CostUnit.USD)).isEqualByComparingTo("0.42");
  }

  @Test
  void whatTheSlowerOfTwoStepsHeardIsNotWritten() {
    Generation generation = foley.accept();
    foley.runTo(generation.id(), GenerationState.Pending.class);
    foley.provider.onPoll(new PollOutcome.Finished(FakeProvider.RESULT, Optional.of(REPORTED)));
    foley.store.beforeReplace(() -> foley.runTo(generation.id(), GenerationState.Completed.class));

    foley.runToEnd(generation.id(), 10);

    assertThat(foley.store.entries(generation.id())).last()
        .isEqualTo(line(generation, Kind.CHARGED, estimate, false));
  }

  @Test
  void aModelWithoutAPriceIsChargedOnlyWhatItsServiceReports() {
    GenerationFixture unpriced = new GenerationFixture(new FakeProvider(List.of(withoutPrice())));
    Generation silent = unpriced.accept();
    unpriced.runToEnd(silent.id(), 10);
    assertThat(unpriced.store.entries(silent.id())).isEmpty();

    unpriced.provider.onPoll(new PollOutcome.Finished(FakeProvider.RESULT, Optional.of(REPORTED)));
    Generation telling = unpriced.accept();
    unpriced.runToEnd(telling.id(), 10);
    assertThat(unpriced.store.entries(telling.id())).extracting(LedgerEntry::kind).containsExactly(Kind.CHARGED);
  }

  private Generation run() {
    Generation generation = foley.accept();
    foley.runToEnd(generation.id(), 400);
    return generation;
  }

  private Generation runCancelled() {
    Generation generation = foley.accept();
    foley.runTo(generation.id(), GenerationState.Pending.class);
    foley.generations.cancel(generation.id());
    foley.runToEnd(generation.id(), 400);
    return generation;
  }

  private Generation crashWhileSubmitting() {
    foley.provider.duringSubmit(() -> {
      throw new IllegalStateException("kill -9");
    });
    Generation generation = foley.accept();
    assertThatThrownBy(() -> foley.step.advance(generation.id())).hasMessage("kill -9");
    return generation;
  }

  private List<Kind> kinds(Generation generation) {
    return foley.store.entries(generation.id()).stream().map(LedgerEntry::kind).toList();
  }

  private BigDecimal spent(CostUnit unit) {
    return foley.store.ofMember(GenerationFixture.MEMBER, start, start.plusSeconds(1)).in(unit);
  }

  private LedgerEntry line(Generation generation, Kind kind, Cost amount, boolean reported) {
    Instant written = foley.store.entries(generation.id()).stream().filter(entry -> entry.kind() == kind)
        .findFirst().orElseThrow().at();
    return new LedgerEntry(generation.id(), generation.id(), kind, amount, reported, FakeProvider.NAME,
        FakeProvider.MODEL.id(),
        new Payer(GenerationFixture.MEMBER, Optional.of(new GuildId(33)), GenerationFixture.CHANNEL),
        generation.createdAt(), written);
  }

  private static AudioModel withoutPrice() {
    AudioModel usual = FakeProvider.MODEL;
    return new AudioModel(usual.id(), usual.provider(), usual.kinds(), usual.prompt(), usual.parameters(),
        usual.required(), usual.formats(), usual.usualSeconds(), Optional.empty(), usual.maxInFlight(), true);
  }
}
