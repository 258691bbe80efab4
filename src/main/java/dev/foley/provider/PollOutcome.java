package dev.foley.provider;

import java.net.URI;
import java.util.Optional;

/** What a service said about a job. That it said nothing usable is a {@link ProviderException}. */
public sealed interface PollOutcome {
  record Running(Progress progress) implements PollOutcome {}

  /**
   * Done. The address is the service's word and not yet trusted: {@link AudioFetcher} checks it.
   *
   * @param result where the file is
   */
  record Finished(URI result, Optional<Cost> cost) implements PollOutcome {}

  /** Done, and the answer was the sound. */
  record Answered(AudioArtifact audio, Optional<Cost> cost) implements PollOutcome {}

  /**
   * Over without a result.
   *
   * @param detail for the log: the service's own words, shortened, no secret in them
   */
  record Refused(FailureReason reason, String detail) implements PollOutcome {}
}
