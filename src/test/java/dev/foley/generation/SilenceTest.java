package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioMeasurement;
import dev.foley.generation.LedgerEntry.Kind;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FakeFetcher;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.SubmitOutcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A result in which there is nothing to be heard is a failure, whatever way it came. */
class SilenceTest {
  private static final Cost REPORTED = new Cost(new BigDecimal("3"), CostUnit.FAL_UNITS);
  private static final AudioArtifact SILENT = measured(Double.NEGATIVE_INFINITY);

  private final GenerationFixture foley = new GenerationFixture();

  @Test
  void aSilentFileIsNotFetchedTwice() {
    foley.fetcher.onFetch(new FetchOutcome.Fetched(SILENT));

    GenerationId id = runToSilence();

    assertThat(foley.fetcher.fetches()).hasSize(1);
    assertThat(kinds(id)).containsExactly(Kind.RESERVED, Kind.CHARGED, Kind.UNCERTAIN);
  }

  @Test
  void aSilentAnswerToTheSubmitIsChargedWhatItsServiceSays() {
    foley.provider.onSubmit(new SubmitOutcome.Answered(SILENT, Optional.of(REPORTED)));

    GenerationId id = runToSilence();

    assertThat(kinds(id)).containsExactly(Kind.RESERVED, Kind.CHARGED, Kind.UNCERTAIN);
    assertThat(Spending.of(foley.store.entries(id)).in(CostUnit.FAL_UNITS)).isEqualByComparingTo("3");
  }

  @Test
  void aSilentAnswerToAPollIsAFailureToo() {
    foley.provider.onPoll(new PollOutcome.Answered(SILENT, Optional.of(REPORTED)));

    assertThat(foley.store.find(runToSilence()).orElseThrow().cost()).contains(REPORTED);
  }

  @Test
  void aSilentFileThatSurvivedACrashIsAFailureToo() {
    Generation queued = foley.accept();
    foley.store.replace(queued.to(new GenerationState.Submitting(foley.clock.instant())));
    foley.fetcher.keep(queued.id().value(), SILENT);

    assertThat(foley.runToEnd(queued.id(), 5)).isInstanceOfSatisfying(GenerationState.Failed.class,
        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.RESULT_SILENT));
    assertThat(foley.fetcher.discarded()).containsExactly(SILENT);
  }

  @Test
  void aSilentSoundOfAJobThatWasBeingCancelledIsNotDelivered() {
    foley.provider.cancelling().onPoll(new PollOutcome.Answered(SILENT, Optional.empty()));
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Pending.class);
    foley.generations.cancel(id);

    assertThat(foley.runToEnd(id, 5)).isInstanceOf(GenerationState.Failed.class);
    assertThat(foley.delivery.sounds()).isEmpty();
  }

  @Test
  void whatIsQuietIsDelivered() {
    foley.fetcher.onFetch(new FetchOutcome.Fetched(measured(-50)));

    assertThat(foley.runToEnd(foley.accept().id(), 10)).isInstanceOf(GenerationState.Delivered.class);
  }

  @Test
  void theOtherTakesAreDelivered() {
    foley.fetcher.onFetch(new FetchOutcome.Fetched(SILENT));
    List<Generation> takes = foley.acceptTakes(2);

    foley.runAllToEnd(takes);

    assertThat(foley.delivery.messages()).hasSize(1);
    assertThat(foley.delivery.sounds()).hasSize(1);
    assertThat(foley.delivery.notices()).extracting(RecordingDelivery.Notice::reason)
        .containsExactly(FailureReason.RESULT_SILENT);
  }

  @Test
  void theFileStaysWhereSomebodyElseWasFaster() {
    foley.provider.cancelling();
    GenerationId id = foley.accept().id();
    foley.runTo(id, GenerationState.Completed.class);
    foley.fetcher.onFetch(new FetchOutcome.Fetched(SILENT));
    foley.store.beforeReplace(() -> foley.runTo(id, GenerationState.Ready.class));

    foley.step.advance(id);

    assertThat(foley.fetcher.discarded()).isEmpty();
  }

  private GenerationId runToSilence() {
    GenerationId id = foley.accept().id();
    assertThat(foley.runToEnd(id, 10)).isInstanceOfSatisfying(GenerationState.Failed.class,
        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.RESULT_SILENT));
    assertThat(foley.delivery.notices())
        .containsExactly(new RecordingDelivery.Notice(id, FailureReason.RESULT_SILENT));
    assertThat(foley.fetcher.discarded()).containsExactly(SILENT);
    return id;
  }

  private List<Kind> kinds(GenerationId id) {
    return foley.store.entries(id).stream().map(LedgerEntry::kind).toList();
  }

  private static AudioArtifact measured(double peak) {
    AudioArtifact usual = FakeFetcher.artifact(FakeProvider.RESULT, "x");
    return new AudioArtifact(usual.file(), usual.sizeBytes(), usual.content(),
        Optional.of(new AudioMeasurement(peak, peak - 3, 0)), usual.source());
  }
}
