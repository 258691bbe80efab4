package dev.foley.generation.polling;

/**
 * The moments at which times are looked at: a quarter of a second, and from there on each 0.4 % later than the one before, up to 18
 * minutes. So a job of 5 s and one of 5 minutes are seen with the same relative precision (0.2 s at 50 s), and a smoothing of so many
 * steps is one of so many percent.
 */
final class Grid {
  /** The last index. */
  static final int LAST = 2_100;
  /** How much later each moment is, as a logarithm. */
  static final double STEP = 0.004;

  private static final double FIRST = 0.25;
  private static final double[] MOMENTS = moments();

  private Grid() {}

  private static double[] moments() {
    double[] moments = new double[LAST + 1];
    for (int i = 0; i <= LAST; i++) {
      moments[i] = FIRST * Math.exp(STEP * i);
    }
    return moments;
  }

  /** Seconds; 0 for the index -1, which is the beginning. */
  static double moment(int index) {
    return index < 0 ? 0 : MOMENTS[index];
  }

  /** The first moment that is not before a time. */
  static int atOrAfter(double seconds) {
    return (int) Math.clamp(Math.ceil(position(seconds) - 1e-9), 0, LAST);
  }

  /** The moment that is nearest to a time; -1 for the beginning. */
  static int nearest(double seconds) {
    return seconds < FIRST / 2 ? -1 : (int) Math.clamp(Math.rint(position(seconds)), 0, LAST);
  }

  /** Where a time lies between the moments. */
  static double position(double seconds) {
    return seconds <= FIRST ? 0 : Math.log(seconds / FIRST) / STEP;
  }
}
