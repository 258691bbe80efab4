package dev.foley.sketch.speech;

import java.util.random.RandomGenerator;

/**
 * How one sentence is to be said.
 *
 * @param pitchHertz mean pitch
 * @param rangeHertz standard deviation of the pitch
 * @param stretch factor on durations, 1 being the recorded voice's own pace
 */
record Delivery(double pitchHertz, double rangeHertz, double stretch) {
  private static final double PITCH_PLAY = 0.025;
  private static final double RANGE_PLAY = 0.15;
  private static final double PACE_PLAY = 0.02;

  /**
   * A sentence by a speaker, in the terms of the voice before its tract is changed.
   *
   * @param chance moves pitch, range and pace by at most 2.5, 15 and 2 percent; always takes three numbers from it
   */
  static Delivery by(Speaker speaker, double speed, RandomGenerator chance) {
    double tract = speaker.tract();
    return new Delivery(speaker.pitchHertz() / tract * around(chance, PITCH_PLAY),
        speaker.rangeHertz() / tract * around(chance, RANGE_PLAY),
        speaker.pace() * tract / speed * around(chance, PACE_PLAY));
  }

  private static double around(RandomGenerator chance, double play) {
    return 1 + play * (2 * chance.nextDouble() - 1);
  }
}
