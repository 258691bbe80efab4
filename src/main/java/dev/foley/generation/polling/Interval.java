package dev.foley.generation.polling;

/**
 * When something happened, as far as asking can tell.
 *
 * @param after it had not happened yet; seconds
 * @param until it had; seconds, not before {@code after}
 */
public record Interval(double after, double until) {
  public Interval {
    if (!(after >= 0 && until >= after)) {
      throw new IllegalArgumentException("after " + after + " until " + until);
    }
  }

  double middle() {
    return (after + until) / 2;
  }
}
