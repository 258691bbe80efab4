package dev.foley.bench.polling;

import dev.foley.provider.Progress;

/**
 * One simulated job, whose whole future is drawn when it is submitted. Seconds since the submit.
 *
 * @param begins when it leaves the queue; 0 where it is not told
 * @param perPlace how long each place in the queue takes; 0 where places are not told
 */
record Job(double begins, double ends, double perPlace) {
  /** Of a service that says no more than that it is not finished. */
  static Job opaque(double ends) {
    return new Job(-1, ends, 0);
  }

  /** What its service says about it before it is finished. */
  Progress progress(double at) {
    if (begins < 0) {
      return Progress.UNKNOWN;
    }
    if (at >= begins) {
      return Progress.GENERATING;
    }
    return perPlace > 0 ? Progress.queuedAt(Math.max(1, (int) Math.ceil((begins - at) / perPlace))) : Progress.QUEUED;
  }
}
