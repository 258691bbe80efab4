package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.Cost;
import dev.foley.provider.FailureReason;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** {@code Pending → Completed}: asks the service how far the job is, until it ends or its deadline has passed. */
final class PollStep {
  private final Transitions transitions;
  private final Bookkeeper books;
  private final Arrival arrival;
  private final Retry retry;
  private final Pacing pacing;
  private final GenerationSettings settings;
  private final InstantSource clock;

  PollStep(Transitions transitions, Bookkeeper books, Arrival arrival, Retry retry, Pacing pacing,
      GenerationSettings settings, InstantSource clock) {
    this.transitions = transitions;
    this.books = books;
    this.arrival = arrival;
    this.retry = retry;
    this.pacing = pacing;
    this.settings = settings;
    this.clock = clock;
  }

  Next poll(Generation generation, GenerationState.Pending pending, AudioProvider provider) {
    Instant deadline = deadline(pending);
    try {
      return switch (provider.poll(pending.jobId(), generation.id().value())) {
        case PollOutcome.Running running -> running(generation, pending, running.progress(), deadline);
        case PollOutcome.NotAsked(Duration wait) -> notAsked(generation, wait, deadline);
        case PollOutcome.Finished(URI result, var cost) ->
          done(generation, new GenerationState.Completed(result, clock.instant()), cost);
        case PollOutcome.Answered(AudioArtifact audio, var cost) ->
          arrival.of(seen(generation), audio, cost, answered -> books.answered(answered, cost));
        case PollOutcome.Refused refused -> retry.giveUp(generation, refused.reason(), refused.detail());
      };
    } catch (ProviderException e) {
      return retry.later(generation, pending, deadline, FailureReason.DEADLINE_PASSED, e);
    }
  }

  /** The job was accepted once and may have been paid for, so a key that went missing may come back. */
  Next cannotAsk(Generation generation, GenerationState.Pending pending, String detail) {
    return retry.later(generation, pending, deadline(pending), FailureReason.DEADLINE_PASSED, Duration.ZERO, detail);
  }

  private Instant deadline(GenerationState.Pending pending) {
    return pending.acceptedAt().plus(settings.deadline());
  }

  private Next running(Generation generation, GenerationState.Pending pending, Progress progress, Instant deadline) {
    Instant now = clock.instant();
    if (!now.isBefore(deadline)) {
      return retry.giveUp(generation, FailureReason.DEADLINE_PASSED, "still running after " + settings.deadline());
    }
    if (generation.failures() > 0 && !transitions.commit(generation.recovered())) {
      return new Next.WakeAt(now);
    }
    Instant again = pacing.again(generation, progress, pending.acceptedAt(), now);
    transitions.listener().progressed(generation, progress); // what is expected now follows from what was just seen
    return new Next.WakeAt(again.isBefore(deadline) ? again : deadline);
  }

  /** Nobody has learned anything, so nothing is written or told. */
  private Next notAsked(Generation generation, Duration wait, Instant deadline) {
    Instant now = clock.instant();
    if (!now.isBefore(deadline)) {
      return retry.giveUp(generation, FailureReason.DEADLINE_PASSED, "not asked again before " + settings.deadline());
    }
    Instant again = now.plus(wait);
    return new Next.WakeAt(again.isBefore(deadline) ? again : deadline);
  }

  private Next done(Generation generation, GenerationState next, Optional<Cost> cost) {
    Generation answered = seen(generation).to(next, cost);
    transitions.commit(answered, books.answered(answered, cost));
    return new Next.WakeAt(clock.instant());
  }

  private Generation seen(Generation generation) {
    return pacing.ended(generation).map(generation::seen).orElse(generation);
  }
}
