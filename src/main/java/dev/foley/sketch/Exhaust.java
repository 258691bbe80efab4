package dev.foley.sketch;

import java.util.random.RandomGenerator;

/** What a combustion engine sounds like at its exhaust, at any speed. */
final class Exhaust {
  private static final int PIPE = 331;
  private final RandomGenerator random;
  private final Noise noise;
  private final float[] pipe = new float[PIPE];
  private final Filter muffler = new Filter(680, 0.9);
  private final Filter body = new Filter(120, 2);
  private final Filter rattle = new Filter(1900, 1.5);
  private final double[] cylinders = new double[4];
  private double phase;
  private int cylinder;
  private double fire = 1;
  private int position;

  Exhaust(Take take) {
    random = take.random();
    noise = take.noise();
    // Four cylinders, unequal as in every engine: that is what makes it throb.
    for (int i = 0; i < cylinders.length; i++) {
      cylinders[i] = random.nextDouble(0.7, 1);
    }
  }

  /**
   * @param hertz explosions a second, all cylinders together
   */
  double next(double hertz) {
    phase += hertz / Dsp.SAMPLE_RATE;
    if (phase >= 1) {
      phase -= 1;
      cylinder = (cylinder + 1) % cylinders.length;
      fire = cylinders[cylinder] * random.nextDouble(0.9, 1);
    }
    double push = phase < 0.08 ? phase / 0.08 : Math.max(0, 1 - (phase - 0.08) / 0.35);
    double gas = fire * push * push * (1 + 0.35 * noise.next());
    double echoed = gas - 0.55 * pipe[position];
    pipe[position] = (float) echoed;
    position = position + 1 == PIPE ? 0 : position + 1;
    return 0.8 * muffler.lowPass(echoed - 0.2) + 0.6 * body.bandPass(echoed)
        + 0.7 * rattle.bandPass(echoed * (1 + noise.next()));
  }
}
