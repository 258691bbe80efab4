package dev.foley.generation.polling;

import dev.foley.generation.polling.Estimate.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is learned of a service that has a queue and lets one look into it. A change of how long the making takes, or each place,
 * makes the past misleading ({@link Regime}); a queue that grows and shrinks is what queues do, and is looked at anyway.
 *
 * @param perPlace how long each place in the queue takes, where places are told
 * @param places of past jobs, some of them, where places are told
 * @param placed share of the jobs that were told their place
 */
record WatchedQueue(Stages stages, Optional<Distribution> perPlace, List<Sighting.Place> places, double placed) {
  /** When to ask for the place, which tells so much that it should be known early; seconds. */
  static final double FIRST_LOOK = 1;

  /**
   * What the count of requests leaves out, found by following plans through jobs whose times were known: a beginning is known better than evenly
   * within its interval, and a place that is told anew makes a new plan.
   */
  private static final double BLUR = 0.94;
  private static final double REPEATED = 1.027;

  private static final int FEWEST = 3;
  private static final double LEAST_SHARE = 0.1;
  private static final int SAMPLED_PLACES = 6;

  /** Whether enough jobs were seen to wait there; else the queue is no more than a part of the time. */
  static boolean isWorthIt(List<PastJob> jobs) {
    long watched = jobs.stream().filter(job -> job.begun().isPresent()).count();
    long queued = jobs.stream().filter(PastJob::queued).count();
    return queued >= FEWEST && queued >= LEAST_SHARE * watched;
  }

  static WatchedQueue from(List<PastJob> jobs) {
    List<PastJob> watched = jobs.stream().filter(job -> job.begun().isPresent()).toList();
    List<Interval> begun = watched.stream().map(job -> job.begun().orElseThrow()).toList();
    List<Evidence> making = watched.stream().map(job -> new Evidence(job.begun().orElseThrow(), job.made())).toList();
    List<Interval> perPlace = watched.stream().flatMap(job -> job.perPlace().stream()).toList();
    int steadyMaking = Regime.size(making.stream().map(Evidence::duration).toList());
    Stages stages = new Stages(
        Estimate.inQueue(begun.stream().map(Evidence::of).toList()),
        Estimate.inQueue(making.subList(0, steadyMaking)));
    return new WatchedQueue(stages, eachPlace(perPlace), places(watched),
        (double) perPlace.size() / watched.size());
  }

  private static Optional<Distribution> eachPlace(List<Interval> perPlace) {
    return perPlace.size() < FEWEST
        ? Optional.empty()
        : Optional.of(Estimate.inQueue(perPlace.subList(0, Regime.size(perPlace)).stream().map(Evidence::of).toList()));
  }

  private static List<Sighting.Place> places(List<PastJob> jobs) {
    List<Sighting.Place> all = jobs.stream().flatMap(job -> job.place().stream())
        .sorted(Comparator.comparingInt(Sighting.Place::place)).toList();
    List<Sighting.Place> some = new ArrayList<>();
    for (int i = 0; i < SAMPLED_PLACES && !all.isEmpty(); i++) {
      some.add(all.get((2 * i + 1) * all.size() / (2 * SAMPLED_PLACES)));
    }
    return List.copyOf(some);
  }

  /** @param asks requests for each job, on average */
  StagedPlan within(double asks) {
    return StagedPlan.within(stages, asks, this::asks);
  }

  private double asks(StagedPlan plan) {
    if (perPlace.isEmpty()) {
      return plan.costQueued(stages.waiting(), 0).asks() * BLUR;
    }
    double ofPlaced = places.stream()
        .mapToDouble(place -> plan.costQueued(Stages.waiting(place, perPlace.get()), place.at()).asks())
        .average().orElse(0);
    double ofOthers = plan.costBegun(FIRST_LOOK).asks();
    return (1 + placed * ofPlaced + (1 - placed) * ofOthers) * REPEATED;
  }
}
