package dev.foley.discord;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;

/** Stops requests that nobody wants any more. Thread-safe. */
interface Canceller {
  /** Where nothing can be cancelled. */
  Canceller NONE = new Canceller() {
    @Override
    public boolean canHelp(Generation generation) {
      return false;
    }

    @Override
    public boolean cancel(GenerationId request) {
      return false;
    }
  };

  /** Whether {@link #cancel} can still help. Does not wait. */
  boolean canHelp(Generation generation);

  /**
   * Begins to cancel whatever of a request can be cancelled. May wait.
   *
   * @return false if it is too late for all of it
   */
  boolean cancel(GenerationId request);
}
