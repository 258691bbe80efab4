package dev.foley.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foley.generation.polling.Interval;
import dev.foley.generation.polling.Learned;
import dev.foley.generation.polling.Sighting;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was learned of the times of each model and size of request ({@link Learned}). It follows from the rows alone, so restarts and other
 * instances change nothing about it. Kept for some minutes or until enough new jobs have ended, made anew in the background; what has
 * grown old is still answered with meanwhile. Thread-safe.
 */
public final class LearnedTimes implements Expectation {
  private static final Logger log = LoggerFactory.getLogger(LearnedTimes.class);

  private static final int LATEST = 300;
  private static final Duration FRESH = Duration.ofMinutes(3);
  /** A hundred jobs that end at once are learned from once. */
  private static final Duration REST = Duration.ofSeconds(2);
  /** It is learned anew after this part more jobs: at first after each. */
  private static final int PART = 20;
  private static final int MAX_SIZES = 1_000;
  private static final double MILLIS = 1_000;

  private final History history;
  private final PastJobs pastJobs;
  private final Executor work;
  private final InstantSource clock;
  private final Sightings sightings = new Sightings();
  private final Cache<Size, Known> known = Caffeine.newBuilder().maximumSize(MAX_SIZES).build();
  private final Map<ModelId, AtomicLong> ended = new ConcurrentHashMap<>();
  private final Set<Size> beingLearned = ConcurrentHashMap.newKeySet();

  /** Requests that take about the same time. */
  private record Size(ModelId model, int length) {}

  /**
   * @param jobs how many of them
   * @param ended how many of the model had been seen to end by then
   */
  private record Known(Optional<Learned> learned, int jobs, long ended, Instant at) {}

  /** @param work runs tasks that wait; may refuse them */
  public LearnedTimes(History history, ModelCatalogue catalogue, Executor work, InstantSource clock) {
    this.history = history;
    this.pastJobs = new PastJobs(catalogue);
    this.work = work;
    this.clock = clock;
  }

  /** Asks by what is learned here. */
  public Pacing pacing() {
    return new LearnedPacing(this, sightings);
  }

  @Override
  public Optional<Duration> of(AudioRequest request) {
    return learned(request).map(learned -> duration(learned.expected(Sighting.NONE, 0)));
  }

  @Override
  public Optional<Duration> of(Generation pending) {
    Sighting seen = sightings.of(pending.id());
    return learned(pending.request()).map(learned -> duration(learned.expected(seen, seen.asked())));
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis((long) (seconds * MILLIS));
  }

  /** Empty while too little is known. */
  Optional<Learned> learned(AudioRequest request) {
    Size size = new Size(request.model(), pastJobs.length(request));
    Known entry = known.getIfPresent(size);
    if (entry == null || isOld(entry, size.model())) {
      learnInBackground(size);
    }
    return entry == null ? Optional.empty() : entry.learned();
  }

  /** What the service says of a model's times, in seconds. */
  Optional<Interval> published(ModelId model) {
    return pastJobs.published(model);
  }

  private boolean isOld(Known entry, ModelId model) {
    Duration age = Duration.between(entry.at(), clock.instant());
    long since = ended(model).get() - entry.ended();
    boolean more = since > 0 && since >= entry.jobs() / PART && age.compareTo(REST) >= 0;
    return more || age.compareTo(FRESH) >= 0;
  }

  /** One more job of a model has ended, so there is something to be learned. */
  void oneMoreEnded(ModelId model) {
    ended(model).incrementAndGet();
  }

  private AtomicLong ended(ModelId model) {
    return ended.computeIfAbsent(model, _ -> new AtomicLong());
  }

  private void learnInBackground(Size size) {
    if (!beingLearned.add(size)) {
      return;
    }
    try {
      work.execute(() -> {
        try {
          learn(size);
        } finally {
          beingLearned.remove(size);
        }
      });
    } catch (RejectedExecutionException _) {
      beingLearned.remove(size); // whoever asks next tries again
    }
  }

  private void learn(Size size) {
    try {
      long endedBefore = ended(size.model()).get();
      var jobs = pastJobs.of(history.timed(size.model(), LATEST), size.length());
      Optional<Learned> learned = Learned.from(jobs, pastJobs.published(size.model()));
      known.put(size, new Known(learned, jobs.size(), endedBefore, clock.instant()));
    } catch (StoreException e) {
      log.atDebug().addKeyValue("model", size.model()).setCause(e).log("Past times could not be read");
    }
  }
}
