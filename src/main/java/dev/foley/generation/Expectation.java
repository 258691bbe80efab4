package dev.foley.generation;

import dev.foley.provider.AudioRequest;
import java.time.Duration;
import java.util.Optional;

/** How long services take, as learned from past jobs. Thread-safe, never waits. */
@FunctionalInterface
public interface Expectation {
  /** Knows nothing. */
  Expectation NONE = _ -> Optional.empty();

  /** From the submit until the sound is made, usually; empty while too little is known. */
  Optional<Duration> of(AudioRequest request);

  /** As above, of one that is under way, given that it was not finished when its service was last asked. */
  default Optional<Duration> of(Generation pending) {
    return of(pending.request());
  }
}
