package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioFetcher;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.IncomingSound;
import dev.foley.provider.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code Completed → Ready}: brings the file here and has it looked at. Delivery is told as soon as it is known what is coming, so that
 * the way to Discord need not wait for the end of the way here.
 */
final class FetchStep {
  private static final Logger log = LoggerFactory.getLogger(FetchStep.class);

  /** A file that came broken this often in a row is broken there, not on the way. */
  private static final int MAX_BROKEN = 3;

  private final Arrival arrival;
  private final Retry retry;
  private final AudioFetcher fetcher;
  private final AudioDelivery delivery;
  private final GenerationSettings settings;
  private final InstantSource clock;

  FetchStep(Arrival arrival, Retry retry, AudioFetcher fetcher, AudioDelivery delivery,
      GenerationSettings settings, InstantSource clock) {
    this.arrival = arrival;
    this.retry = retry;
    this.fetcher = fetcher;
    this.delivery = delivery;
    this.settings = settings;
    this.clock = clock;
  }

  Next fetch(Generation generation, GenerationState.Completed completed) {
    Instant giveUpAt = completed.since().plus(settings.deadline());
    try {
      return switch (fetcher.fetch(completed.result(), generation.id().value(),
          coming -> begin(generation, coming))) {
        case FetchOutcome.Fetched(AudioArtifact audio) ->
          arrival.of(generation, audio, Optional.empty(), _ -> List.of());
        case FetchOutcome.Broken broken when generation.failures() + 1 >= MAX_BROKEN ->
          retry.giveUp(generation, broken.reason(), broken.detail());
        case FetchOutcome.Broken broken ->
          retry.later(generation, completed, giveUpAt, broken.reason(), Duration.ZERO, broken.detail());
        case FetchOutcome.Rejected rejected -> retry.giveUp(generation, rejected.reason(), rejected.detail());
      };
    } catch (ProviderException e) {
      return retry.later(generation, completed, giveUpAt, FailureReason.RESULT_UNREACHABLE, e);
    }
  }

  /** A head start that goes wrong must not cost the sound. */
  private void begin(Generation generation, IncomingSound coming) {
    try {
      delivery.begin(announced(generation, coming.announced()), coming);
    } catch (RuntimeException e) {
      log.atError().setCause(e).addKeyValue("generationId", generation.id()).log("A delivery could not be begun early");
    }
  }

  private Take.Sound announced(Generation generation, AudioArtifact audio) {
    return new Take.Sound(generation.to(new GenerationState.Ready(audio, clock.instant())), audio);
  }
}
