package dev.foley.generation.polling;

import java.util.Optional;

/**
 * What one job of the past tells.
 *
 * @param made when it was finished
 * @param begun when its service took it out of its queue; empty where that was not watched
 * @param place where it stood in that queue when it was first seen there, if told
 * @param queued whether it was seen waiting there
 */
public record PastJob(Interval made, Optional<Interval> begun, Optional<Sighting.Place> place, boolean queued) {
  /** One of which nothing but the end was watched. */
  public static PastJob of(Interval made) {
    return new PastJob(made, Optional.empty(), Optional.empty(), false);
  }

  /** One that was watched. */
  public static PastJob of(Sighting seen, double finished) {
    Interval made = new Interval(Math.min(seen.asked(), finished), finished);
    double begunBy = Math.min(seen.generating().orElse(finished), finished);
    Interval begun = new Interval(Math.min(seen.queued(), begunBy), begunBy);
    return new PastJob(made, Optional.of(begun), seen.firstPlace(), seen.queued() > 0);
  }

  /** How long each place in the queue took; the one before all counts half, having been served already. */
  Optional<Interval> perPlace() {
    return place.flatMap(first -> begun.map(began -> new Interval(
        Math.max(0, began.after() - first.at()) / (first.place() - 0.5),
        Math.max(0, began.until() - first.at()) / (first.place() - 0.5))));
  }
}
