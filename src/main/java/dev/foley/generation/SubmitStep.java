package dev.foley.generation;

import dev.foley.provider.Admission;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.Cost;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderException;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code Queued → Submitting → Pending}. That the submit is about to happen is committed before it happens, in the last moment at which
 * nothing has been sent ({@link Leaving}): whoever later finds {@code Submitting} in the row knows that a call was made and that its
 * answer is lost. No service documents idempotency keys, so such a call is never repeated silently.
 *
 * <p>Before that, the service's limits are asked, by whoever has the turn ({@link FairTurns}). Where there is no room, or others go
 * first, the row stays as it is, and nothing is counted as a failure: a request that waits its turn is in order.
 */
final class SubmitStep {
  /** A cancelled request or a place that has become free should be noticed, even if the service asked for a long wait. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  /** What ends the process each time would otherwise do so for ever. */
  private static final int MAX_REPEATS = 3;

  private final Transitions transitions;
  private final Bookkeeper books;
  private final Arrival arrival;
  private final Retry retry;
  private final Backoff backoff;
  private final FairTurns turns;
  private final AudioSpool spool;
  private final Pacing pacing;
  private final GenerationSettings settings;
  private final InstantSource clock;

  SubmitStep(Transitions transitions, Bookkeeper books, Arrival arrival, Retry retry, Backoff backoff, FairTurns turns,
      AudioSpool spool, Pacing pacing, GenerationSettings settings, InstantSource clock) {
    this.transitions = transitions;
    this.books = books;
    this.arrival = arrival;
    this.retry = retry;
    this.backoff = backoff;
    this.turns = turns;
    this.spool = spool;
    this.pacing = pacing;
    this.settings = settings;
    this.clock = clock;
  }

  Next submit(Generation generation, GenerationState.Queued queued, AudioProvider provider) {
    if (!turns.isTurn(generation, provider)) {
      return waitForRoom(generation, provider, Duration.ZERO);
    }
    return switch (provider.admit(generation.request().model())) {
      case Admission.Busy(Duration askAgainAfter) -> {
        turns.noRoom(generation, provider, askAgainAfter);
        yield waitForRoom(generation, provider, askAgainAfter);
      }
      case Admission.Down down -> {
        turns.leaves(generation, provider);
        yield retry.later(generation, firstFailure(generation, queued), downUntil(generation, queued),
            FailureReason.SERVICE_UNAVAILABLE, down.askAgainAfter(), "the service is down");
      }
      case Admission.Granted(Admission.Place place) -> inPlace(place, generation, queued, provider);
    };
  }

  private Next inPlace(Admission.Place place, Generation generation, GenerationState.Queued queued,
      AudioProvider provider) {
    try (place) {
      turns.begins(generation, provider);
      return send(generation, queued, provider);
    } finally {
      turns.ends(generation, provider); // the place has been given back before
    }
  }

  private Next waitForRoom(Generation generation, AudioProvider provider, Duration askAgainAfter) {
    Instant now = clock.instant();
    Instant giveUpAt = queuedUntil(generation);
    if (!now.isBefore(giveUpAt)) {
      turns.leaves(generation, provider);
      return retry.giveUp(generation, FailureReason.SERVICE_UNAVAILABLE, "no room within " + settings.queuePatience());
    }
    transitions.listener().progressed(generation, Progress.QUEUED);
    Instant again = again(generation, now, askAgainAfter, turns.crowding(generation, provider));
    Instant due = again.isBefore(giveUpAt) ? again : giveUpAt;
    turns.waitsUntil(generation, provider, due);
    return new Next.WakeAt(due);
  }

