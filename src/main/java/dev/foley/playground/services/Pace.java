package dev.foley.playground.services;

/** How many times faster than the real ones services are. Jobs that have begun keep the pace at which they began. Thread-safe. */
public final class Pace {
  private volatile double factor;

  /** @param factor 10 makes 5 to 6 seconds of 50 to 60 */
  public Pace(double factor) {
    set(factor);
  }

  public double factor() {
    return factor;
  }

  /** For jobs from now on. @throws IllegalArgumentException unless it is above 0 */
  public void set(double changed) {
    if (!(changed > 0) || Double.isInfinite(changed)) {
      throw new IllegalArgumentException("time factor " + changed + " is not above 0");
    }
    factor = changed;
  }
}
