package dev.foley.sketch;

import java.util.Arrays;

/**
 * Turns the gain down before a peak comes, so that none passes the ceiling, and up again slowly. The delay of the look-ahead
 * is the caller's to know: {@link #gain} answers for the frame {@link #LOOK_AHEAD} frames ago.
 */
final class Limiter {
  /** Frames between hearing a peak and playing it: 2.9 ms. */
  static final int LOOK_AHEAD = 128;
  private static final double RELEASE = StrictMath.exp(-1 / (0.12 * Dsp.SAMPLE_RATE));
  private final double ceiling;
  private final double[] needed = new double[LOOK_AHEAD];
  private final double[] smoothed = new double[LOOK_AHEAD];
  private double sum = LOOK_AHEAD;
  private double released = 1;
  private int position;
  private double lowest = 1;
  private int lowestAge;

  Limiter(double ceiling) {
    this.ceiling = ceiling;
    Arrays.fill(needed, 1);
    Arrays.fill(smoothed, 1);
  }

  /**
   * @param peak magnitude of the newest frame, the louder ear
   * @return factor for the frame {@link #LOOK_AHEAD} frames before it
   */
  double gain(double peak) {
    needed[position] = peak > ceiling ? ceiling / peak : 1;
    // The lowest gain needed within the window; searched anew only when the old one leaves it.
    if (needed[position] <= lowest) {
      lowest = needed[position];
      lowestAge = 0;
    } else if (++lowestAge >= LOOK_AHEAD) {
      lowest = 1;
      for (int i = 0; i < LOOK_AHEAD; i++) {
        int index = (position - i + LOOK_AHEAD) % LOOK_AHEAD;
        if (needed[index] < lowest) {
          lowest = needed[index];
          lowestAge = i;
        }
      }
    }
    released = Math.min(lowest, 1 + (released - 1) * RELEASE);
    // The mean over the window reaches the low exactly when the peak is played, without a corner.
    sum += released - smoothed[position];
    smoothed[position] = released;
    position = position + 1 == LOOK_AHEAD ? 0 : position + 1;
    return sum / LOOK_AHEAD;
  }
}
