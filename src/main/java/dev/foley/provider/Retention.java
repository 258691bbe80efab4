package dev.foley.provider;

import java.time.Duration;

/**
 * How long files are kept after they were delivered, to be shown again.
 *
 * @param keepFor from when a file was whole; zero for not at all
 * @param keepBytes of all of them together; the oldest go first
 */
public record Retention(Duration keepFor, long keepBytes) {
  public static final Retention DEFAULT = new Retention(Duration.ofDays(7), 2L << 30);

  /** Keeps nothing. */
  public static final Retention NONE = new Retention(Duration.ZERO, 0);

  public Retention {
    if (keepFor.isNegative() || keepBytes < 0) {
      throw new IllegalArgumentException("kept for " + keepFor + ", " + keepBytes + " bytes");
    }
  }

  /** Whether anything is kept at all. */
  boolean keeps() {
    return keepFor.isPositive() && keepBytes > 0;
  }
}
