package dev.foley.provider;

import java.net.URI;
import java.util.Optional;

/** What a service said to a new request. That it said nothing usable is a {@link ProviderException}. */
public sealed interface SubmitOutcome {
  /** It has the job, and charges for it; ask again. */
  record Accepted(ProviderJobId jobId, Optional<Cost> cost) implements SubmitOutcome {}

  /**
   * Done at once. The address is the service's word and not yet trusted: {@link AudioFetcher} checks it.
   *
   * @param result where the file is
   */
  record Finished(URI result, Optional<Cost> cost) implements SubmitOutcome {}

  /** Done at once, and the answer was the sound. */
  record Answered(AudioArtifact audio, Optional<Cost> cost) implements SubmitOutcome {}

  /**
   * Nothing will come of it, now or later. Whether something was charged, the reason says.
   *
   * @param detail for the log: the service's own words, shortened, no secret in them
   */
  record Refused(FailureReason reason, String detail) implements SubmitOutcome {}

  /** What follows from taking in an answer that was to be the sound: the service charged for it, so what is unfit is not asked for again. */
  static SubmitOutcome of(FetchOutcome taken, Optional<Cost> cost) {
    return switch (taken) {
      case FetchOutcome.Fetched(AudioArtifact audio) -> new Answered(audio, cost);
      case FetchOutcome.Broken(FailureReason reason, String detail) -> new Refused(reason, detail);
      case FetchOutcome.Rejected(FailureReason reason, String detail) -> new Refused(reason, detail);
    };
  }
}
