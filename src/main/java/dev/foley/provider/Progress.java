package dev.foley.provider;

/** How far a job has come, as far as its service tells. */
public enum Progress {
  /** Accepted, and waiting for its turn there. */
  QUEUED,
  /** Being made. */
  GENERATING,
  /** Neither finished nor failed, in a word we do not know. */
  UNKNOWN
}
