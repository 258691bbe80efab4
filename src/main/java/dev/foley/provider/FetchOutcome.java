package dev.foley.provider;

/** What became of fetching a result. */
public sealed interface FetchOutcome {
  record Fetched(AudioArtifact audio) implements FetchOutcome {}

  /**
   * Something came that is no usable result. It may be a passing fault of the way here (a cut connection, a error page), so
   * it is worth a few more tries.
   *
   * @param detail for the log, no address in it
   */
  record Broken(FailureReason reason, String detail) implements FetchOutcome {}

  /** It will not be fetched, now or later: the address or the size is not acceptable. */
  record Rejected(FailureReason reason, String detail) implements FetchOutcome {}
}
