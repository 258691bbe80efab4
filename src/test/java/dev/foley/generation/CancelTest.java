package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.CancelOutcome;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FakeFetcher;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member who has changed their mind: what is stopped, what comes anyway, and what they are told. */
class CancelTest {
  private static final PollOutcome RUNNING = new PollOutcome.Running(Progress.GENERATING);
  private static final PollOutcome STOPPED = new PollOutcome.Refused(FailureReason.GENERATION_FAILED, "cancelled");

  private final GenerationFixture foley = new GenerationFixture();

  @Test
  void whatWasNotSubmittedNeverIs() {
    GenerationId id = foley.accept().id();

    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.UNDER_WAY);

    assertThat(reason(foley.runToEnd(id, 3))).isEqualTo(FailureReason.CANCELLED);
    assertThat(foley.provider.submits()).isEmpty();
    assertThat(foley.delivery.notices()).containsExactly(new RecordingDelivery.Notice(id, FailureReason.CANCELLED));
    assertThat(foley.events).containsExactly("Queued", "Failing", "because CANCELLED", "Failed", "because CANCELLED");
    assertThat(foley.hurried()).containsExactly(id);
  }

  @Test
  void aJobThatItsServiceStopsIsTold() {
    foley.provider.cancelling().onPoll(RUNNING, RUNNING, STOPPED);
    GenerationId id = pending();
    foley.step.advance(id);

    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.UNDER_WAY);

    assertThat(foley.state(id)).isInstanceOf(GenerationState.Cancelling.class);
    assertThat(reason(foley.runToEnd(id, 10))).isEqualTo(FailureReason.CANCELLED);
    assertThat(foley.provider.cancelled()).isNotEmpty();
    assertThat(foley.delivery.sounds()).isEmpty();
    assertThat(foley.hurried()).containsExactly(id);
  }

  @Test
  void aJobThatWasDoneBeforeItHeardIsDelivered() {
    foley.provider.cancelling().onPoll(RUNNING, new PollOutcome.Finished(FakeProvider.RESULT, Optional.empty()));
    GenerationId id = cancelling();

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.events).doesNotContain("Failing");
  }

  @Test
  void aJobThatAnsweredWithItsSoundBeforeItHeardIsDelivered() {
    GenerationId id = cancelling();
    foley.provider.onPoll(new PollOutcome.Answered(FakeFetcher.artifact(FakeProvider.RESULT, "x"), Optional.empty()));

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TOO_LATE", "UNSUPPORTED"})
  void aJobThatItsServiceDoesNotStopGoesOn(CancelOutcome outcome) {
    GenerationId id = cancelling();
    GenerationState.Cancelling before = (GenerationState.Cancelling) foley.state(id);
    foley.provider.onCancel(outcome);

    foley.step.advance(id);

    assertThat(foley.state(id)).isEqualTo(new GenerationState.Pending(before.jobId(), before.acceptedAt()));
    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
  }

  @Test
  void aJobThatItsServiceDoesNotKnowIsOver() {
    GenerationId id = cancelling();
    foley.provider.onCancel(CancelOutcome.UNKNOWN_JOB);

    assertThat(reason(foley.runToEnd(id, 5))).isEqualTo(FailureReason.CANCELLED_LATE);
  }

  @Test
  void aServiceThatHasNoTimeIsToldAgain() {
    GenerationId id = cancelling();
    Instant start = foley.clock.instant();
    foley.provider.onCancelThrottle(Duration.ofSeconds(7)).onPoll(STOPPED);

    assertThat(reason(foley.runToEnd(id, 10))).isEqualTo(FailureReason.CANCELLED);

    assertThat(foley.provider.cancelled()).hasSize(2);
    assertThat(Duration.between(start, foley.clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aServiceThatStaysDownIsLeftAloneAndTheMemberTold() {
    GenerationId id = cancelling();
    Instant start = foley.clock.instant();
    for (int i = 0; i < 50; i++) {
      foley.provider.onCancelFail(Kind.UNAVAILABLE);
    }

    assertThat(reason(foley.runToEnd(id, 50))).isEqualTo(FailureReason.CANCELLED_LATE);
    assertThat(Duration.between(start, foley.clock.instant())).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void aJobThatRunsOnAllTheSameIsLeftToItself() {
    GenerationId id = cancelling();
    for (int i = 0; i < 100; i++) {
      foley.provider.onPoll(RUNNING);
    }

    assertThat(reason(foley.runToEnd(id, 100))).isEqualTo(FailureReason.CANCELLED_LATE);
  }

  @Test
  void aServiceWhoseKeyIsGoneCannotBeTold() {
    GenerationId id = cancelling();
    foley.step = foley.step(new ModelCatalogue(List.of(FakeProvider.MODEL), List.of()));

    assertThat(reason(foley.runToEnd(id, 5))).isEqualTo(FailureReason.CANCELLED_LATE);
  }

  @Test
  void aServiceThatTakesNothingBackIsNotAsked() {
    GenerationId id = pending();

    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.TOO_LATE);

    assertThat(foley.state(id)).isInstanceOf(GenerationState.Pending.class);
    assertThat(foley.hurried()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {GenerationState.Submitting.class, GenerationState.Completed.class,
      GenerationState.Ready.class, GenerationState.Delivered.class})
  void whatIsBeingSubmittedOrMadeIsNotStopped(Class<? extends GenerationState> kind) {
    foley.provider.cancelling();
    GenerationId id = foley.accept().id();
    if (kind == GenerationState.Submitting.class) {
      Generation queued = foley.store.find(id).orElseThrow();
      foley.store.replace(queued.to(new GenerationState.Submitting(foley.clock.instant())));
    } else {
      foley.runTo(id, kind);
    }
    Generation before = foley.store.find(id).orElseThrow();

    assertThat(foley.generations.cancellable(before)).isFalse();
    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.TOO_LATE);
    assertThat(foley.store.find(id)).contains(before);
  }

  @Test
  void whatHasFailedForAnotherReasonIsNotStopped() {
    GenerationId id = foley.accept().id();
    Generation queued = foley.store.find(id).orElseThrow();
    foley.store.replace(
        queued.to(new GenerationState.Failing(FailureReason.KEY_REJECTED, foley.clock.instant())));

    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.TOO_LATE);
  }

  @Test
  void whatNobodyKnowsIsTooLate() {
    assertThat(foley.generations.cancel(new GenerationId("0000000000000"))).isEqualTo(Cancellation.TOO_LATE);
  }

  @Test
  void aSecondPressChangesNothing() {
    GenerationId id = foley.accept().id();
    foley.generations.cancel(id);
    Generation stopped = foley.store.find(id).orElseThrow();

    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.UNDER_WAY);
    assertThat(foley.store.find(id)).contains(stopped);
  }

  @Test
  void aSecondPressWhileTheServiceIsToldChangesNothing() {
    GenerationId id = cancelling();
    Generation stopping = foley.store.find(id).orElseThrow();

    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.UNDER_WAY);
    assertThat(foley.store.find(id)).contains(stopping);
  }

  @Test
  void aTakeThatIsSubmittedInTheSameMomentIsStoppedWhereItIsThen() {
    foley.provider.cancelling().onPoll(STOPPED);
    GenerationId id = foley.accept().id();
    foley.store.beforeReplace(() -> foley.runTo(id, GenerationState.Pending.class));

    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.UNDER_WAY);

    assertThat(foley.state(id)).isInstanceOf(GenerationState.Cancelling.class);
    assertThat(reason(foley.runToEnd(id, 5))).isEqualTo(FailureReason.CANCELLED);
  }

  @Test
  void aTakeThatIsDoneInTheSameMomentIsDelivered() {
    foley.provider.cancelling();
    GenerationId id = pending();
    foley.store.beforeReplace(() -> foley.runToEnd(id, 10));

    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.TOO_LATE);
    assertThat(foley.state(id)).isInstanceOf(GenerationState.Delivered.class);
  }

  @Test
  void aPollThatEndsAfterTheCancellationFindsItsRowChanged() {
    foley.provider.cancelling();
    GenerationId id = pending();
    foley.provider.duringPoll(() -> foley.generations.cancel(id)).onCancel(CancelOutcome.TOO_LATE);

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.events).containsSubsequence("Pending", "Cancelling", "Pending", "Completed");
  }

  @Test
  void whatWasMadeOfARequestThatIsCancelledIsDeliveredWithWordOfTheRest() {
    foley.provider.cancelling();
    List<Generation> takes = foley.acceptTakes(3);
    foley.runTo(takes.getFirst().id(), GenerationState.Ready.class);
    foley.runTo(takes.get(1).id(), GenerationState.Pending.class);
    foley.provider.onPoll(STOPPED);

    assertThat(foley.generations.cancel(takes.getLast().id())).isEqualTo(Cancellation.UNDER_WAY);
    List<GenerationState> ends = foley.runAllToEnd(takes);

    assertThat(ends.getFirst()).isInstanceOf(GenerationState.Delivered.class);
    assertThat(ends.subList(1, 3)).extracting(CancelTest::reason).containsOnly(FailureReason.CANCELLED);
    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.delivery.sounds()).hasSize(1);
    assertThat(foley.delivery.notices()).hasSize(2);
  }

  @Test
  void aRequestOfWhichEveryTakeIsCancelledIsToldOnce() {
    List<Generation> takes = foley.acceptTakes(3);

    foley.generations.cancel(takes.get(1).id());

    assertThat(foley.runAllToEnd(takes)).extracting(CancelTest::reason).containsOnly(FailureReason.CANCELLED);
    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.hurried()).containsExactlyElementsOf(takes.stream().map(Generation::id).toList());
  }

  @Test
  void tellsBeforehandWhetherCancellingWouldHelp() {
    Generation queued = foley.accept();
    Generation pending = queued.to(
        new GenerationState.Pending(new ProviderJobId("job"), foley.clock.instant()));
    assertThat(foley.generations.cancellable(queued)).isTrue();
    assertThat(foley.generations.cancellable(pending)).isFalse();

    foley.provider.cancelling();

    assertThat(foley.generations.cancellable(pending)).isTrue();
  }

  private GenerationId pending() {
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Pending.class);
    return id;
  }

  private GenerationId cancelling() {
    foley.provider.cancelling();
    GenerationId id = pending();
    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.UNDER_WAY);
    return id;
  }

  private static FailureReason reason(GenerationState state) {
    return ((GenerationState.Failed) state).reason();
  }
}
