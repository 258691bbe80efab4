package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderJobId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a generation stands. Each state holds exactly what is true in it; each change is one UPDATE guarded by the row's
 * version.
 *
 * <pre>
 * Queued ⇄ Submitting ─▶ Pending ─▶ Completed ⇄ Ready ─▶ Delivered
 *    │         │            │           │         │
 *    └─────────┴────────────┴───────────┴─▶ Failing ─▶ Failed
 * </pre>
 *
 * A service that answers at once leads from {@code Submitting} to {@code Completed} or {@code Ready}. {@code Cancelling} stands beside
 * {@code Pending}, and leads to where that does, back to it, or to {@code Failing}.
 */
public sealed interface GenerationState {
  /**
   * Recorded; the service has not been asked, or is known not to have taken it.
   *
   * @param since when it was recorded, or when the service was found to be down, or last to have no room
   */
  record Queued(Instant since) implements GenerationState {}

  /** The submit call has begun; after a crash we cannot know whether it arrived. */
  record Submitting(Instant since) implements GenerationState {}

  /** Accepted by the service. When to ask next is the timer's business, not a field. */
  record Pending(ProviderJobId jobId, Instant acceptedAt) implements GenerationState {}

  /**
   * The member does not want it any more, and the service is being told so. It may be done before it hears it; then the sound is
   * delivered after all, since it was paid for.
   */
  record Cancelling(ProviderJobId jobId, Instant acceptedAt, Instant since) implements GenerationState {}

  /**
   * The service is done; its file is not here yet. The address is kept, so that nothing but this file stands between the
   * member and what was paid for.
   */
  record Completed(URI result, Instant since) implements GenerationState {
    /** Leaves the address out, which may be signed: this ends up in logs. */
    @Override
    public String toString() {
      return "Completed[since=" + since + "]";
    }
  }

  /** The sound is in the spool; the channel does not have it yet. */
  record Ready(AudioArtifact audio, Instant since) implements GenerationState {}

  /**
   * The end that everybody wants.
   *
   * @param direct the member's direct channel, if the message stands there; empty where it stands where the member asked
   * @param audio what was delivered; its file may have been removed since. Empty for what was delivered before this was kept
   */
  record Delivered(long messageId, Optional<ChannelId> direct, Optional<AudioArtifact> audio,
      Instant at) implements GenerationState {
    /** Where the member asked, and nothing is known of the sound any more. */
    public Delivered(long messageId, Instant at) {
      this(messageId, Optional.empty(), Optional.empty(), at);
    }
  }

  /** It will not become a sound; the member has not been told yet. */
  record Failing(FailureReason reason, Instant since) implements GenerationState {}

  /** The member was told, or could not be reached. */
  record Failed(FailureReason reason, Instant at) implements GenerationState {}

  /** Whether nothing is left to be done. */
  default boolean isFinal() {
    return switch (this) {
      case Delivered _, Failed _ -> true;
      case Queued _, Submitting _, Pending _, Cancelling _, Completed _, Ready _, Failing _ -> false;
    };
  }

  /** For logs and metrics. */
  default String name() {
    return getClass().getSimpleName();
  }
}
