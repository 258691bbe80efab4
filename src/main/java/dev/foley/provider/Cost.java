package dev.foley.provider;

import java.math.BigDecimal;

/**
 * What something costs, in its service's own unit.
 *
 * @param amount not negative
 */
public record Cost(BigDecimal amount, CostUnit unit) {
  public Cost {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("negative cost " + amount);
    }
  }
}
