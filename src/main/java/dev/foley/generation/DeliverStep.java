package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code Ready → Delivered} and {@code Failing → Failed}: tells the member how it ended, and writes down that it did only after
 * Discord has answered. A crash in between repeats the telling, which {@link AudioDelivery} makes harmless.
 */
final class DeliverStep {
  private final Transitions transitions;
  private final Retry retry;
  private final AudioSpool spool;
  private final AudioDelivery delivery;
  private final GenerationSettings settings;
  private final InstantSource clock;

  DeliverStep(Transitions transitions, Retry retry, AudioSpool spool, AudioDelivery delivery,
      GenerationSettings settings, InstantSource clock) {
    this.transitions = transitions;
    this.retry = retry;
    this.spool = spool;
    this.delivery = delivery;
    this.settings = settings;
    this.clock = clock;
  }

  Next deliver(Generation generation, GenerationState.Ready ready) {
    if (!spool.holds(ready.audio())) {
      return lost(generation, ready.audio());
    }
    return switch (delivery.deliver(List.of(new Take.Sound(generation, ready.audio())))) {
      case DeliveryOutcome.Posted posted -> delivered(generation, ready, posted.messageId());
      case DeliveryOutcome.NotNow notNow -> again(generation, ready.since(), FailureReason.UNDELIVERABLE, notNow);
      case DeliveryOutcome.Impossible impossible ->
        end(generation, FailureReason.UNDELIVERABLE, impossible.detail()); // the file stays: it was paid for
    };
  }

  /** The spool was lost. Some services still have the sound; others answered with it, once. */
  private Next lost(Generation generation, AudioArtifact audio) {
    Instant now = clock.instant();
    if (audio.source().isEmpty()) {
      return retry.giveUp(generation, FailureReason.RESULT_NOT_KEPT, "the file is not in the spool any more");
    }
    transitions.commit(generation.to(new GenerationState.Completed(audio.source().get(), now)));
    return new Next.WakeAt(now);
  }

  Next tell(Generation generation, GenerationState.Failing failing) {
    return switch (delivery.deliver(List.of(new Take.Missing(generation, failing.reason())))) {
      case DeliveryOutcome.Posted _ -> end(generation, failing.reason(), "told");
      case DeliveryOutcome.NotNow notNow -> again(generation, failing.since(), failing.reason(), notNow);
      case DeliveryOutcome.Impossible impossible -> end(generation, failing.reason(), impossible.detail());
    };
  }

  private Next delivered(Generation generation, GenerationState.Ready ready, long messageId) {
    Instant now = clock.instant();
    if (!transitions.commit(generation.to(new GenerationState.Delivered(messageId, now)))) {
      return new Next.WakeAt(now);
    }
    spool.discard(ready.audio());
    return new Next.Finished();
  }

  private Next again(Generation generation, Instant since, FailureReason reason, DeliveryOutcome.NotNow notNow) {
    return retry.later(generation, generation.state(), since.plus(settings.deliveryPatience()),
        notNow.retryAfter().orElse(Duration.ZERO), notNow.detail(), () -> end(generation, reason, notNow.detail()));
  }

  private Next end(Generation generation, FailureReason reason, String detail) {
    Instant now = clock.instant();
    Generation failed = generation.to(new GenerationState.Failed(reason, now));
    if (!transitions.commit(failed)) {
      return new Next.WakeAt(now);
    }
    transitions.listener().failed(failed, reason, detail);
    return new Next.Finished();
  }
}
