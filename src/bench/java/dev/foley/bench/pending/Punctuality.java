package dev.foley.bench.pending;

import dev.foley.generation.GenerationId;
import dev.foley.generation.Next;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stands between timers and steps, and notes how late each waking is: from when the generation was due until its step begins. One that
 * was brought forward was due later than it comes, and counts as punctual. Thread-safe.
 */
final class Punctuality {
  private final Map<GenerationId, Instant> due = new ConcurrentHashMap<>();
  private final InstantSource clock;
  /** Guarded by this. */
  private List<Double> latenesses = new ArrayList<>();

  Punctuality(InstantSource clock) {
    this.clock = clock;
  }

  /** From now on this one is expected. */
  void expect(GenerationId id, Instant at) {
    due.put(id, at);
  }

  /** @param finished called for each generation whose timer ends */
  Function<GenerationId, Next> around(Function<GenerationId, Next> step, Consumer<GenerationId> finished) {
    return id -> {
      Instant begin = clock.instant();
      Instant expected = due.getOrDefault(id, begin);
      note(Math.max(0, Duration.between(expected, begin).toNanos() / 1e9));
      Next next = step.apply(id);
      switch (next) {
        case Next.WakeAt(Instant at) -> {
          Instant now = clock.instant();
          due.put(id, at.isBefore(now) ? now : at);
        }
        case Next.Finished _ -> {
          due.remove(id);
          finished.accept(id);
        }
      }
      return next;
    };
  }

  private synchronized void note(double seconds) {
    latenesses.add(seconds);
  }

  /** Seconds, of the wakings since this was asked last. */
  synchronized List<Double> take() {
    List<Double> taken = latenesses;
    latenesses = new ArrayList<>();
    return taken;
  }
}
