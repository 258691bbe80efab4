package dev.foley.generation;

import java.time.Instant;

/** What a step says to its timer. */
public sealed interface Next {
  /** Wake this generation again; an instant in the past means at once. */
  record WakeAt(Instant at) implements Next {}

  /** Nothing is left to be done; the timer can go. */
  record Finished() implements Next {}
}
