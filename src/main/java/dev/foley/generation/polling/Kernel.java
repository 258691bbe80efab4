package dev.foley.generation.polling;

/** Bells to smooth with, in widths that grow by 15 %. */
final class Kernel {
  private static final double GROWTH = 1.15;
  private static final int LEVELS = 40;
  /** Standard deviations; what lies farther out is left away. */
  private static final double REACH = 2.7;
  private static final double[][] BELLS = bells();

  private Kernel() {}

  private static double[][] bells() {
    double[][] bells = new double[LEVELS][];
    for (int level = 0; level < LEVELS; level++) {
      double width = Math.pow(GROWTH, level);
      int reach = (int) Math.ceil(REACH * width);
      double[] bell = new double[2 * reach + 1];
      double whole = 0;
      for (int i = 0; i < bell.length; i++) {
        double deviations = (i - reach) / width;
        bell[i] = Math.exp(-deviations * deviations / 2);
        whole += bell[i];
      }
      for (int i = 0; i < bell.length; i++) {
        bell[i] /= whole;
      }
      bells[level] = bell;
    }
    return bells;
  }

  /** @param width standard deviation, in steps of the grid, at least 1 */
  static int level(double width) {
    return (int) Math.clamp(Math.rint(Math.log(width) / Math.log(GROWTH)), 0, LEVELS - 1);
  }

  /**
   * Spreads each mass over its neighbours.
   *
   * @param levels for each place, how widely
   * @param negligible masses up to this are left away
   */
  static double[] smooth(double[] masses, int[] levels, double negligible) {
    double[] smooth = new double[masses.length];
    for (int c = 0; c < masses.length; c++) {
      if (masses[c] <= negligible) {
        continue;
      }
      double[] bell = BELLS[levels[c]];
      int reach = bell.length / 2;
      int until = Math.min(masses.length - 1, c + reach);
      for (int i = Math.max(0, c - reach); i <= until; i++) {
        smooth[i] += masses[c] * bell[i - c + reach];
      }
    }
    return smooth;
  }
}
