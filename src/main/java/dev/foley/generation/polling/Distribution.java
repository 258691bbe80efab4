package dev.foley.generation.polling;

import java.util.Arrays;

/**
 * How likely a time is to have passed: probabilities at the moments of the {@link Grid}. The last moment holds whatever would be
 * later. Immutable.
 */
public final class Distribution {
  private static final double HALF = 0.5;
  private static final double SMALL = 3e-4;
  private static final int FEW = 8;

  /** Up to and with each moment: how much of the probability, and the expectation of what is within it. */
  private final double[] passed = new double[Grid.LAST + 1];
  private final double[] weighted = new double[Grid.LAST + 1];

  private Distribution(double[] masses) {
    double whole = 0;
    for (double mass : masses) {
      whole += mass;
    }
    double sum = 0;
    double expectation = 0;
    for (int i = 0; i <= Grid.LAST; i++) {
      double share = masses[i] / whole;
      sum += share;
      expectation += share * (Grid.moment(i - 1) + Grid.moment(i)) / 2;
      passed[i] = sum;
      weighted[i] = expectation;
    }
  }

  /** @param masses for each moment, what lies between it and the one before; they need not add up to 1 */
  static Distribution of(double[] masses) {
    return new Distribution(masses);
  }

  /** Of times that were drawn or measured exactly; seconds, at least one. */
  public static Distribution ofSamples(double[] seconds) {
    double[] masses = new double[Grid.LAST + 1];
    for (double time : seconds) {
      masses[Grid.atOrAfter(time)]++;
    }
    return new Distribution(masses);
  }

  /** The probability that it is over at a moment; 0 for index -1. */
  double passed(int index) {
    return index < 0 ? 0 : passed[index];
  }

  /** The expectation of the time, counting only what is over at a moment. */
  double weighted(int index) {
    return index < 0 ? 0 : weighted[index];
  }

  double mass(int index) {
    return index == 0 ? passed[0] : passed[index] - passed[index - 1];
  }

  double[] masses() {
    double[] masses = new double[Grid.LAST + 1];
    for (int i = 0; i <= Grid.LAST; i++) {
      masses[i] = mass(i);
    }
    return masses;
  }

  /**
   * The same in fewer pieces: neighbours together, as long as they are unlikely and within 3 % of each other.
   *
   * @return times and probabilities, in turn
   */
  double[] pieces() {
    double[] pieces = new double[2 * (Grid.LAST + 1)];
    int size = 0;
    double gathered = 0;
    int first = 0;
    for (int i = 0; i <= Grid.LAST; i++) {
      gathered += mass(i);
      if (gathered >= SMALL || i - first >= FEW || i == Grid.LAST) {
        if (gathered > 0) {
          pieces[size++] = (Grid.moment(first) + Grid.moment(i)) / 2;
          pieces[size++] = gathered;
        }
        gathered = 0;
        first = i + 1;
      }
    }
    return Arrays.copyOf(pieces, size);
  }

  /** The probability that it is over at a time. */
  double passedAt(double seconds) {
    if (seconds <= 0) {
      return 0;
    }
    double position = Grid.position(seconds);
    int below = (int) position;
    if (below >= Grid.LAST) {
      return 1;
    }
    double part = position - below;
    return passed[below] * (1 - part) + passed[below + 1] * part;
  }

  /** Half of what is not over at a time will be over at this one. */
  double medianAfter(double seconds) {
    return quantile(passedAt(seconds) + (1 - passedAt(seconds)) * HALF);
  }

  /** @param share 0 to 1 */
  double quantile(double share) {
    int low = 0;
    int high = Grid.LAST;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (passed[middle] < share) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Grid.moment(low);
  }

  /** How often who asks at fixed intervals asks, on average. */
  public double asksEvery(double interval) {
    double asks = 0;
    for (double time = 0; time < Grid.moment(Grid.LAST); time += interval) {
      asks += 1 - passedAt(time);
    }
    return asks;
  }
}
