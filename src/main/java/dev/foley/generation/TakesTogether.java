package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The takes of one request as they stand, and what follows from it for their one message. Pure.
 *
 * @param takes in their order, at least one
 */
record TakesTogether(List<Generation> takes) {
  /** Whether the member was told, or could not be: then every other take has only to follow. */
  boolean ended() {
    return takes.stream().anyMatch(take -> take.state().isFinal());
  }

  /** Where the message is that has the sounds, if they were delivered. */
  Optional<GenerationState.Delivered> delivered() {
    return takes.stream()
        .flatMap(take -> take.state() instanceof GenerationState.Delivered delivered
            ? Optional.of(delivered).stream()
            : Optional.<GenerationState.Delivered>empty().stream())
        .findFirst();
  }

  /** Whether of each it is known what became of it. */
  boolean settled() {
    return takes.stream().allMatch(take -> take.state() instanceof GenerationState.Ready
        || take.state() instanceof GenerationState.Failing || take.state().isFinal());
  }

  /** Since when it is; only of takes that have settled and not ended. */
  Instant settledAt() {
    return takes.stream().map(take -> switch (take.state()) {
      case GenerationState.Ready ready -> ready.since();
      case GenerationState.Failing failing -> failing.since();
      default -> throw notSettled(take);
    }).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The one that delivers for all: the first that is a sound, else the first. */
  Generation speaker() {
    return takes.stream().filter(take -> take.state() instanceof GenerationState.Ready).findFirst()
        .orElseGet(takes::getFirst);
  }

  /** The files that the message will have. */
  List<AudioArtifact> files() {
    return takes.stream()
        .flatMap(take -> take.state() instanceof GenerationState.Ready ready
            ? Optional.of(ready.audio()).stream()
            : Optional.<AudioArtifact>empty().stream())
        .toList();
  }

  /** What the message says; only of takes that have settled and not ended. */
  List<Take> told() {
    return takes.stream().<Take>map(take -> switch (take.state()) {
      case GenerationState.Ready(AudioArtifact audio, _) -> new Take.Sound(take, audio);
      case GenerationState.Failing(FailureReason reason, _) -> new Take.Missing(take, reason);
      default -> throw notSettled(take);
    }).toList();
  }

  private static IllegalStateException notSettled(Generation take) {
    return new IllegalStateException("take " + take.id() + " is " + take.state().name());
  }
}
