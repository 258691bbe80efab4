package dev.foley.discord.request;

import dev.foley.discord.text.CostText;
import dev.foley.generation.Order;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Preferences;
import dev.foley.generation.policy.Tariff;
import dev.foley.provider.Cost;
import dev.foley.provider.ModelCatalogue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;

/** Whether an order costs so much that its member is asked first. Pure. */
record CostQuestion(ModelCatalogue catalogue, Limits limits, Tariff tariff) {
  /** What all takes together will cost; empty if nobody needs to be asked, or no price is known. */
  Optional<Cost> about(Order order, Preferences preferences) {
    Optional<BigDecimal> above = limits.narrowed(preferences).confirmAbove();
    return estimate(order)
        .filter(cost -> above.isPresent() && tariff.credits(cost).compareTo(above.get()) > 0);
  }

  private Optional<Cost> estimate(Order order) {
    return catalogue.model(order.request().model()).flatMap(model -> model.estimate(order.request()))
        .flatMap(each -> CostText.sum(Collections.nCopies(order.takes(), each)));
  }
}
