package dev.foley.sketch;

import java.util.random.RandomGenerator;

/** A value that wanders smoothly between -1 and 1: gusts, swells, unsteady hands. */
final class Drift {
  private final RandomGenerator random;
  private final double step;
  private double from;
  private double to;
  private double position;

  /**
   * @param hertz new directions per second
   */
  Drift(RandomGenerator random, double hertz) {
    this.random = random;
    step = hertz / Dsp.SAMPLE_RATE;
    from = random.nextDouble(-1, 1);
    to = random.nextDouble(-1, 1);
    position = random.nextDouble();
  }

  /** The value at the next frame. */
  double next() {
    position += step;
    if (position >= 1) {
      position -= 1;
      from = to;
      to = random.nextDouble(-1, 1);
    }
    return from + (to - from) * position * position * (3 - 2 * position);
  }
}
