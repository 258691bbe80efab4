package dev.foley.bench.polling;

import dev.foley.generation.polling.Learned;
import dev.foley.generation.polling.PastJob;
import dev.foley.generation.polling.PollingPlan;
import dev.foley.generation.polling.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One bot and one service: jobs come one after the other, each is followed by what was learned from those before it, and then it is
 * learned from. After 200 the learning stops, and what was learned is measured on jobs that nobody has seen, each of them
 * followed by the reference, the 1 s loop and the limit as well.
 */
final class Run {
  static final int LEARNED = 200;
  private static final int EARLY = 20;
  private static final int KEPT = 300;
  private static final int MEASURED = 3_000;
  private static final int MEASURED_STAGED = 500;

  final Tally learned = new Tally();
  final Tally limit = new Tally();
  final Tally reference = new Tally();
  final Tally everySecond = new Tally();
  /** From the 20th job to the last that was learned from. */
  final Tally early = new Tally();
  final Tally earlyLimit = new Tally();
  final Tally earlyReference = new Tally();
  /** How far the expected end was off, in seconds: when it was submitted, and at each request. */
  private final List<Double> errorsAtFirst = new ArrayList<>();
  private final List<Double> errorsOnTheWay = new ArrayList<>();

  private final Workload workload;
  private final Follower best;
  private final Random random;
  private final List<PastJob> past = new ArrayList<>();
  private Optional<Learned> known = Optional.empty();
  private int unlearned;

  Run(Workload workload, Follower best, long seed) {
    this.workload = workload;
    this.best = best;
    this.random = new Random(seed);
  }

  Run make() {
    for (int number = workload.changes() ? -LEARNED : 0; number < LEARNED; number++) {
      Job job = workload.draw(random, number);
      Follower.Followed followed = follower(random.nextDouble()).follow(job);
      if (number >= EARLY) {
        early.add(followed);
        earlyLimit.add(best.follow(job));
        earlyReference.add(Follower.every(PollingPlan.REFERENCE_INTERVAL).follow(job));
      }
      learn(followed);
    }
    known = Learned.from(past, Optional.empty());
    int measured = workload.staged() ? MEASURED_STAGED : MEASURED;
    for (int number = LEARNED; number < LEARNED + measured; number++) {
      measure(workload.draw(random, number));
    }
    return this;
  }

  /** Before anything is known, a quarter of what has passed, as the bot does. */
  private Follower follower(double draw) {
    return known.map(learned -> Follower.of(learned, draw))
        .orElse(seen -> seen.asked() + Math.clamp(seen.asked() / 4, 1, 5));
  }

  /** As the bot does: at once while little is known, later after each twentieth part. */
  private void learn(Follower.Followed followed) {
    past.addFirst(PastJob.of(followed.seen(), followed.foundAt()));
    if (past.size() > KEPT) {
      past.removeLast();
    }
    unlearned++;
    if (unlearned >= past.size() / 20.0) {
      known = Learned.from(past, Optional.empty());
      unlearned = 0;
    }
  }

  private void measure(Job job) {
    Learned final200 = known.orElseThrow();
    double draw = random.nextDouble();
    errorsAtFirst.add(Math.abs(final200.expected(Sighting.NONE, 0) - job.ends()));
    Follower watched = seen -> {
      if (seen.asks() > 0) {
        errorsOnTheWay.add(Math.abs(final200.expected(seen, seen.asked()) - job.ends()));
      }
      return final200.next(seen, draw);
    };
    learned.add(watched.follow(job));
    limit.add(best.follow(job));
    reference.add(Follower.every(PollingPlan.REFERENCE_INTERVAL).follow(job));
    everySecond.add(Follower.every(1).follow(job));
  }

  double errorAtFirst() {
    return errorsAtFirst.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  double errorOnTheWay() {
    return errorsOnTheWay.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
