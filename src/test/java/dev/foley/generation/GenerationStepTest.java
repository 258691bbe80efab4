package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationStepTest {
  private final GenerationFixture foley = new GenerationFixture();

  @Test
  void goesFromRequestToDeliveryOneStateAtATime() {
    GenerationId id = foley.accept().id();

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);

    assertThat(foley.events).containsExactly("Queued", "Submitting", "Pending", "Completed", "Ready", "Delivered");
    assertThat(foley.delivery.sounds()).extracting(RecordingDelivery.Sound::id).containsExactly(id);
    assertThat(foley.provider.submits()).extracting(Submission::correlationId).containsExactly(id.value());
  }

  @Test
  void removesTheFileOnlyAfterItWasDelivered() {
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Ready.class);
    assertThat(foley.fetcher.discarded()).isEmpty();

    foley.runToEnd(id, 2);

    assertThat(foley.fetcher.discarded()).hasSize(1);
  }

  @Test
  void keepsWhatTheServiceSaysItCharged() {
    Cost cost = new Cost(new BigDecimal("25200"), CostUnit.AIML_CREDITS);
    foley.provider.onSubmit(new SubmitOutcome.Accepted(new ProviderJobId("j"), Optional.of(cost)));
    GenerationId id = foley.accept().id();

    foley.runToEnd(id, 10);

    assertThat(foley.store.find(id).orElseThrow().cost()).contains(cost);
  }

  @Test
  void anUnknownGenerationNeedsNoTimer() {
    assertThat(foley.step.advance(new GenerationId("0000000000000"))).isEqualTo(new Next.Finished());
  }

  @Test
  void wakingADeliveredGenerationAgainDoesNothing() {
    GenerationId id = foley.accept().id();
    foley.runToEnd(id, 10);

    assertThat(foley.step.advance(id)).isEqualTo(new Next.Finished());
    assertThat(foley.delivery.sounds()).hasSize(1);
  }

  // Crashes: a step that throws where the process would have died leaves the row as a restart would find it.

  @Test
  void aCrashWhileSubmittingIsNeverSubmittedAgain() {
    foley.provider.duringSubmit(() -> {
      throw new IllegalStateException("kill -9");
    });
    GenerationId id = foley.accept().id();
    assertThatThrownBy(() -> foley.step.advance(id)).hasMessage("kill -9");

    GenerationState end = foley.runToEnd(id, 5);

    assertThat(end).isEqualTo(new GenerationState.Failed(FailureReason.OUTCOME_UNKNOWN, foley.clock.instant()));
    assertThat(foley.provider.submits()).hasSize(1);
    assertThat(foley.delivery.notices())
        .containsExactly(new RecordingDelivery.Notice(id, FailureReason.OUTCOME_UNKNOWN));
  }

  /** The crash test told members of an unknown outcome although the service had never heard of the request. */
  @Test
  void aCrashWhileTheServiceIsBeingReachedIsSubmittedAfterwards() {
    foley.provider.beforeSubmit(() -> {
      throw new IllegalStateException("kill -9");
    });
    GenerationId id = foley.accept().id();
    assertThatThrownBy(() -> foley.step.advance(id)).hasMessage("kill -9");

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.provider.submits()).hasSize(1);
  }

  /** A commit takes milliseconds, in which a kill found rows that said "submitting" and requests that had not begun to leave. */
  @Test
  void aCrashBetweenTheRowAndTheFirstByteIsSubmittedAfterwards() {
    foley.store.marksLeaving(() -> {
      throw new IllegalStateException("kill -9");
    });
    GenerationId id = foley.accept().id();
    assertThatThrownBy(() -> foley.step.advance(id)).hasMessage("kill -9");
    assertThat(foley.store.find(id).orElseThrow().state()).isInstanceOf(GenerationState.Submitting.class);

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.provider.submits()).hasSize(1);
  }

  @Test
  void whereItIsKnownWhatHasLeftACrashAfterwardsIsStillNeverSubmittedAgain() {
    foley.store.marksLeaving(() -> {});
    foley.provider.duringSubmit(() -> {
      throw new IllegalStateException("kill -9");
    });
    GenerationId id = foley.accept().id();
    assertThatThrownBy(() -> foley.step.advance(id)).hasMessage("kill -9");

    assertThat(foley.runToEnd(id, 5))
        .isEqualTo(new GenerationState.Failed(FailureReason.OUTCOME_UNKNOWN, foley.clock.instant()));
    assertThat(foley.provider.submits()).hasSize(1);
  }

  @Test
  void aRequestThatIsCancelledWhileTheServiceIsBeingReachedIsNotSent() {
    GenerationId id = foley.accept().id();
    foley.provider.beforeSubmit(() -> foley.generations.cancel(id));

    assertThat(foley.runToEnd(id, 5)).isInstanceOfSatisfying(GenerationState.Failed.class,
        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.CANCELLED));
    assertThat(foley.provider.submits()).isEmpty();
  }

  @Test
  void whatCostsNothingIsRepeatedAfterACrashButNotForEver() {
    foley.provider.free();
    GenerationId id = foley.accept().id();
    for (int i = 0; i < 10; i++) {
      foley.provider.duringSubmit(() -> {
        throw new IllegalStateException("kill -9");
      });
    }
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> foley.runToEnd(id, 3)).hasMessage("kill -9");
    }

    assertThat(foley.runToEnd(id, 5)).isInstanceOfSatisfying(GenerationState.Failed.class,
        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.OUTCOME_UNKNOWN));
    assertThat(foley.provider.submits()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(classes = {GenerationState.Pending.class, GenerationState.Completed.class, GenerationState.Ready.class})
  void aStopInEveryLaterStateIsContinuedByANewStep(Class<? extends GenerationState> state) {
    GenerationId id = foley.accept().id();
    foley.runTo(id, state);

    foley.step = foley.step(new ModelCatalogue(List.of(), List.of(foley.provider)));

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.provider.submits()).hasSize(1);
    assertThat(foley.delivery.sounds()).hasSize(1);
  }

  @Test
  void aSpoolThatWasLostIsFetchedAgain() {
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Ready.class);
    foley.fetcher.loseFiles();

    assertThat(foley.runToEnd(id, 5)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.fetcher.fetches()).hasSize(2);
  }

  // Submitting

  @Test
  void offersARequestAgainToAServiceThatHasNoRoom() {
    foley.provider.onSubmitThrottle(Duration.ofSeconds(7)).onSubmitFail(Kind.UNAVAILABLE);
    Instant start = foley.clock.instant();
    GenerationId id = foley.accept().id();

    assertThat(foley.runToEnd(id, 15)).isInstanceOf(GenerationState.Delivered.class);

    assertThat(foley.provider.submits()).hasSize(3);
    assertThat(Duration.between(start, foley.clock.instant())).isGreaterThan(Duration.ofSeconds(7));
  }

  @Test
  void givesUpOnAServiceThatStaysDownAndSaysThatNothingWasCharged() {
    for (int i = 0; i < 50; i++) {
      foley.provider.onSubmitFail(Kind.UNAVAILABLE);
    }
    Instant start = foley.clock.instant();
    GenerationId id = foley.accept().id();

    GenerationState end = foley.runToEnd(id, 100);

    assertThat(end).isInstanceOfSatisfying(GenerationState.Failed.class,
        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.SERVICE_UNAVAILABLE));
    assertThat(Duration.between(start, foley.clock.instant())).isLessThanOrEqualTo(foley.settings.submitPatience());
    assertThat(foley.provider.submits()).hasSizeBetween(4, 20);
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, names = {"OUTCOME_UNKNOWN", "INVALID_RESPONSE"})
  void aSubmitWithoutAUsableAnswerIsNotRepeated(Kind kind) {
    foley.provider.onSubmitFail(kind);
    GenerationId id = foley.accept().id();

    foley.runToEnd(id, 5);

    assertThat(foley.provider.submits()).hasSize(1);
    assertThat(foley.delivery.notices())
        .containsExactly(new RecordingDelivery.Notice(id, FailureReason.OUTCOME_UNKNOWN));
  }

  @Test
  void tellsWhyTheServiceRefused() {
    foley.provider.onSubmit(new SubmitOutcome.Refused(FailureReason.OUT_OF_CREDITS, "403"));
    GenerationId id = foley.accept().id();

    foley.runToEnd(id, 5);

    assertThat(foley.delivery.notices())
        .containsExactly(new RecordingDelivery.Notice(id, FailureReason.OUT_OF_CREDITS));
    assertThat(foley.events).contains("because OUT_OF_CREDITS");
  }

  @Test
  void aModelWhoseKeyIsGoneIsRefusedBeforeAnythingIsSent() {
    foley.step = foley.step(new ModelCatalogue(List.of(FakeProvider.MODEL), List.of()));
    GenerationId id = foley.accept().id();

    foley.runToEnd(id, 5);

    assertThat(foley.delivery.notices())
        .containsExactly(new RecordingDelivery.Notice(id, FailureReason.MODEL_UNAVAILABLE));
  }

  // Pending

  @Test
  void tellsHowFarItIsAndAsksAgain() {
    foley.provider.onPoll(new PollOutcome.Running(Progress.QUEUED), new PollOutcome.Running(Progress.GENERATING));
    GenerationId id = foley.accept().id();

    foley.runToEnd(id, 10);

    assertThat(foley.events).containsSubsequence("Pending", "progress QUEUED", "progress GENERATING", "Completed");
  }

  @Test
  void keepsAJobThroughAnOutageOfItsService() {
    foley.provider.onPollFail(Kind.UNAVAILABLE).onPollFail(Kind.INVALID_RESPONSE).onPollFail(Kind.UNAUTHORIZED)
        .onPollThrottle(Duration.ofSeconds(20)).onPoll(new PollOutcome.Running(Progress.UNKNOWN));
    GenerationId id = foley.accept().id();

    assertThat(foley.runToEnd(id, 20)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.provider.submits()).hasSize(1);
  }

  @Test
  void aJobThatNeverEndsIsGivenUpAtItsDeadline() {
    for (int i = 0; i < 300; i++) {
      foley.provider.onPoll(new PollOutcome.Running(Progress.GENERATING));
    }
    Instant start = foley.clock.instant();
    GenerationId id = foley.accept().id();

    GenerationState end = foley.runToEnd(id, 300);

    assertThat(end).isEqualTo(
        new GenerationState.Failed(FailureReason.DEADLINE_PASSED, start.plus(foley.settings.deadline())));
  }

  /** Or a machine that was suspended: what has ended meanwhile is not given up for being late. */
  @Test
  void afterAClockHasJumpedForwardAJobIsAskedAboutBeforeItIsJudged() {
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Pending.class);

    foley.clock.advance(foley.settings.deadline().multipliedBy(10));

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
  }

  @Test
  void aClockThatJumpedBackChangesNothingForAJobThatIsDone() {
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Pending.class);

    foley.clock.advance(Duration.ofHours(-1));

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
  }

  @Test
  void aJobThatItsServiceForgetsIsAskedAboutUntilItsDeadline() {
    for (int i = 0; i < 300; i++) {
      foley.provider.onPollFail(Kind.INVALID_RESPONSE);
    }
    GenerationId id = foley.accept().id();

    assertThat(foley.runToEnd(id, 300)).isInstanceOfSatisfying(GenerationState.Failed.class,
        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.DEADLINE_PASSED));
  }

  @Test
  void aKeyThatWentMissingWhileAJobRunsMayComeBack() {
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Pending.class);
    GenerationStep withKey = foley.step;
    foley.step = foley.step(new ModelCatalogue(List.of(FakeProvider.MODEL), List.of()));
    assertThat(foley.step.advance(id)).isInstanceOf(Next.WakeAt.class);

    foley.step = withKey;

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
  }

  @Test
  void aJobThatEndsInErrorIsTold() {
    foley.provider.onPoll(new PollOutcome.Refused(FailureReason.GENERATION_FAILED, "error"));
    GenerationId id = foley.accept().id();

    foley.runToEnd(id, 5);

    assertThat(foley.delivery.notices())
        .containsExactly(new RecordingDelivery.Notice(id, FailureReason.GENERATION_FAILED));
  }

  // Completed

  @Test
  void aFileThatCameBrokenIsFetchedThreeTimesAndNoMore() {
    FetchOutcome broken = new FetchOutcome.Broken(FailureReason.RESULT_NOT_AUDIO, "text/html");
    foley.fetcher.onFetch(broken, broken, broken);
    foley.provider.onPollFail(Kind.UNAVAILABLE).onPollFail(Kind.UNAVAILABLE); // these do not count here
    GenerationId id = foley.accept().id();

    foley.runToEnd(id, 10);

    assertThat(foley.fetcher.fetches()).hasSize(3);
    assertThat(foley.delivery.notices())
        .containsExactly(new RecordingDelivery.Notice(id, FailureReason.RESULT_NOT_AUDIO));
    assertThat(foley.delivery.sounds()).isEmpty();
  }

  @Test
  void aConnectionCutOnceIsNoLoss() {
    foley.fetcher.onFetch(new FetchOutcome.Broken(FailureReason.RESULT_TRUNCATED, "cut"))
        .onFetchFail(Kind.UNAVAILABLE);
    GenerationId id = foley.accept().id();

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.provider.polls()).hasSize(1);
  }

  @Test
  void anAddressThatIsNotAcceptableIsAskedOnce() {
    foley.fetcher.onFetch(new FetchOutcome.Rejected(FailureReason.RESULT_ADDRESS_REFUSED, "private"));
    GenerationId id = foley.accept().id();

    foley.runToEnd(id, 5);

    assertThat(foley.fetcher.fetches()).hasSize(1);
    assertThat(foley.delivery.notices())
        .containsExactly(new RecordingDelivery.Notice(id, FailureReason.RESULT_ADDRESS_REFUSED));
  }

  // Ready and Failing

  @Test
  void waitsForDiscordToComeBack() {
    DeliveryOutcome notNow = new DeliveryOutcome.NotNow(Optional.of(Duration.ofMinutes(2)), "503");
    foley.delivery.answering(notNow, notNow);
    GenerationId id = foley.accept().id();

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.delivery.sounds()).hasSize(1);
  }

  @Test
  void keepsTheFileOfASoundThatNobodyCouldBeGiven() {
    foley.delivery.answering(new DeliveryOutcome.Impossible("channel gone"));
    GenerationId id = foley.accept().id();

    GenerationState end = foley.runToEnd(id, 10);

    assertThat(end).isEqualTo(new GenerationState.Failed(FailureReason.UNDELIVERABLE, foley.clock.instant()));
    assertThat(foley.fetcher.discarded()).isEmpty();
  }

  @Test
  void triesToTellAFailureUntilDiscordTakesIt() {
    foley.provider.onSubmit(new SubmitOutcome.Refused(FailureReason.KEY_REJECTED, "401"));
    foley.delivery.answering(new DeliveryOutcome.NotNow(Optional.empty(), "gateway down"));
    GenerationId id = foley.accept().id();

    foley.runToEnd(id, 10);

    assertThat(foley.delivery.notices())
        .containsExactly(new RecordingDelivery.Notice(id, FailureReason.KEY_REJECTED));
  }

  // Races and the others' faults

  @Test
  void theSlowerOfTwoStepsDoesNothing() {
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Pending.class);
    foley.provider.duringPoll(() -> foley.step.advance(id)); // a second waking overtakes the first within its poll

    foley.runToEnd(id, 10);

    assertThat(foley.events).containsOnlyOnce("Completed", "Ready", "Delivered");
    assertThat(foley.delivery.sounds()).hasSize(1);
  }

  @Test
  void aDatabaseThatDoesNotAnswerLeavesTheGenerationAsItIs() {
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Completed.class);
    foley.store.outOfOrder(true);
    assertThatThrownBy(() -> foley.step.advance(id)).isInstanceOf(StoreException.class);
    foley.store.outOfOrder(false);

    assertThat(foley.runToEnd(id, 5)).isInstanceOf(GenerationState.Delivered.class);
  }

  /** Found with a disk that was full for a second: the job was accepted and paid for, and its member read that this was not known. */
  @Test
  void anAnswerToASubmitThatTheDatabaseDoesNotTakeIsWrittenDownLater() {
    foley.provider.duringSubmit(() -> foley.store.outOfOrder(true));
    GenerationId id = foley.accept().id();
    assertThatThrownBy(() -> foley.step.advance(id)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> foley.step.advance(id)).isInstanceOf(StoreException.class);
    foley.store.outOfOrder(false);

    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.provider.submits()).hasSize(1);
  }

  /** Found in load tests: held back by our own limit, polls counted as failures, and members read that the service was busy. */
  @Test
  void aPollThatIsHeldBackIsNoFailureAndNoNews() {
    foley.provider.onPoll(new PollOutcome.NotAsked(Duration.ofSeconds(7)));
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Pending.class);
    long version = foley.store.find(id).orElseThrow().version();
    List<String> before = List.copyOf(foley.events);

    assertThat(foley.step.advance(id)).isEqualTo(new Next.WakeAt(foley.clock.instant().plusSeconds(7)));

    assertThat(foley.store.find(id).orElseThrow().version()).isEqualTo(version);
    assertThat(foley.events).isEqualTo(before);
    assertThat(foley.runToEnd(id, 10)).isInstanceOf(GenerationState.Delivered.class);
  }
}
