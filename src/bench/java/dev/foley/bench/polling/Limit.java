package dev.foley.bench.polling;

import dev.foley.generation.polling.Distribution;
import dev.foley.generation.polling.Learned;
import dev.foley.generation.polling.PollingPlan;
import dev.foley.generation.polling.Sighting;
import dev.foley.generation.polling.Stages;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The best plan for what a service really does, with no more requests than the reference: what learning can come to at best. */
final class Limit {
  private static final int SAMPLES = 1_000_000;
  /** When a place is looked for; seconds. */
  private static final double LOOK = 1;
  private static final int PLACES = 12;
  private static final int TRIALS = 4;
  private static final int TRIED = 2_000;

  private Limit() {}

  static Follower of(Workload workload) {
    Random random = new Random(1);
    List<Job> jobs = IntStream.range(0, SAMPLES).mapToObj(number -> workload.draw(random, number)).toList();
    Distribution finish = distribution(jobs, Job::ends);
    double asks = finish.asksEvery(PollingPlan.REFERENCE_INTERVAL);
    if (!workload.staged()) {
      PollingPlan plan = PollingPlan.within(finish, asks);
      return seen -> plan.next(seen.asked());
    }
    return staged(jobs, asks);
  }

  /** What a plan for a watched queue will need is estimated; so it is tried out, until it needs what is allowed. */
  private static Follower staged(List<Job> jobs, double asks) {
    Stages stages = new Stages(distribution(jobs, Job::begins), distribution(jobs, job -> job.ends() - job.begins()));
    List<Job> waiting = jobs.stream().filter(job -> job.begins() > LOOK && job.perPlace() > 0).toList();
    Optional<Distribution> perPlace = waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(distribution(waiting, Job::perPlace));
    List<Sighting.Place> places = waiting.stream().limit(PLACES)
        .map(job -> new Sighting.Place(job.progress(LOOK).place().orElseThrow(), LOOK)).toList();
    double allowed = asks;
    Follower best = Follower.every(PollingPlan.REFERENCE_INTERVAL);
    for (int i = 0; i < TRIALS; i++) {
      best = Follower.of(Learned.knowing(stages, perPlace, places, (double) waiting.size() / jobs.size(), allowed),
          0.5);
      Tally trial = new Tally();
      jobs.stream().limit(TRIED).map(best::follow).forEach(trial::add);
      allowed *= asks / trial.asks();
    }
    return best;
  }

  private static Distribution distribution(List<Job> jobs, ToDoubleFunction<Job> time) {
    return Distribution.ofSamples(jobs.stream().mapToDouble(time).toArray());
  }
}
