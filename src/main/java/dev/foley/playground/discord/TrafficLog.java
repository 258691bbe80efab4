package dev.foley.playground.discord;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest requests and events, and how many of each kind there were. Thread-safe. */
public final class TrafficLog {
  private static final int MAX_ENTRIES = 5_000;

  private final InstantSource clock;
  private final Deque<TrafficEntry> entries = new ArrayDeque<>();
  private final Map<String, Long> counters = new TreeMap<>();
  private long number;

  TrafficLog(InstantSource clock) {
    this.clock = clock;
  }

  void rest(String method, String path, String route, int status, double millis) {
    add("rest", method, path, route, status, millis, method + " " + route);
  }

  void event(String name) {
    add("gateway", "", name, name, 0, 0, "gateway " + name);
  }

  /** Oldest first; the oldest of all are forgotten. */
  public synchronized List<TrafficEntry> entries() {
    return List.copyOf(entries);
  }

  /** Those after this number, oldest first. */
  public synchronized List<TrafficEntry> entriesAfter(long seen) {
    return number == seen ? List.of() : entries.stream().filter(entry -> entry.number() > seen).toList();
  }

  /** Requests by {@code "METHOD /route"}, events by {@code "gateway NAME"}. */
  public synchronized Map<String, Long> counters() {
    return new TreeMap<>(counters);
  }

  public synchronized void reset() {
    entries.clear();
    counters.clear();
  }

  private synchronized void add(String kind, String method, String target, String route, int status, double millis,
      String counter) {
    entries.addLast(new TrafficEntry(++number, clock.instant().toString(), kind, method, target, route, status,
        millis));
    if (entries.size() > MAX_ENTRIES) {
      entries.removeFirst();
    }
    counters.merge(counter, 1L, Long::sum);
  }
}
