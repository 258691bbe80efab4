package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.Cost;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderException;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code Queued → Submitting → Pending}. That the submit is about to happen is committed before it happens: whoever later finds
 * {@code Submitting} in the row knows that a call was made and that its answer is lost. No service documents idempotency keys, so
 * such a call is never repeated silently.
 */
final class SubmitStep {
  private final Transitions transitions;
  private final Retry retry;
  private final AudioSpool spool;
  private final GenerationSettings settings;
  private final InstantSource clock;

  SubmitStep(Transitions transitions, Retry retry, AudioSpool spool, GenerationSettings settings, InstantSource clock) {
    this.transitions = transitions;
    this.retry = retry;
    this.spool = spool;
    this.settings = settings;
    this.clock = clock;
  }

  Next submit(Generation queued, AudioProvider provider) {
    Instant now = clock.instant();
    Generation submitting = queued.attempting(new GenerationState.Submitting(now));
    if (!transitions.commit(submitting)) {
      return new Next.WakeAt(now);
    }
    try {
      return switch (provider.submit(submission(queued))) {
        case SubmitOutcome.Accepted accepted -> accepted(submitting, accepted);
        case SubmitOutcome.Finished(URI result, var cost) -> done(submitting, completed(result), cost);
        case SubmitOutcome.Answered(AudioArtifact audio, var cost) -> done(submitting, ready(audio), cost);
        case SubmitOutcome.Refused refused -> retry.giveUp(submitting, refused.reason(), refused.detail());
      };
    } catch (ProviderException e) {
      return failed(submitting, e);
    }
  }

  private static Submission submission(Generation generation) {
    return new Submission(generation.request(), generation.id().value(), generation.origin().member().value());
  }

  /**
   * A row found in {@code Submitting}: the process that made the call is gone, and the answer with it; unless the answer was the
   * sound, and is in the spool already.
   */
  Next interrupted(Generation submitting) {
    Optional<AudioArtifact> kept = spool.find(submitting.id().value());
    if (kept.isPresent()) {
      return done(submitting, ready(kept.get()), Optional.empty());
    }
    return retry.giveUp(submitting, FailureReason.OUTCOME_UNKNOWN, "the bot stopped while it was submitting");
  }

  private Next accepted(Generation submitting, SubmitOutcome.Accepted accepted) {
    Instant now = clock.instant();
    Generation pending = submitting.to(new GenerationState.Pending(accepted.jobId(), now), accepted.cost());
    if (!transitions.commit(pending)) {
      return new Next.WakeAt(now);
    }
    return new Next.WakeAt(PollPlan.first(now));
  }

  private GenerationState completed(URI result) {
    return new GenerationState.Completed(result, clock.instant());
  }

  private GenerationState ready(AudioArtifact audio) {
    return new GenerationState.Ready(audio, clock.instant());
  }

  private Next done(Generation submitting, GenerationState next, Optional<Cost> cost) {
    transitions.commit(submitting.to(next, cost));
    return new Next.WakeAt(clock.instant());
  }

  private Next failed(Generation submitting, ProviderException e) {
    return switch (e.kind()) {
      case THROTTLED, UNAVAILABLE -> retry.later(submitting, new GenerationState.Queued(clock.instant()),
          submitting.createdAt().plus(settings.submitPatience()), FailureReason.SERVICE_UNAVAILABLE, e);
      case UNAUTHORIZED -> retry.giveUp(submitting, FailureReason.KEY_REJECTED, Retry.describe(e));
      case INVALID_RESPONSE, OUTCOME_UNKNOWN ->
        retry.giveUp(submitting, FailureReason.OUTCOME_UNKNOWN, Retry.describe(e));
    };
  }
}
