package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * {@code Ready → Delivered} and {@code Failing → Failed}: tells the member how it ended, and writes down that it did only after
 * Discord has answered. A crash in between repeats the telling, which {@link AudioDelivery} makes harmless.
 *
 * <p>The takes of one request are told of in one message. Each waits here until all have settled; then one of them, which all
 * agree on by looking at the same rows ({@link TakesTogether#speaker}), delivers for all and ends. Whoever finds that one of its
 * request has ended follows: by then the message is there, or there will be none. Nothing but the rows is shared, so every crash
 * leaves takes that go on by the same rules; two speakers at once, should rows change between two looks, deliver the same message.
 */
final class DeliverStep {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  /** While Discord keeps the speaker waiting, the others look less often. */
  private static final Duration LOOK_AGAIN_LATER = Duration.ofSeconds(5);

  private final GenerationStore store;
  private final Transitions transitions;
  private final Retry retry;
  private final AudioSpool spool;
  private final AudioDelivery delivery;
  private final GenerationSettings settings;
  private final InstantSource clock;

  DeliverStep(GenerationStore store, Transitions transitions, Retry retry, AudioSpool spool, AudioDelivery delivery,
      GenerationSettings settings, InstantSource clock) {
    this.store = store;
    this.transitions = transitions;
    this.retry = retry;
    this.spool = spool;
    this.delivery = delivery;
    this.settings = settings;
    this.clock = clock;
  }

  Next deliver(Generation generation, GenerationState.Ready ready) {
    TakesTogether request = request(generation);
    if (request.ended()) {
      Optional<GenerationState.Delivered> told = request.delivered();
      return told.isPresent()
          ? delivered(generation, ready, told.get().messageId(), told.get().direct())
          : end(generation, FailureReason.UNDELIVERABLE, "its request could not be delivered"); // the file stays
    }
    if (!spool.holds(ready.audio())) {
      return lost(generation, ready.audio());
    }
    if (!isSpeaker(generation, request)) {
      return lookAgain(request);
    }
    return switch (delivery.deliver(request.told())) {
      case DeliveryOutcome.Posted(long messageId, var direct) -> delivered(generation, ready, messageId, direct);
      case DeliveryOutcome.NotNow notNow -> again(generation, request, FailureReason.UNDELIVERABLE, notNow);
      case DeliveryOutcome.Impossible impossible ->
        end(generation, FailureReason.UNDELIVERABLE, impossible.detail()); // the file stays: it was paid for
    };
  }

  Next tell(Generation generation, GenerationState.Failing failing) {
    TakesTogether request = request(generation);
    if (request.ended()) {
      return end(generation, failing.reason(), "told with the other takes");
    }
    if (!isSpeaker(generation, request)) {
      return lookAgain(request);
    }
    return switch (delivery.deliver(request.told())) {
      case DeliveryOutcome.Posted _ -> end(generation, failing.reason(), "told");
      case DeliveryOutcome.NotNow notNow -> again(generation, request, failing.reason(), notNow);
      case DeliveryOutcome.Impossible impossible -> end(generation, failing.reason(), impossible.detail());
    };
  }

  /** Its siblings are looked up only where there are any. */
  private TakesTogether request(Generation generation) {
    return new TakesTogether(
        generation.takes().count() == 1 ? List.of(generation) : store.takes(generation.takes().first()));
  }

  /** A file that is not here any more is its own take's concern, which looks as often as this one. */
  private boolean isSpeaker(Generation generation, TakesTogether request) {
    Generation speaker = request.speaker();
    return request.settled() && speaker.id().equals(generation.id()) && speaker.version() == generation.version()
        && request.files().stream().allMatch(spool::holds);
  }

  private Next lookAgain(TakesTogether request) {
    boolean speakerWaits = request.settled() && request.speaker().failures() > 0;
    return new Next.WakeAt(clock.instant().plus(speakerWaits ? LOOK_AGAIN_LATER : LOOK_AGAIN));
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

  private Next delivered(Generation generation, GenerationState.Ready ready, long messageId,
      Optional<ChannelId> direct) {
    Instant now = clock.instant();
    if (!transitions
        .commit(generation.to(new GenerationState.Delivered(messageId, direct, Optional.of(ready.audio()), now)))) {
      return new Next.WakeAt(now);
    }
    spool.shelve(ready.audio());
    return new Next.Finished();
  }

  private Next again(Generation generation, TakesTogether request, FailureReason reason,
      DeliveryOutcome.NotNow notNow) {
    return retry.later(generation, generation.state(), request.settledAt().plus(settings.deliveryPatience()),
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
