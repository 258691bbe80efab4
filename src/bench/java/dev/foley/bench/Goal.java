package dev.foley.bench;

import java.util.Locale;

/**
 * What a figure should be.
 *
 * @param name in kebab case, for scripts
 * @param value what was measured
 * @param limit what it should not exceed; for {@link #atLeast} what it should reach
 * @param unit such as {@code MB}, or {@code ratio}
 */
public record Goal(String name, double value, double limit, String unit, boolean met) {
  public static Goal atMost(String name, double value, double limit, String unit) {
    return new Goal(name, value, limit, unit, value <= limit);
  }

  public static Goal atLeast(String name, double value, double limit, String unit) {
    return new Goal(name, value, limit, unit, value >= limit);
  }

  /** One line for the terminal. */
  String inWords() {
    return String.format(Locale.ROOT, "%s %s: %.4g %s, limit %.4g", met ? "met    " : "NOT MET", name, value, unit,
        limit);
  }
}
