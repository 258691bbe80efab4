package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.provider.Admission;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FakeFetcher;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.ProviderException.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A service's limits are asked before anything is written down or sent. */
class AdmissionTest {
  private static final Admission BUSY = new Admission.Busy(Duration.ofSeconds(3));
  private static final Admission DOWN = new Admission.Down(Duration.ofSeconds(20));

  private final GenerationFixture foley = new GenerationFixture();
  private final Instant start = foley.clock.instant();

  @Test
  void aRequestThatWaitsItsTurnIsNotWrittenAndNotCounted() {
    foley.provider.onAdmit(BUSY);
    Generation queued = foley.accept();

    Next next = foley.step.advance(queued.id());

    assertThat(foley.store.find(queued.id())).contains(queued);
    assertThat(foley.provider.submits()).isEmpty();
    assertThat(foley.events).containsExactly("Queued", "progress QUEUED");
    assertThat(next).isInstanceOfSatisfying(Next.WakeAt.class,
        wake -> assertThat(wake.at()).isBetween(start.plusMillis(3_000), start.plusMillis(3_750)));
  }

  @Test
  void itIsSubmittedWhenThereIsRoom() {
    foley.provider.onAdmit(BUSY, BUSY, BUSY);

    assertThat(foley.runToEnd(foley.accept().id(), 20)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(foley.provider.submits()).hasSize(1);
  }

  @Test
  void aLongWaitIsInterruptedByLooksSoThatAChangeIsNoticed() {
    foley.provider.onAdmit(new Admission.Busy(Duration.ofMinutes(3)));
    GenerationId id = foley.accept().id();

    assertThat(foley.step.advance(id)).isInstanceOfSatisfying(Next.WakeAt.class,
        wake -> assertThat(wake.at()).isBefore(start.plusSeconds(20)));
  }

  @Test
  void aTurnThatNeverComesIsGivenUpAfterTheQueuesPatience() {
    for (int i = 0; i < 500; i++) {
      foley.provider.onAdmit(BUSY);
    }

    GenerationState end = foley.runToEnd(foley.accept().id(), 500);

    assertThat(end).isEqualTo(new GenerationState.Failed(FailureReason.SERVICE_UNAVAILABLE,
        start.plus(foley.settings.queuePatience())));
    assertThat(foley.provider.submits()).isEmpty();
  }

  @Test
  void aServiceThatIsLeftAloneIsWaitedForAsForOneThatIsDown() {
    for (int i = 0; i < 50; i++) {
      foley.provider.onAdmit(DOWN);
    }

    GenerationState end = foley.runToEnd(foley.accept().id(), 50);

    assertThat(end).isInstanceOfSatisfying(GenerationState.Failed.class,
        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.SERVICE_UNAVAILABLE));
    assertThat(Duration.between(start, foley.clock.instant())).isLessThanOrEqualTo(foley.settings.submitPatience());
    assertThat(foley.provider.submits()).isEmpty();
  }

  @Test
  void theWaitForRoomDoesNotCountWhenTheServiceThenGoesDown() {
    GenerationId id = foley.accept().id();
    foley.clock.advance(foley.settings.submitPatience().multipliedBy(3));
    foley.provider.onAdmit(DOWN).onSubmitFail(Kind.UNAVAILABLE);

    assertThat(foley.runToEnd(id, 20)).isInstanceOf(GenerationState.Delivered.class);
  }

  @Test
  void aServiceThatHasNoRoomWhenItIsAskedIsWaitedForAsLong() {
    for (int i = 0; i < 6; i++) {
      foley.provider.onSubmitThrottle(Duration.ofSeconds(30));
    }

    assertThat(foley.runToEnd(foley.accept().id(), 50)).isInstanceOf(GenerationState.Delivered.class);
    assertThat(Duration.between(start, foley.clock.instant())).isGreaterThan(foley.settings.submitPatience());
  }

  @Test
  void thePlaceIsGivenBackAfterTheSubmit() {
    foley.provider.duringSubmit(() -> assertThat(foley.provider.placesTaken()).isEqualTo(1));

    foley.step.advance(foley.accept().id());

    assertThat(foley.provider.submits()).hasSize(1);
    assertThat(foley.provider.placesTaken()).isZero();
  }

  @Test
  void thePlaceIsGivenBackWhenTheSubmitFails() {
    foley.provider.onSubmitFail(Kind.OUTCOME_UNKNOWN);
    foley.step.advance(foley.accept().id());
    assertThat(foley.provider.placesTaken()).isZero();

    foley.provider.duringSubmit(() -> {
      throw new IllegalStateException("a defect");
    });
    GenerationId id = foley.accept().id();
    assertThatThrownBy(() -> foley.step.advance(id)).hasMessage("a defect");
    assertThat(foley.provider.placesTaken()).isZero();
  }

  @Test
  void thePlaceIsGivenBackWhenNothingIsSubmitted() {
    GenerationId lost = foley.accept().id();
    foley.store.beforeReplace(() -> foley.generations.cancel(lost));
    foley.step.advance(lost);
    assertThat(foley.provider.submits()).isEmpty();
    assertThat(foley.provider.placesTaken()).isZero();

    GenerationId unwritten = foley.accept().id();
    foley.store.beforeReplace(() -> {
      throw new StoreException("The database does not answer", new IllegalStateException());
    });
    assertThatThrownBy(() -> foley.step.advance(unwritten)).isInstanceOf(StoreException.class);
    assertThat(foley.provider.placesTaken()).isZero();
  }

  @Test
  void aRequestThatWaitsItsTurnCanBeCancelled() {
    foley.provider.onAdmit(BUSY);
    GenerationId id = foley.accept().id();
    foley.step.advance(id);

    assertThat(foley.generations.cancel(id)).isEqualTo(Cancellation.UNDER_WAY);

    assertThat(foley.runToEnd(id, 5)).isInstanceOf(GenerationState.Failed.class);
    assertThat(foley.provider.submits()).isEmpty();
  }

  @Test
  void aSoundThatIsInTheSpoolAfterACrashWhileSubmittingIsDelivered() {
    foley.provider.duringSubmit(() -> {
      throw new IllegalStateException("kill -9");
    });
    GenerationId id = foley.accept().id();
    assertThatThrownBy(() -> foley.step.advance(id)).hasMessage("kill -9");
    foley.fetcher.keep(id.value(), FakeFetcher.artifact(FakeProvider.RESULT, id.value()));

    assertThat(foley.runToEnd(id, 5)).isInstanceOf(GenerationState.Delivered.class);

    assertThat(foley.provider.submits()).hasSize(1);
    assertThat(foley.delivery.notices()).isEmpty();
    assertThat(foley.store.find(id).orElseThrow().cost()).isEmpty();
  }
}
