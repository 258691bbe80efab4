package dev.foley.generation.policy;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much may be spent in a day and in a month (UTC), in credits: hundredths of a US dollar. Empty for no limit.
 */
public record Budget(Optional<BigDecimal> daily, Optional<BigDecimal> monthly) {
  public static final Budget UNLIMITED = new Budget(Optional.empty(), Optional.empty());

  public Budget {
    if (daily.filter(amount -> amount.signum() < 0).isPresent()
        || monthly.filter(amount -> amount.signum() < 0).isPresent()) {
      throw new IllegalArgumentException("negative budget");
    }
  }

  /** In each period the smaller one. */
  public Budget stricter(Budget other) {
    return new Budget(smaller(daily, other.daily), smaller(monthly, other.monthly));
  }

  /** Only those amounts that differ from another budget's. */
  public Budget beyond(Budget other) {
    return new Budget(daily.filter(amount -> !other.daily.equals(Optional.of(amount))),
        monthly.filter(amount -> !other.monthly.equals(Optional.of(amount))));
  }

  static Optional<BigDecimal> smaller(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() && other.isPresent() ? Optional.of(one.get().min(other.get())) : one.or(() -> other);
  }
}
