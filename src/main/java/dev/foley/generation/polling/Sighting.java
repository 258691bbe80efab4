package dev.foley.generation.polling;

import dev.foley.provider.Progress;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a job that is not finished. Times are seconds since its submit began.
 *
 * @param asked when it was last seen unfinished; 0 before the first time
 * @param queued when it was last seen waiting in its service's queue; 0 if never
 * @param generating when it was first seen being made
 * @param place where it stood in the queue when it was last seen there, if told
 * @param firstPlace the first such place
 * @param asks how often it was asked for
 */
public record Sighting(double asked, double queued, OptionalDouble generating, Optional<Place> place,
    Optional<Place> firstPlace, int asks) {
  /** Of a job that has just been submitted. */
  public static final Sighting NONE = new Sighting(0, 0, OptionalDouble.empty(), Optional.empty(), Optional.empty(), 0);

  /**
   * A place in a service's queue.
   *
   * @param place 1 for the next
   * @param at when it was seen
   */
  public record Place(int place, double at) {
    public Place {
      if (place < 1) {
        throw new IllegalArgumentException("place " + place);
      }
    }
  }

  /** With what the service has said. A queue that is entered again does not undo that it was left. */
  public Sighting seen(Progress progress, double at) {
    double now = Math.max(at, asked);
    return switch (progress.stage()) {
      case QUEUED -> generating.isPresent() ? unfinished(now) : queuedAt(progress, now);
      case GENERATING -> new Sighting(now, queued, generating.isPresent() ? generating : OptionalDouble.of(now), place,
          firstPlace, asks + 1);
      case UNKNOWN -> unfinished(now);
    };
  }

  private Sighting queuedAt(Progress progress, double now) {
    Optional<Place> told = progress.place().stream().filter(number -> number > 0).boxed().findFirst()
        .map(number -> new Place(number, now));
    return new Sighting(now, now, generating, told, firstPlace.or(() -> told), asks + 1);
  }

  private Sighting unfinished(double now) {
    return new Sighting(now, queued, generating, place, firstPlace, asks + 1);
  }

  /** What is learned from once it is finished: the first place is enough, and a millisecond. */
  public Sighting kept() {
    return new Sighting(millis(asked), millis(queued),
        generating.isPresent() ? OptionalDouble.of(millis(generating.getAsDouble())) : generating,
        firstPlace.map(first -> new Place(first.place(), millis(first.at()))),
        firstPlace.map(first -> new Place(first.place(), millis(first.at()))), asks);
  }

  private static double millis(double seconds) {
    return Math.rint(seconds * 1000) / 1000;
  }

  /** Whether the latest answer was that it waits in its service's queue; true of one that was never asked for. */
  boolean isQueued() {
    return generating.isEmpty() && asked <= queued;
  }
}
