package dev.foley.provider;

/** What a service said to a cancellation. That it said nothing usable is a {@link ProviderException}. */
public enum CancelOutcome {
  /** It will stop the job if it still can; asking about the job tells how it ended. */
  REQUESTED,
  /** The job was done already: its result can be had. */
  TOO_LATE,
  /** It does not know the job (any more). */
  UNKNOWN_JOB,
  /** The service has no such call. */
  UNSUPPORTED
}
