package dev.foley.bench.polling;

import java.util.random.RandomGenerator;

/** How long the jobs of a simulated service take. */
enum Workload {
  /** What AIML API says of its usual model: 50 to 60 s or more. */
  PUBLISHED {
    @Override
    Job draw(RandomGenerator random, int number) {
      return Job
          .opaque(50 + 10 * random.nextDouble() + (random.nextDouble() < 0.15 ? 15 * random.nextExponential() : 0));
    }
  },
  /** Two kinds of job behind one name. */
  BIMODAL {
    @Override
    Job draw(RandomGenerator random, int number) {
      return Job.opaque(random.nextBoolean() ? random.nextGaussian(20, 2) : random.nextGaussian(55, 4));
    }
  },
  LOGNORMAL {
    @Override
    Job draw(RandomGenerator random, int number) {
      return Job.opaque(40 * Math.exp(0.5 * random.nextGaussian()));
    }
  },
  NARROW {
    @Override
    Job draw(RandomGenerator random, int number) {
      return Job.opaque(random.nextGaussian(30, 1));
    }
  },
  SLOW_TAIL {
    @Override
    Job draw(RandomGenerator random, int number) {
      double usual = random.nextGaussian(30, 3);
      return Job.opaque(Math.max(1, usual + (random.nextDouble() < 0.1 ? 40 * random.nextExponential() : 0)));
    }
  },
  /** A queue that grows and shrinks, and a steady making; the service says which of the two it is. */
  QUEUE_WAVES {
    @Override
    Job draw(RandomGenerator random, int number) {
      double begins = 12 * (1 + Math.sin(number / 9.0)) + 6 * random.nextExponential();
      return new Job(begins, begins + random.nextGaussian(30, 2), 0);
    }
  },
  /** The same, and the service tells the place in its queue, as fal does. */
  QUEUE_PLACES {
    @Override
    Job draw(RandomGenerator random, int number) {
      int ahead = (int) (8 * (1 + Math.sin(number / 9.0)) + 4 * random.nextExponential());
      double perPlace = 2 * Math.exp(0.15 * random.nextGaussian());
      double begins = ahead * perPlace;
      return new Job(begins, begins + random.nextGaussian(25, 1.5), perPlace);
    }
  },
  /** The service gets new machines after 200 jobs as published. */
  BECOMES_FASTER {
    @Override
    Job draw(RandomGenerator random, int number) {
      return number < 0 ? PUBLISHED.draw(random, number) : Job.opaque(random.nextGaussian(22, 2.5));
    }
  },
  /** The service loses some after 200 jobs as published. */
  BECOMES_SLOWER {
    @Override
    Job draw(RandomGenerator random, int number) {
      return number < 0 ? PUBLISHED.draw(random, number) : Job.opaque(80 * Math.exp(0.25 * random.nextGaussian()));
    }
  };

  /** @param number of the job; below 0 before a change of regime */
  abstract Job draw(RandomGenerator random, int number);

  /** Whether the service tells when a job leaves the queue. */
  boolean staged() {
    return this == QUEUE_WAVES || this == QUEUE_PLACES;
  }

  boolean changes() {
    return this == BECOMES_FASTER || this == BECOMES_SLOWER;
  }

  /** In kebab case. */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
