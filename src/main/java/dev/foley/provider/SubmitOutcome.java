package dev.foley.provider;

import java.util.Optional;

/** What a service said to a new request. That it said nothing usable is a {@link ProviderException}. */
public sealed interface SubmitOutcome {
  /** It has the job, and charges for it. */
  record Accepted(ProviderJobId jobId, Optional<Cost> cost) implements SubmitOutcome {}

  /**
   * It will not do this, now or later; nothing was charged.
   *
   * @param detail for the log: the service's own words, shortened, no secret in them
   */
  record Refused(FailureReason reason, String detail) implements SubmitOutcome {}
}