  /** The longer it waits, and the more others do, the rarer it looks, but no rarer than now and then. */
  private Instant again(Generation generation, Instant now, Duration askAgainAfter, Duration crowding) {
    Duration wait = longer(Duration.between(now, PollPlan.next(generation.createdAt(), now)), askAgainAfter);
    Duration bounded = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    return now.plus(backoff.jittered(longer(bounded, crowding)));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Next send(Generation generation, GenerationState.Queued queued, AudioProvider provider) {
    Leaving leaving = new Leaving(generation, transitions, books, clock);
    try {
      SubmitOutcome outcome = offer(submission(generation, leaving), provider);
      Generation submitting = leaving.generation();
      return switch (outcome) {
        case SubmitOutcome.Accepted accepted -> accepted(submitting, accepted);
        case SubmitOutcome.Finished(URI result, var cost) -> finished(submitting, result, cost);
        case SubmitOutcome.Answered(AudioArtifact audio, var cost) ->
          arrival.of(submitting, audio, cost, books::charged);
        case SubmitOutcome.Refused refused -> retry.giveUp(submitting, refused.reason(), refused.detail());
      };
    } catch (ProviderException e) {
      return leaving.wasOvertaken()
          ? new Next.WakeAt(clock.instant())
          : failed(leaving.generation(), queued, e);
    }
  }

  private static SubmitOutcome offer(Submission submission, AudioProvider provider) throws ProviderException {
    try {
      return provider.submit(submission);
    } finally {
      submission.departure().left();
    }
  }

  private static Submission submission(Generation generation, Leaving leaving) {
    return new Submission(generation.request(), generation.id().value(), generation.origin().member().value(),
        leaving);
  }

  /**
   * A row found in {@code Submitting}: the process that made the call is gone, and the answer with it; unless this process has it, and
   * the database did not take it, or the answer was the sound, and is in the spool already. What it cost was lost with the answer, so the
   * estimate is charged. Where the process is known to have ended before the first byte left, nothing has happened, and it is submitted.
   *
   * @param repeatable whether the call can be made again, since it costs nothing
   */
  Next interrupted(Generation submitting, boolean repeatable) {
    if (transitions.writeAgain(submitting)) {
      return new Next.WakeAt(clock.instant());
    }
    Optional<AudioArtifact> kept = spool.find(submitting.id().value());
    if (kept.isPresent()) {
      return arrival.of(submitting, kept.get(), Optional.empty(), books::charged);
    }
    if ((repeatable || transitions.neverLeft(submitting)) && submitting.failures() < MAX_REPEATS) {
      Instant now = clock.instant();
      transitions.commit(submitting.afterFailure(new GenerationState.Queued(now)));
      return new Next.WakeAt(now);
    }
    return retry.giveUp(submitting, FailureReason.OUTCOME_UNKNOWN, "the bot stopped while it was submitting");
  }

  private Next accepted(Generation submitting, SubmitOutcome.Accepted accepted) {
    Instant now = clock.instant();
    Generation pending = submitting.to(new GenerationState.Pending(accepted.jobId(), now), accepted.cost());
    if (!transitions.commit(pending, books.charged(pending))) {
      return new Next.WakeAt(now);
    }
    return new Next.WakeAt(pacing.first(pending, now));
  }

  private Next finished(Generation submitting, URI result, Optional<Cost> cost) {
    Instant now = clock.instant();
    Generation completed = submitting.to(new GenerationState.Completed(result, now), cost);
    transitions.commit(completed, books.charged(completed));
    return new Next.WakeAt(now);
  }

  private Next failed(Generation submitting, GenerationState.Queued before, ProviderException e) {
    return switch (e.kind()) {
      case THROTTLED -> retry.later(submitting, new GenerationState.Queued(clock.instant()), queuedUntil(submitting),
          FailureReason.SERVICE_UNAVAILABLE, e);
      case UNAVAILABLE -> retry.later(submitting, firstFailure(submitting, before), downUntil(submitting, before),
          FailureReason.SERVICE_UNAVAILABLE, e);
      case UNAUTHORIZED -> retry.giveUp(submitting, FailureReason.KEY_REJECTED, Retry.describe(e));
      case INVALID_RESPONSE, OUTCOME_UNKNOWN ->
        retry.giveUp(submitting, FailureReason.OUTCOME_UNKNOWN, Retry.describe(e));
    };
  }

  /** A request may have waited long for room before its service went down: that wait does not count. */
  private GenerationState.Queued firstFailure(Generation generation, GenerationState.Queued before) {
    return generation.failures() == 0 ? new GenerationState.Queued(clock.instant()) : before;
  }

  private Instant downUntil(Generation generation, GenerationState.Queued before) {
    Instant patience = firstFailure(generation, before).since().plus(settings.submitPatience());
    Instant queuedUntil = queuedUntil(generation);
    return patience.isBefore(queuedUntil) ? patience : queuedUntil;
  }

  private Instant queuedUntil(Generation generation) {
    return generation.createdAt().plus(settings.queuePatience());
  }
}
