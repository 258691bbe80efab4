package dev.foley.bench.polling;

import dev.foley.generation.polling.Learned;
import dev.foley.generation.polling.Sighting;

/** Says when to ask about a job next; seconds since its submit. */
@FunctionalInterface
interface Follower {
  double next(Sighting seen);

  /** At fixed intervals. */
  static Follower every(double interval) {
    return seen -> seen.asked() + interval;
  }

  static Follower of(Learned learned, double draw) {
    return seen -> learned.next(seen, draw);
  }

  /** What following it through one job came to. */
  record Followed(Sighting seen, double foundAt, int asks, double lateness) {}

  /** Asks until the job is found finished. */
  default Followed follow(Job job) {
    Sighting seen = Sighting.NONE;
    double at = next(seen);
    int asks = 1;
    while (at < job.ends()) {
      seen = seen.seen(job.progress(at), at);
      at = next(seen);
      asks++;
    }
    return new Followed(seen, at, asks, at - job.ends());
  }
}
