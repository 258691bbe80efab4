package dev.foley.generation.polling;

import dev.foley.generation.polling.Estimate.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * What is known of how long jobs of one model and size take, and what follows from it: when to ask, and when to expect the sound.
 * Immutable. It is made in some 20 milliseconds, and asked in microseconds; a job seen to begin, or at a place in a queue,
 * takes a fraction of a millisecond, since the plan is its own.
 *
 * <p>As many requests are made as the reference makes ({@link PollingPlan#REFERENCE_INTERVAL}), less a little for what is not known exactly; two at
 * the least, for a job of 4 s should not wait for its tenth. Each job draws one of five prices around the right one: plans
 * next to the best are nearly as good, jobs submitted together are not asked for together, and their requests, at moments that
 * differ, tell more about the next ones than equal moments would.
 */
public final class Learned {
  /** Fewer jobs say little about the next one, unless the service itself has said something. */
  private static final int FEWEST = 3;
  /** From so many on, what the service says about its jobs does not count any more. */
  private static final int ENOUGH = 10;
  private static final double FEWEST_ASKS = 2;
  private static final double BUDGET = 0.974;
  /** Half the range of the prices, as a logarithm. */
  private static final double PRICES = 0.15;

  /** Seconds over which the requests of jobs with the same plan are spread. */
  private static final double APART = 0.2;

  private final Distribution finish;
  private final PricedPlans plans;
  private final Optional<StagedPlan> staged;
  private final Optional<Distribution> perPlace;

  private final boolean measured;

  private Learned(Distribution finish, PricedPlans plans, Optional<StagedPlan> staged,
      Optional<Distribution> perPlace, boolean measured) {
    this.finish = finish;
    this.plans = plans;
    this.staged = staged;
    this.perPlace = perPlace;
    this.measured = measured;
  }

  /**
   * @param jobs newest first; some hundreds are enough
   * @param published what the service says of its times, in seconds
   * @return empty while too little is known
   */
  public static Optional<Learned> from(List<PastJob> jobs, Optional<Interval> published) {
    if (jobs.size() < FEWEST && published.isEmpty()) {
      return Optional.empty();
    }
    if (WatchedQueue.isWorthIt(jobs)) {
      WatchedQueue queue = WatchedQueue.from(jobs);
      return Optional.of(staged(queue, budget(queue.stages().finish())));
    }
    List<Interval> made = jobs.stream().map(PastJob::made).toList();
    Distribution finish = finish(made.subList(0, Regime.size(made)), published);
    return Optional.of(new Learned(finish, PricedPlans.within(finish, budget(finish), PRICES), Optional.empty(),
        Optional.empty(), jobs.size() >= FEWEST));
  }

  private static double budget(Distribution finish) {
    return Math.max(FEWEST_ASKS, finish.asksEvery(PollingPlan.REFERENCE_INTERVAL) * BUDGET);
  }

  private static Learned staged(WatchedQueue queue, double asks) {
    Distribution finish = queue.stages().finish();
    return new Learned(finish, PricedPlans.within(finish, asks, PRICES), Optional.of(queue.within(asks)),
        queue.perPlace(), true);
  }

  /**
   * What would be known if nothing were left to be learned.
   *
   * @param perPlace how long each place in the queue takes, where places are told
   * @param places some that are told, as usual ones
   * @param placed the share of the jobs that are told one
   * @param asks requests for each job, on average
   */
  public static Learned knowing(Stages stages, Optional<Distribution> perPlace, List<Sighting.Place> places,
      double placed, double asks) {
    return staged(new WatchedQueue(stages, perPlace, places, placed), asks);
  }

  private static Distribution finish(List<Interval> made, Optional<Interval> published) {
    if (made.isEmpty()) {
      return Prior.published(published.orElseThrow());
    }
    List<Evidence> seen = made.stream().map(Evidence::of).toList();
    return published.filter(_ -> made.size() < ENOUGH).map(usual -> Estimate.of(seen, Prior.published(usual)))
        .orElseGet(() -> Estimate.of(seen));
  }

  /**
   * When to ask next.
   *
   * @param draw the job's own, 0 to 1; the same each time
   * @return seconds since its submit
   */
  public double next(Sighting seen, double draw) {
    double planned = planned(seen, draw);
    double apart = Math.min(APART, (planned - seen.asked()) / 10);
    return planned + (draw * PricedPlans.PLANS % 1 - 0.5) * apart;
  }

  private double planned(Sighting seen, double draw) {
    if (staged.isEmpty()) {
      return surprised(plans.next(seen.asked(), draw), seen.asked());
    }
    StagedPlan plan = staged.get();
    double dearer = Math.exp(PRICES * (2 * draw - 1));
    if (seen.generating().isPresent()) {
      return plan.nextBegun(begun(seen), seen.asked(), dearer);
    }
    if (!seen.isQueued()) {
      return plans.next(seen.asked(), draw);
    }
    if (perPlace.isPresent() && seen.asks() == 0) {
      return WatchedQueue.FIRST_LOOK;
    }
    return plan.nextQueued(waiting(seen, plan), seen.asked(), dearer);
  }

  /**
   * A job that outlasts what was learned may come of a service that has become slower, of which the plan knows nothing yet: it is asked about
   * by the time it is twice as old. The first request is the plan's own.
   */
  private static double surprised(double planned, double asked) {
    return asked > 0 ? Math.max(asked + PollingPlan.SHORTEST, Math.min(planned, 2 * asked)) : planned;
  }

  /**
   * When the sound is to be expected: as likely sooner as later.
   *
   * @param now seconds since its submit
   */
  public double expected(Sighting seen, double now) {
    double at = Math.max(now, seen.asked());
    if (staged.isEmpty() || (seen.generating().isEmpty() && !seen.isQueued())) {
      return finish.medianAfter(at);
    }
    Stages stages = staged.get().stages();
    if (seen.generating().isPresent()) {
      return stages.finish(begun(seen), at).medianAfter(at);
    }
    if (seen.asks() == 0) {
      return finish.medianAfter(at);
    }
    double begins = waiting(seen, staged.get()).medianAfter(seen.asked());
    return Math.max(at, begins + stages.making().medianAfter(0));
  }

  private Distribution waiting(Sighting seen, StagedPlan plan) {
    return perPlace.flatMap(each -> seen.place().map(place -> Stages.waiting(place, each)))
        .orElse(plan.stages().waiting());
  }

  private static Interval begun(Sighting seen) {
    double by = seen.generating().orElseThrow();
    return new Interval(Math.min(seen.queued(), by), by);
  }

  /**
   * Whether jobs were seen to take so long, or the service says no more than that they do. What it says is good enough for what a member is
   * told; but whoever waited for it where jobs are in fact much faster would let that member wait for a minute.
   */
  public boolean isMeasured() {
    return measured;
  }
}
