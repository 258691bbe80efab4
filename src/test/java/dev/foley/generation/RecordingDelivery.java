package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Discord in memory: takes everything as message 1, 2 … unless scripted otherwise, one message for each request however often it
 * is delivered. For one thread at a time.
 */
public final class RecordingDelivery implements AudioDelivery {
  /** A sound that was put before a member. */
  public record Sound(GenerationId id, AudioArtifact audio) {}

  /** A failure that a member was told. */
  public record Notice(GenerationId id, FailureReason reason) {}

  private final Map<GenerationId, List<Take>> messages = new LinkedHashMap<>();
  private final Deque<DeliveryOutcome> script = new ArrayDeque<>();
  private final AtomicReference<Runnable> afterPosting = new AtomicReference<>(() -> {});
  private int calls;

  @Override
  public DeliveryOutcome deliver(List<Take> takes) {
    calls++;
    GenerationId request = takes.getFirst().generation().takes().first();
    DeliveryOutcome outcome = Optional.ofNullable(script.poll()).orElseGet(() -> {
      messages.putIfAbsent(request, List.copyOf(takes));
      return new DeliveryOutcome.Posted(List.copyOf(messages.keySet()).indexOf(request) + 1);
    });
    if (outcome instanceof DeliveryOutcome.Posted) {
      afterPosting.getAndSet(() -> {}).run();
    }
    return outcome;
  }

  /** Plays these outcomes once, in order, before the usual ones. */
  public RecordingDelivery answering(DeliveryOutcome... outcomes) {
    script.addAll(List.of(outcomes));
    return this;
  }

  /** Runs the hook once, when the next message is there and nobody knows yet: to crash there, throw from it. */
  public RecordingDelivery afterPosting(Runnable hook) {
    afterPosting.set(hook);
    return this;
  }

  /** What each message says, in their order. */
  public List<List<Take>> messages() {
    return List.copyOf(messages.values());
  }

  /** How often a delivery was tried. */
  public int calls() {
    return calls;
  }

  public List<Sound> sounds() {
    return all().flatMap(take -> take instanceof Take.Sound(Generation generation, AudioArtifact audio)
        ? Stream.of(new Sound(generation.id(), audio))
        : Stream.empty()).toList();
  }

  public List<Notice> notices() {
    return all().flatMap(take -> take instanceof Take.Missing(Generation generation, FailureReason reason)
        ? Stream.of(new Notice(generation.id(), reason))
        : Stream.empty()).toList();
  }

  private Stream<Take> all() {
    return messages.values().stream().flatMap(List::stream);
  }
}
