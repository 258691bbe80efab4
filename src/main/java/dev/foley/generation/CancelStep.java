package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.Cost;
import dev.foley.provider.FailureReason;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.ProviderException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code Cancelling → Failing}: tells the service that a job is not wanted any more, and finds out whether it heard it in time.
 * Services promise nothing: a job whose cancelling was accepted may still be made and charged, and is delivered then.
 */
final class CancelStep {
  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
  /** A job that still runs so long after it was cancelled is left to itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Transitions transitions;
  private final Bookkeeper books;
  private final Arrival arrival;
  private final Retry retry;
  private final InstantSource clock;

  CancelStep(Transitions transitions, Bookkeeper books, Arrival arrival, Retry retry, InstantSource clock) {
    this.transitions = transitions;
    this.books = books;
    this.arrival = arrival;
    this.retry = retry;
    this.clock = clock;
  }

  Next cancel(Generation generation, GenerationState.Cancelling cancelling, AudioProvider provider) {
    try {
      return switch (provider.cancel(cancelling.jobId())) {
        case REQUESTED -> ended(generation, cancelling, provider);
        case UNKNOWN_JOB -> leave(generation, "the service does not know the job");
        case TOO_LATE, UNSUPPORTED -> {
          transitions.commit(generation.to(new GenerationState.Pending(cancelling.jobId(), cancelling.acceptedAt())));
          yield new Next.WakeAt(clock.instant());
        }
      };
    } catch (ProviderException e) {
      return retry.later(generation, cancelling, cancelling.since().plus(PATIENCE),
          e.retryAfter().orElse(Duration.ZERO), Retry.describe(e), () -> leave(generation, Retry.describe(e)));
    }
  }

  private Next ended(Generation generation, GenerationState.Cancelling cancelling, AudioProvider provider)
      throws ProviderException {
    Instant now = clock.instant();
    return switch (provider.poll(cancelling.jobId(), generation.id().value())) {
      case PollOutcome.Running _ when now.isAfter(cancelling.since().plus(PATIENCE)) ->
        leave(generation, "still running after it was cancelled");
      case PollOutcome.Running _ -> new Next.WakeAt(now.plus(ASK_AGAIN));
      case PollOutcome.NotAsked _ when now.isAfter(cancelling.since().plus(PATIENCE)) ->
        leave(generation, "not asked whether it ended");
      case PollOutcome.NotAsked(Duration wait) -> new Next.WakeAt(now.plus(wait));
      case PollOutcome.Finished(URI result, var cost) ->
        done(generation, new GenerationState.Completed(result, now), cost);
      case PollOutcome.Answered(AudioArtifact audio, var cost) ->
        arrival.of(generation, audio, cost, answered -> books.answered(answered, cost));
      case PollOutcome.Refused refused -> retry.giveUp(generation, FailureReason.CANCELLED, refused.detail());
    };
  }

  /** Ends it without knowing whether the job ended: it may still be made, and charged. */
  Next leave(Generation generation, String detail) {
    return retry.giveUp(generation, FailureReason.CANCELLED_LATE, detail);
  }

  private Next done(Generation generation, GenerationState next, Optional<Cost> cost) {
    Generation answered = generation.to(next, cost);
    transitions.commit(answered, books.answered(answered, cost));
    return new Next.WakeAt(clock.instant());
  }
}
