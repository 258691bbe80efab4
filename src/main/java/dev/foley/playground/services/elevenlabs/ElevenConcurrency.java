package dev.foley.playground.services.elevenlabs;

import java.util.HashMap;
import java.util.Map;

/** How many requests of each account and group are under way. Thread-safe. */
final class ElevenConcurrency {
  private final ElevenPlan plan;
  private final Map<Line, Integer> underWay = new HashMap<>(); // guarded by this

  private record Line(String key, ElevenGroup group) {}

  /**
   * A request's place among those of its account and group.
   *
   * @param granted false if there was no room; nothing has to be given back then
   * @param current requests under way, this one included if it was granted
   */
  record Place(String key, ElevenGroup group, boolean granted, int current, int maximum) {}

  ElevenConcurrency(ElevenPlan plan) {
    this.plan = plan;
  }

  synchronized Place enter(String key, ElevenGroup group) {
    Line line = new Line(key, group);
    int maximum = plan.maximum(group);
    int current = underWay.getOrDefault(line, 0);
    if (current >= maximum) {
      return new Place(key, group, false, current, maximum);
    }
    underWay.put(line, current + 1);
    return new Place(key, group, true, current + 1, maximum);
  }

  /** To be called once for each place that was granted. */
  synchronized void leave(Place place) {
    underWay.merge(new Line(place.key(), place.group()), -1, Integer::sum);
  }
}
