package dev.foley.discord.text;

import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What something costs, in words. */
public final class CostText {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private CostText() {}

  /** Such as {@code 25,200 AIML credits (0.01 USD)}. */
  public static String of(Locale locale, Cost cost) {
    if (cost.unit() == CostUnit.USD) {
      return dollars(locale, cost.amount());
    }
    String amount = Messages.of(locale, cost.unit(), number(locale, cost.amount(), 0, 2));
    return cost.unit().perUsd().map(perUsd -> Messages.of(locale, Text.COST_WITH_USD, amount,
        dollars(locale, cost.amount().divide(perUsd, 6, RoundingMode.HALF_UP)))).orElse(amount);
  }

  /** What several cost together; empty if that is nothing, or they are not counted in one unit. */
  public static Optional<Cost> sum(Collection<Cost> costs) {
    BigDecimal amount = costs.stream().map(Cost::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return amount.signum() == 0 || costs.stream().map(Cost::unit).distinct().count() != 1
        ? Optional.empty()
        : Optional.of(new Cost(amount, costs.iterator().next().unit()));
  }

  private static String dollars(Locale locale, BigDecimal amount) {
    return amount.signum() > 0 && amount.compareTo(CENT) < 0
        ? Messages.of(locale, Text.LESS_THAN_USD, number(locale, CENT, 2, 2))
        : Messages.of(locale, CostUnit.USD, number(locale, amount, 2, 2));
  }

  private static String number(Locale locale, BigDecimal number, int minDigits, int maxDigits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(minDigits);
    format.setMaximumFractionDigits(maxDigits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
