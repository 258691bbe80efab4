package dev.foley.playground.discord;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Callbacks of tests, run on the request's thread while no lock is held. Thread-safe. */
final class Hooks {
  private final Map<Moment, List<Runnable>> hooks = new EnumMap<>(Moment.class);

  Hooks() {
    for (Moment moment : Moment.values()) {
      hooks.put(moment, new CopyOnWriteArrayList<>());
    }
  }

  void add(Moment moment, Runnable action) {
    at(moment).add(action);
  }

  void clear() {
    hooks.values().forEach(List::clear);
  }

  void fire(Moment moment) {
    at(moment).forEach(Runnable::run);
  }

  private List<Runnable> at(Moment moment) {
    List<Runnable> actions = hooks.get(moment);
    if (actions == null) {
      throw new IllegalStateException("no list for " + moment);
    }
    return actions;
  }
}
