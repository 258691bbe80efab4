package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Discord in memory: takes everything as message 1, 2 … unless scripted otherwise. For one thread at a time. */
public final class RecordingDelivery implements AudioDelivery {
  /** A sound that was put before a member. */
  public record Sound(GenerationId id, AudioArtifact audio) {}

  /** A failure that a member was told. */
  public record Notice(GenerationId id, FailureReason reason) {}

  private final List<Sound> sounds = new CopyOnWriteArrayList<>();
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final Deque<DeliveryOutcome> script = new ArrayDeque<>();
  private long lastMessageId;

  @Override
  public DeliveryOutcome deliver(List<Take> takes) {
    DeliveryOutcome outcome = next();
    if (outcome instanceof DeliveryOutcome.Posted) {
      for (Take take : takes) {
        switch (take) {
          case Take.Sound(Generation generation, AudioArtifact audio) -> sounds.add(new Sound(generation.id(), audio));
          case Take.Missing(Generation generation, FailureReason reason) ->
            notices.add(new Notice(generation.id(), reason));
        }
      }
    }
    return outcome;
  }

  /** Plays these outcomes once, in order, before the usual ones. */
  public RecordingDelivery answering(DeliveryOutcome... outcomes) {
    script.addAll(List.of(outcomes));
    return this;
  }

  public List<Sound> sounds() {
    return List.copyOf(sounds);
  }

  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  private DeliveryOutcome next() {
    return Optional.ofNullable(script.poll()).orElseGet(() -> new DeliveryOutcome.Posted(++lastMessageId));
  }
}
