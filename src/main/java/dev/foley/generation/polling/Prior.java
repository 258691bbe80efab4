package dev.foley.generation.polling;

/** What is believed before anything was seen: times of about this size, more or less. */
final class Prior {
  private static final double USUAL = 0.5;
  /** The share of surprises, and how much farther they lie. */
  private static final double SURPRISES = 0.1;
  private static final double FARTHER = 3;
  /** A range that a service publishes holds most of its jobs: it is two standard deviations wide, but none is taken at its word. */
  private static final double NARROWEST = 0.12;

  private Prior() {}

  /** @param middle seconds */
  static Distribution around(double middle) {
    return of(middle, USUAL);
  }

  /** Of a time that its service publishes, between two bounds in seconds. */
  static Distribution published(Interval usual) {
    double least = Math.max(Grid.moment(0), usual.after());
    double most = Math.max(least, usual.until());
    return of(Math.sqrt(least * most), Math.max(NARROWEST, Math.log(most / least) / 2));
  }

  private static Distribution of(double middle, double spread) {
    double[] masses = new double[Grid.LAST + 1];
    for (int i = 0; i < masses.length; i++) {
      double deviations = Math.log(Grid.moment(i) / middle) / spread;
      masses[i] = Math.exp(-deviations * deviations / 2)
          + SURPRISES * Math.exp(-deviations * deviations / 2 / FARTHER / FARTHER);
    }
    return Distribution.of(masses);
  }
}
