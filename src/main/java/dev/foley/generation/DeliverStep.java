package dev.foley.generation;

import dev.foley.provider.AudioFetcher;
import dev.foley.provider.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * {@code Ready → Delivered} and {@code Failing → Failed}: tells the member how it ended, and writes down that it did only after
 * Discord has answered. A crash in between repeats the telling, which {@link AudioDelivery} makes harmless.
 */
final class DeliverStep {
  private final Transitions transitions;
  private final Retry retry;
  private final AudioFetcher fetcher;
  private final AudioDelivery delivery;
  private final GenerationSettings settings;
  private final InstantSource clock;

  DeliverStep(Transitions transitions, Retry retry, AudioFetcher fetcher, AudioDelivery delivery,
      GenerationSettings settings, InstantSource clock) {
    this.transitions = transitions;
    this.retry = retry;
    this.fetcher = fetcher;
    this.delivery = delivery;
    this.settings = settings;
    this.clock = clock;
  }

  Next deliver(Generation generation, GenerationState.Ready ready) {
    Instant now = clock.instant();
    if (!fetcher.holds(ready.audio())) { // the spool was lost; the service still has it
      transitions.commit(generation.to(new GenerationState.Completed(ready.audio().source(), now)));
      return new Next.WakeAt(now);
    }
    return switch (delivery.deliver(generation, ready.audio())) {
      case DeliveryOutcome.Posted posted -> delivered(generation, ready, posted.messageId());
      case DeliveryOutcome.NotNow notNow -> again(generation, ready.since(), FailureReason.UNDELIVERABLE, notNow);
      case DeliveryOutcome.Impossible impossible ->
        end(generation, FailureReason.UNDELIVERABLE, impossible.detail()); // the file stays: it was paid for
    };
  }

  Next tell(Generation generation, GenerationState.Failing failing) {
    return switch (delivery.tellFailure(generation, failing.reason())) {
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
    fetcher.discard(ready.audio());
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
