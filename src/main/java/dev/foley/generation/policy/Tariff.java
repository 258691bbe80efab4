package dev.foley.generation.policy;

import dev.foley.generation.Order;
import dev.foley.generation.Spending;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * What the services' units are worth in credits, the one unit in which budgets are kept: a credit is a hundredth of a US dollar.
 *
 * @param worth credits for one of each unit
 */
public record Tariff(Map<CostUnit, BigDecimal> worth) {
  private static final BigDecimal CREDITS_PER_USD = BigDecimal.valueOf(100);
  private static final int SCALE = 6;

  /** What ElevenLabs takes for 1,000 credits of its Creator plan is 22 cents; a unit of fal is usually priced at a cent. */
  public static final Tariff DEFAULT = new Tariff(Map.of(CostUnit.ELEVENLABS_CREDITS, new BigDecimal("0.022"),
      CostUnit.FAL_UNITS, BigDecimal.ONE));

  public Tariff {
    EnumMap<CostUnit, BigDecimal> complete = new EnumMap<>(CostUnit.class);
    for (CostUnit unit : CostUnit.values()) {
      unit.perUsd()
          .ifPresent(perUsd -> complete.put(unit, CREDITS_PER_USD.divide(perUsd, SCALE, RoundingMode.HALF_UP)));
    }
    complete.putAll(worth);
    if (!complete.keySet().containsAll(EnumSet.allOf(CostUnit.class))) {
      throw new IllegalArgumentException("a unit has no worth: " + complete.keySet());
    }
    worth = Map.copyOf(complete);
  }

  public BigDecimal credits(Cost cost) {
    return cost.amount().multiply(worth.get(cost.unit()));
  }

  /**
   * What all takes of an order may cost.
   *
   * @param estimate of one take; none counts as nothing
   */
  public BigDecimal credits(Order order, Optional<Cost> estimate) {
    return estimate.map(this::credits).orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(order.takes()));
  }

  /** All units together. */
  public BigDecimal credits(Spending spending) {
    return spending.byUnit().entrySet().stream().map(entry -> credits(new Cost(entry.getValue(), entry.getKey())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
