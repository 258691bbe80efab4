package dev.foley.discord.look;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.provider.FailureReason;
import java.util.Collection;
import java.util.Comparator;

/** How far a request is. Of several takes it is the foremost in this order. */
enum Stage {
  CANCELLING(LookText.CANCELLING), GENERATING(LookText.GENERATING), QUEUED(LookText.QUEUED), READY(
      LookText.READY),
  DELIVERED(LookText.DELIVERED),
  /** Made, and no way to the member was left. */
  UNDELIVERED(LookText.UNDELIVERED), FAILED(LookText.FAILED), CANCELLED(LookText.CANCELLED);

  private final LookText word;

  Stage(LookText word) {
    this.word = word;
  }

  LookText word() {
    return word;
  }

  /** Whether something is still to come. */
  boolean isPending() {
    return compareTo(DELIVERED) < 0;
  }

  /** Whether there is, or was, a sound. */
  boolean isMade() {
    return this == DELIVERED || this == UNDELIVERED;
  }

  /** @param takes of one request, at least one */
  static Stage of(Collection<Generation> takes) {
    return takes.stream().map(take -> of(take.state())).min(Comparator.naturalOrder()).orElseThrow();
  }

  static Stage of(GenerationState state) {
    return switch (state) {
      case GenerationState.Queued _ -> QUEUED;
      case GenerationState.Submitting _, GenerationState.Pending _ -> GENERATING;
      case GenerationState.Cancelling _ -> CANCELLING;
      case GenerationState.Completed _, GenerationState.Ready _ -> READY;
      case GenerationState.Delivered _ -> DELIVERED;
      case GenerationState.Failing(FailureReason reason, _) -> of(reason);
      case GenerationState.Failed(FailureReason reason, _) -> of(reason);
    };
  }

  private static Stage of(FailureReason reason) {
    return switch (reason) {
      case UNDELIVERABLE -> UNDELIVERED;
      case CANCELLED, CANCELLED_LATE -> CANCELLED;
      default -> FAILED;
    };
  }
}
