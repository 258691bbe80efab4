package dev.foley.generation.polling;

import dev.foley.generation.polling.Estimate.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of how long jobs of one model and size take, and what follows from it: when to ask, and when to expect the sound.
 * Immutable. It is made in some 20 milliseconds, and asked in microseconds; a job seen to begin, or at a place in a queue,
 * takes a fraction of a millisecond, since the plan is its own.
 *
 * <p>As many requests are made as the reference makes ({@link PollingPlan#REFERENCE_INTERVAL}), less a little for what is not known exactly; three at
 * the least, for a job of 4 s should not wait for its tenth. Each job draws one of five prices around the right one: plans
 * next to the best are nearly as good, jobs submitted together are not asked for together, and their requests, at moments that
 * differ, tell more about the next ones than equal moments would.
 */
public final class Learned {
  /** Fewer jobs say little about the next one, unless the service itself has said something. */
  private static final int FEWEST = 3;
  /** From so many on, what the service says about its jobs does not count any more. */
  private static final int ENOUGH = 10;
  private static final double FEWEST_ASKS = 3;
  private static final double BUDGET = 0.985;
  /** Half the range of the prices, as a logarithm. */
  private static final double PRICES = 0.25;

  private final Distribution finish;
  private final PricedPlans plans;
  private final Optional<StagedPlan> staged;
  private final Optional<Distribution> perPlace;

  private Learned(Distribution finish, PricedPlans plans, Optional<StagedPlan> staged,
      Optional<Distribution> perPlace) {
    this.finish = finish;
    this.plans = plans;
    this.staged = staged;
    this.perPlace = perPlace;
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
    List<Interval> made = jobs.stream().map(PastJob::made).toList();
    Distribution finish = finish(made.subList(0, Regime.size(made)), published);
    double budget = Math.max(FEWEST_ASKS, finish.asksEvery(PollingPlan.REFERENCE_INTERVAL) * BUDGET);
    PricedPlans plans = PricedPlans.within(finish, budget, PRICES);
    if (!WatchedQueue.isWorthIt(jobs)) {
      return Optional.of(new Learned(finish, plans, Optional.empty(), Optional.empty()));
    }
    WatchedQueue queue = WatchedQueue.from(jobs);
    return Optional.of(new Learned(finish, plans, Optional.of(queue.plan(budget)), queue.perPlace()));
  }

  /** What would be known if nothing were left to be learned, and asked no more often than so many times for each job. */
  public static Learned knowing(Stages stages, Distribution finish, double asks) {
    StagedPlan plan = StagedPlan.within(stages, asks, made -> made.costQueued(stages.waiting(), 0).asks());
    return new Learned(finish, PricedPlans.within(finish, asks, 0), Optional.of(plan), Optional.empty());
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
    if (staged.isEmpty()) {
      return plans.next(seen.asked(), draw);
    }
    StagedPlan plan = staged.get();
    if (seen.generating().isPresent()) {
      return plan.nextBegun(begun(seen), seen.asked(), Math.exp(PRICES * (2 * draw - 1)));
    }
    if (!seen.isQueued()) {
      return plans.next(seen.asked(), draw);
    }
    if (perPlace.isPresent() && seen.asks() == 0) {
      return WatchedQueue.FIRST_LOOK;
    }
    return plan.nextQueued(waiting(seen, plan), seen.asked());
  }

  /**
   * When the sound is to be expected: as likely sooner as later.
   *
   * @param now seconds since its submit
   */
  public double expected(Sighting seen, double now) {
    double at = Math.max(now, seen.asked());
    if (staged.isEmpty() || seen.generating().isEmpty() && !seen.isQueued()) {
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

  /** How long jobs take from the submit on. */
  public Distribution finish() {
    return finish;
  }
}
