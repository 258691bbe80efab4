package dev.foley.sketch;

/**
 * A room: eight delay lines that feed each other through an orthogonal matrix, so that the echoes grow denser without
 * growing louder; treble dies first.
 *
 * @see "Jean-Marc Jot and Antoine Chaigne, Digital delay networks for designing artificial reverberators (1991)"
 */
final class Reverb {
  private static final int[] LENGTHS = {1423, 1693, 2011, 2389, 2777, 3191, 3581, 4013};
  private static final int PREDELAY = (int) (0.018 * Dsp.SAMPLE_RATE);
  private final float[][] lines = new float[LENGTHS.length][];
  private final int[] positions = new int[LENGTHS.length];
  private final double[] gains = new double[LENGTHS.length];
  private final double[] damped = new double[LENGTHS.length];
  private final double[] taps = new double[LENGTHS.length];
  private final float[] predelay = new float[PREDELAY * 2];
  private final double damping;
  private final Filter leftCut = new Filter(160, 0.7);
  private final Filter rightCut = new Filter(160, 0.7);
  private int predelayPosition;

  /**
   * @param seconds to -60 dB
   * @param damping of treble, 0 to 0.9
   */
  Reverb(double seconds, double damping) {
    this.damping = damping;
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new float[LENGTHS[i]];
      gains[i] = StrictMath.pow(10, -3.0 * LENGTHS[i] / Dsp.SAMPLE_RATE / seconds);
    }
  }

  /** Adds the room's answer to {@code sendLeft} and {@code sendRight} to the output. */
  void process(float[] sendLeft, float[] sendRight, float[] left, float[] right, int count) {
    for (int n = 0; n < count; n++) {
      float inLeft = predelay[predelayPosition];
      float inRight = predelay[predelayPosition + 1];
      predelay[predelayPosition] = (float) leftCut.highPass(sendLeft[n]);
      predelay[predelayPosition + 1] = (float) rightCut.highPass(sendRight[n]);
      predelayPosition = (predelayPosition + 2) % predelay.length;
      double sum = 0;
      for (int i = 0; i < lines.length; i++) {
        double tap = lines[i][positions[i]];
        damped[i] = tap + damping * (damped[i] - tap);
        taps[i] = damped[i] * gains[i];
        sum += taps[i];
      }
      double shared = sum * 2 / lines.length;
      for (int i = 0; i < lines.length; i++) {
        float in = i % 2 == 0 ? inLeft : inRight;
        // Householder's matrix: each line gets its own tap less the mean of all; the tiny constant prevents denormals.
        lines[i][positions[i]] = (float) (in + taps[i] - shared + 1e-18);
        positions[i] = positions[i] + 1 == LENGTHS[i] ? 0 : positions[i] + 1;
      }
      left[n] += (float) (0.5 * (taps[0] - taps[2] + taps[4] - taps[6] + 0.3 * taps[1]));
      right[n] += (float) (0.5 * (taps[1] - taps[3] + taps[5] - taps[7] + 0.3 * taps[0]));
    }
  }
}
