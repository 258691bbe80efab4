package dev.foley.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What services took for the latest sounds of a model: the median of those whose length comes nearest to what is asked for now, so that a
 * long piece is not measured by short ones where there are enough long ones. Remembered for some minutes and read anew in the
 * background; what has grown old is still answered with meanwhile. Thread-safe.
 */
public final class LearnedTimes implements Expectation {
  private static final Logger log = LoggerFactory.getLogger(LearnedTimes.class);

  private static final int LATEST = 50;
  private static final int NEAREST = 15;
  /** Fewer than this say little about the next one. */
  private static final int FEWEST = 3;
  private static final Duration FRESH = Duration.ofMinutes(3);
  private static final int MAX_MODELS = 1_000;

  private final History history;
  private final ModelCatalogue catalogue;
  private final Executor work;
  private final InstantSource clock;
  private final Cache<ModelId, Known> known = Caffeine.newBuilder().maximumSize(MAX_MODELS).build();
  private final Set<ModelId> beingRead = ConcurrentHashMap.newKeySet();

  /** One sound of the past. */
  private record Sound(BigDecimal seconds, Duration took) {}

  /** @param sounds newest first */
  private record Known(List<Sound> sounds, Instant readAt) {}

  /** @param work runs tasks that wait; may refuse them */
  public LearnedTimes(History history, ModelCatalogue catalogue, Executor work, InstantSource clock) {
    this.history = history;
    this.catalogue = catalogue;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Optional<Duration> of(AudioRequest request) {
    Known entry = known.getIfPresent(request.model());
    if (entry == null || !clock.instant().isBefore(entry.readAt().plus(FRESH))) {
      readInBackground(request.model());
    }
    return entry == null ? Optional.empty() : median(entry.sounds(), seconds(request));
  }

  private static Optional<Duration> median(List<Sound> sounds, BigDecimal seconds) {
    if (sounds.size() < FEWEST) {
      return Optional.empty();
    }
    List<Duration> nearest = sounds.stream()
        .sorted(Comparator.comparing(sound -> sound.seconds().subtract(seconds).abs())) // stable: the newest stay first
        .limit(NEAREST).map(Sound::took).sorted().toList();
    return Optional.of(nearest.get(nearest.size() / 2));
  }

  /** A model that is not configured any more has no length; its times count alike. */
  private BigDecimal seconds(AudioRequest request) {
    return catalogue.model(request.model()).map(model -> model.seconds(request)).orElse(BigDecimal.ZERO);
  }

  private void readInBackground(ModelId model) {
    if (!beingRead.add(model)) {
      return;
    }
    try {
      work.execute(() -> {
        try {
          read(model);
        } finally {
          beingRead.remove(model);
        }
      });
    } catch (RejectedExecutionException _) {
      beingRead.remove(model); // whoever asks next tries again
    }
  }

  private void read(ModelId model) {
    try {
      List<Sound> sounds = history.timed(model, LATEST).stream().flatMap(this::sound).toList();
      known.put(model, new Known(sounds, clock.instant()));
    } catch (StoreException e) {
      log.atDebug().addKeyValue("model", model).setCause(e).log("Past times could not be read");
    }
  }

  private Stream<Sound> sound(Generation generation) {
    return generation.timing().took().stream().map(took -> new Sound(seconds(generation.request()), took));
  }
}
