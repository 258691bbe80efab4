package dev.foley.generation;

import dev.foley.generation.polling.Sighting;
import dev.foley.provider.Progress;
import java.time.Instant;
import java.util.Optional;

/** When a service is asked about its jobs. Thread-safe, never waits. */
public interface Pacing {
  /** Knows nothing of past jobs, and remembers nothing. */
  Pacing UNLEARNED = new Pacing() {
    @Override
    public Instant first(Generation pending, Instant acceptedAt) {
      return PollPlan.first(acceptedAt);
    }

    @Override
    public Instant again(Generation pending, Progress progress, Instant acceptedAt, Instant now) {
      return PollPlan.next(acceptedAt, now);
    }

    @Override
    public Optional<Sighting> ended(Generation pending) {
      return Optional.empty();
    }
  };

  /** When to ask first about a job that has just been accepted. */
  Instant first(Generation pending, Instant acceptedAt);

  /** When to ask again about a job that is not finished. */
  Instant again(Generation pending, Progress progress, Instant acceptedAt, Instant now);

  /** A job was found finished: what was seen of it until then. It is forgotten here. */
  Optional<Sighting> ended(Generation pending);
}
