package dev.foley.provider;

import java.math.BigDecimal;

/**
 * What a service says it charged.
 *
 * @param credits in the service's own unit, not negative
 */
public record Cost(BigDecimal credits) {
  public Cost {
    if (credits.signum() < 0) {
      throw new IllegalArgumentException("negative cost " + credits);
    }
  }
}
