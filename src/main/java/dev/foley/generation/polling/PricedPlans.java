package dev.foley.generation.polling;

import java.util.ArrayList;
import java.util.List;

/** Plans at prices around the one with which they need so many requests on average. Immutable. */
final class PricedPlans {
  static final int PLANS = 5;
  private static final double CHEAPEST = 1e-4;
  private static final double DEAREST = 200;
  private static final int HALVINGS = 16;

  private final List<PollingPlan> plans;

  private PricedPlans(List<PollingPlan> plans) {
    this.plans = plans;
  }

  /** @param range half of it, as a logarithm */
  static PricedPlans within(Distribution finish, double asks, double range) {
    double low = CHEAPEST;
    double high = DEAREST;
    PricedPlans best = at(finish, DEAREST, range);
    for (int i = 0; i < HALVINGS; i++) {
      double price = Math.sqrt(low * high);
      PricedPlans plans = at(finish, price, range);
      if (plans.asks(finish) <= asks) {
        best = plans;
        high = price;
      } else {
        low = price;
      }
    }
    return best;
  }

  private static PricedPlans at(Distribution finish, double price, double range) {
    List<PollingPlan> plans = new ArrayList<>();
    for (int i = 0; i < PLANS; i++) {
      plans.add(PollingPlan.of(finish, price * Math.exp(range * (2.0 * i / (PLANS - 1) - 1))));
    }
    return new PricedPlans(List.copyOf(plans));
  }

  private double asks(Distribution finish) {
    return plans.stream().mapToDouble(plan -> plan.cost(finish).asks()).average().orElseThrow();
  }

  /** @param draw 0 to 1; decides which plan is followed */
  double next(double asked, double draw) {
    return plans.get((int) Math.clamp(draw * PLANS, 0, PLANS - 1)).next(asked);
  }
}
