package dev.foley.generation;

import dev.foley.provider.FailureReason;
import dev.foley.provider.Progress;
import java.util.List;

/**
 * Hears what happens to generations, and cannot change it: what it throws is logged and dropped. Called on the thread of the
 * step, so it hands over anything slow.
 */
public interface GenerationListener {
  /** Several listeners as one, each guarded against what the others throw. */
  static GenerationListener of(List<GenerationListener> listeners) {
    return new GuardedListeners(listeners);
  }

  /** A change has been committed. */
  default void changed(Generation generation) {}

  /** The service said how far a pending generation is. */
  default void progressed(Generation generation, Progress progress) {}

  /**
   * A call failed and will be repeated.
   *
   * @param detail for the log
   */
  default void retrying(Generation generation, String detail) {}

  /**
   * It will not become a sound.
   *
   * @param detail for the log: what the other side said, no secret in it
   */
  default void failed(Generation generation, FailureReason reason, String detail) {}
}
