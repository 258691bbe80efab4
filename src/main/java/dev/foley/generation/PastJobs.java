package dev.foley.generation;

import dev.foley.generation.polling.Interval;
import dev.foley.generation.polling.PastJob;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows as what can be learned from: those whose sound has about the length that is asked for now, or where there are few of them, those
 * that come nearest. Lengths are compared on a scale of 15 % steps. Pure.
 */
final class PastJobs {
  private static final double STEP = Math.log(1.15);
  private static final double SHORTEST = 0.5;
  /** Steps in which times are about the same. */
  private static final int ALIKE = 1;
  private static final int ENOUGH = 20;
  /** What was not watched was found by {@link PollPlan}, or by an older one: about so much too late, at the most. */
  private static final double UNWATCHED = 0.2;
  private static final double UNWATCHED_MOST = 5;

  private final ModelCatalogue catalogue;

  PastJobs(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A length on that scale. A model that is not configured any more has none; its times count alike. */
  int length(AudioRequest request) {
    return catalogue.model(request.model()).map(model -> model.seconds(request).doubleValue())
        .map(seconds -> (int) Math.rint(Math.log(Math.max(SHORTEST, seconds)) / STEP)).orElse(0);
  }

  /** What the service says of a model's times, in seconds. */
  Optional<Interval> published(ModelId model) {
    return catalogue.model(model).flatMap(known -> known.usualTime())
        .map(usual -> new Interval(usual.least().toSeconds(), usual.most().toSeconds()));
  }

  /** @param rows newest first, as the result is */
  List<PastJob> of(List<Generation> rows, int length) {
    Set<Generation> nearest = new HashSet<>(rows.stream()
        .sorted(Comparator.comparingInt(row -> distance(row, length))) // stable: the newest stay first
        .limit(ENOUGH).toList());
    return rows.stream().filter(row -> distance(row, length) <= ALIKE || nearest.contains(row))
        .flatMap(row -> job(row).stream()).toList();
  }

  private int distance(Generation row, int length) {
    return Math.abs(length(row.request()) - length);
  }

  private static Optional<PastJob> job(Generation row) {
    Timing timing = row.timing();
    return timing.took().filter(took -> !took.isNegative()).map(took -> timing.seen()
        .map(seen -> PastJob.of(seen, seconds(took)))
        .orElseGet(() -> PastJob.of(unwatched(seconds(took)))));
  }

  private static Interval unwatched(double took) {
    return new Interval(took - Math.min(UNWATCHED_MOST, took * UNWATCHED), took);
  }

  private static double seconds(Duration took) {
    return took.toMillis() / 1000.0;
  }
}
