package dev.foley.store;

import java.time.Duration;
import java.util.Map;

/**
 * What the database holds at one moment that is not over yet, of all instances together.
 *
 * @param unfinished generations, by the name of their state; states in which there is none are absent
 * @param timersDue that nobody has claimed
 * @param oldestDue for how long the first of them has been due; zero where none is
 */
public record StoreView(Map<String, Long> unfinished, long timersDue, Duration oldestDue) {
  public StoreView {
    unfinished = Map.copyOf(unfinished);
  }
}
