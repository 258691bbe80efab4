package dev.foley.generation;

/** What became of the wish to stop a request. */
public enum Cancellation {
  /** At least one of its takes is being stopped; what becomes of each, its message tells. */
  UNDER_WAY,
  /** None can be stopped any more: made, ended, or with a service that takes nothing back. */
  TOO_LATE
}
