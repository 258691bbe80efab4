package dev.foley.bench;

import java.util.List;
import java.util.Locale;

/**
 * Repeats of one measurement. Machines are noisy, so it is quoted as its median, with the least and the greatest.
 *
 * @param values in the order they were measured; at least one
 */
public record Series(List<Double> values) {
  public Series {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    values = List.copyOf(values);
  }

  public double median() {
    return quantile(0.5);
  }

  /**
   * By nearest rank.
   *
   * @param q from 0 (the least) to 1 (the greatest)
   */
  public double quantile(double q) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.clamp(Math.ceil(q * sorted.size()) - 1, 0, sorted.size() - 1));
  }

  public double least() {
    return quantile(0);
  }

  public double greatest() {
    return quantile(1);
  }

  /** Such as {@code 0.72 (0.70-0.81)}. */
  public String inWords() {
    return String.format(Locale.ROOT, "%.4g (%.4g-%.4g)", median(), least(), greatest());
  }
}
