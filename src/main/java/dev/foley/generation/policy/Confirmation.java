package dev.foley.generation.policy;

import dev.foley.generation.Order;
import dev.foley.provider.Cost;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether a member is asked before an order is submitted. Pure. */
public final class Confirmation {
  private Confirmation() {}

  /**
   * @param here the limits where the member asks
   * @param estimate of one take; empty where nobody knows
   * @return the credits of all takes, to be shown with the question; empty if the order can go ahead
   */
  public static Optional<BigDecimal> needed(Limits here, Tariff tariff, Order order, Optional<Cost> estimate) {
    BigDecimal credits = tariff.credits(order, estimate);
    return here.confirmAbove().filter(most -> credits.compareTo(most) > 0).map(_ -> credits);
  }
}
