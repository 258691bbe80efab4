package dev.foley.bench.polling;

import dev.foley.generation.polling.Distribution;
import dev.foley.generation.polling.Learned;
import dev.foley.generation.polling.PollingPlan;
import dev.foley.generation.polling.Stages;
import java.util.Random;
import java.util.stream.IntStream;

/** The best plan for what a service really does, with no more requests than the reference: what learning can come to at best. */
final class Limit {
  private static final int SAMPLES = 1_000_000;

  private Limit() {}

  static Follower of(Workload workload) {
    Random random = new Random(1);
    Job[] jobs = IntStream.range(0, SAMPLES).mapToObj(number -> workload.draw(random, number)).toArray(Job[]::new);
    Distribution finish = Distribution.ofSamples(IntStream.range(0, SAMPLES).mapToDouble(i -> jobs[i].ends()).toArray());
    double asks = finish.asksEvery(PollingPlan.REFERENCE_INTERVAL);
    if (!workload.staged()) {
      PollingPlan plan = PollingPlan.within(finish, asks);
      return seen -> plan.next(seen.asked());
    }
    Distribution waiting = Distribution.ofSamples(IntStream.range(0, SAMPLES).mapToDouble(i -> jobs[i].begins()).toArray());
    Distribution making = Distribution
        .ofSamples(IntStream.range(0, SAMPLES).mapToDouble(i -> jobs[i].ends() - jobs[i].begins()).toArray());
    return Follower.of(Learned.knowing(new Stages(waiting, making), finish, asks), 0.5);
  }
}
