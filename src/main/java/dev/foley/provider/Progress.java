package dev.foley.provider;

import java.util.OptionalInt;

/**
 * How far a job has come, as far as its service tells.
 *
 * @param place in the service's queue, 1 for the next; empty where it does not say
 */
public record Progress(Stage stage, OptionalInt place) {
  public static final Progress QUEUED = new Progress(Stage.QUEUED, OptionalInt.empty());
  public static final Progress GENERATING = new Progress(Stage.GENERATING, OptionalInt.empty());
  public static final Progress UNKNOWN = new Progress(Stage.UNKNOWN, OptionalInt.empty());

  /** A job's stage at its service. */
  public enum Stage {
    /** Accepted, and waiting for its turn there. */
    QUEUED,
    /** Being made. */
    GENERATING,
    /** Neither finished nor failed, in a word we do not know. */
    UNKNOWN
  }

  public static Progress queuedAt(int place) {
    return new Progress(Stage.QUEUED, OptionalInt.of(place));
  }

  @Override
  public String toString() {
    return place.isPresent() ? stage + " " + place.getAsInt() : stage.toString();
  }
}
