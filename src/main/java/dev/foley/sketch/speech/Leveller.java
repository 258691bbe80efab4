package dev.foley.sketch.speech;

import java.util.List;

/** Measures how loud speech is where there is any, and brings loud and soft syllables closer together. */
final class Leveller {
  private static final int FRAME = Kal.SAMPLE_RATE / 50;
  /** Frames more than 26 dB below the mean are pauses. */
  private static final double PAUSE_SHARE = StrictMath.pow(10, -2.6);
  private static final double ATTACK = 1 - StrictMath.exp(-1 / (0.005 * Kal.SAMPLE_RATE));
  private static final double RELEASE = 1 - StrictMath.exp(-1 / (0.08 * Kal.SAMPLE_RATE));
  /** Gain falls with this power of the level: 2:1. */
  private static final double EXPONENT = 0.5;

  private Leveller() {}

  /** RMS of all frames of 20 ms that are not pauses; 0 for silence. */
  static double speechLevel(List<Said> speech) {
    double mean = power(speech, 0);
    return Math.sqrt(power(speech, mean * PAUSE_SHARE));
  }

  private static double power(List<Said> speech, double least) {
    double sum = 0;
    long frames = 0;
    for (Said said : speech) {
      short[] samples = said.samples();
      for (int start = 0; start + FRAME <= samples.length; start += FRAME) {
        double power = 0;
        for (int i = start; i < start + FRAME; i++) {
          power += samples[i] * samples[i];
        }
        if (power / FRAME > least) {
          sum += power / FRAME;
          frames++;
        }
      }
    }
    return frames == 0 ? 0 : sum / frames;
  }

  /** Turns down, in place, what is above a level. */
  static void compress(short[] samples, double level) {
    double threshold = level * level;
    double power = 0;
    for (int i = 0; i < samples.length; i++) {
      double now = samples[i] * samples[i];
      power += (now - power) * (now > power ? ATTACK : RELEASE);
      if (power > threshold) {
        samples[i] = (short) Math.round(samples[i] * StrictMath.pow(threshold / power, EXPONENT / 2));
      }
    }
  }
}
