package dev.foley.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foley.generation.polling.Sighting;
import java.time.Duration;
import java.util.Optional;

/**
 * What was seen of jobs that are under way. Derived, and in memory only: a write for each request would double what asking costs
 * the database. What a restart or another instance makes it lose widens the interval in which a job is known to have ended, and nothing
 * else. Thread-safe.
 */
final class Sightings {
  private static final int MOST = 50_000;
  /** Jobs are asked for at least once a minute; what is not seen for so long has ended otherwise. */
  private static final Duration KEPT = Duration.ofMinutes(15);

  private final Cache<GenerationId, Sighting> byId = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT)
      .executor(Runnable::run).build(); // its housekeeping takes less time than waking another thread for it

  /** Nothing, for one of which nothing was seen yet. */
  Sighting of(GenerationId id) {
    Sighting seen = byId.getIfPresent(id);
    return seen == null ? Sighting.NONE : seen;
  }

  void put(GenerationId id, Sighting seen) {
    byId.put(id, seen);
  }

  /** Forgets it. */
  Optional<Sighting> take(GenerationId id) {
    return Optional.ofNullable(byId.asMap().remove(id));
  }
}
