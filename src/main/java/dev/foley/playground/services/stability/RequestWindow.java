package dev.foley.playground.services.stability;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts the requests of each key, and locks out a key that sends too many. Thread-safe. */
final class RequestWindow {
  private final StabilitySettings.Limits limits;
  private final Map<String, Deque<Instant>> recent = new HashMap<>(); // guarded by this
  private final Map<String, Instant> lockedUntil = new HashMap<>(); // guarded by this

  RequestWindow(StabilitySettings.Limits limits) {
    this.limits = limits;
  }

  /** Counts a request; whether it may go on. */
  synchronized boolean admits(String key, Instant now) {
    Instant until = lockedUntil.get(key);
    if (until != null && now.isBefore(until)) {
      return false;
    }
    Deque<Instant> times = recent.computeIfAbsent(key, _ -> new ArrayDeque<>());
    Instant begin = now.minus(limits.window());
    while (!times.isEmpty() && !times.getFirst().isAfter(begin)) {
      times.removeFirst();
    }
    times.addLast(now);
    if (times.size() <= limits.requests()) {
      return true;
    }
    times.clear();
    lockedUntil.put(key, now.plus(limits.lockout()));
    return false;
  }
}
