package dev.foley.playground.services;

import java.time.Instant;
import java.util.PriorityQueue;

/**
 * So many jobs at a time, first come, first served. Thread-safe.
 *
 * <p>Nothing runs here. When a job starts and ends follows, at its acceptance, from its own drawn times and from when the
 * jobs before it leave a place free; whoever asks later compares that with the clock. So a test that moves the clock by
 * hand sees what a service in real time would do.
 */
public final class WorkPlaces {
  private final int places;
  private final PriorityQueue<Instant> freeAt = new PriorityQueue<>(); // guarded by this

  public WorkPlaces(int places) {
    this.places = places;
  }

  /** When a job is worked on. */
  public record Span(Instant startsAt, Instant endsAt) {}

  /** Gives the next free place to a job that is accepted now. */
  public synchronized Span take(Instant now, JobTimes.Drawn drawn) {
    Instant start = now.plus(drawn.waiting());
    if (freeAt.size() >= places) {
      Instant free = freeAt.remove();
      start = free.isAfter(start) ? free : start;
    }
    Instant end = start.plus(drawn.working());
    freeAt.add(end);
    return new Span(start, end);
  }
}
