package dev.foley.provider;

import java.math.BigDecimal;

/**
 * What a model costs, by a formula that all services' price lists fit into: a base, and something for each step, second and
 * character. An estimate only: what the service reports afterwards is what counts.
 */
public record Price(CostUnit unit, BigDecimal base, BigDecimal perStep, BigDecimal perSecond, BigDecimal perCharacter) {
  /**
   * @param steps that the service will take
   * @param seconds of the clip
   * @param characters of the prompt
   */
  Cost of(BigDecimal steps, BigDecimal seconds, int characters) {
    BigDecimal amount = base.add(perStep.multiply(steps)).add(perSecond.multiply(seconds))
        .add(perCharacter.multiply(BigDecimal.valueOf(characters)));
    return new Cost(amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros(), unit);
  }
}
