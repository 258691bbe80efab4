package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioFetcher;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code Completed → Ready}: brings the file here and has it looked at. */
final class FetchStep {
  /** A file that came broken this often in a row is broken there, not on the way. */
  private static final int MAX_BROKEN = 3;

  private final Arrival arrival;
  private final Retry retry;
  private final AudioFetcher fetcher;
  private final GenerationSettings settings;

  FetchStep(Arrival arrival, Retry retry, AudioFetcher fetcher, GenerationSettings settings) {
    this.arrival = arrival;
    this.retry = retry;
    this.fetcher = fetcher;
    this.settings = settings;
  }

  Next fetch(Generation generation, GenerationState.Completed completed) {
    Instant giveUpAt = completed.since().plus(settings.deadline());
    try {
      return switch (fetcher.fetch(completed.result(), generation.id().value())) {
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
}
