package dev.foley.generation.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PollingPlanTest {
  private static final Distribution PUBLISHED = published();

  @Test
  void asksNothingWhileNothingCanBeReady() {
    PollingPlan plan = PollingPlan.within(PUBLISHED, PUBLISHED.asksEvery(10));
    assertThat(plan.next(0)).isBetween(50.0, 53.0);
  }

  @Test
  void isSevenTimesLessLateThanTheReferenceAtNoMoreRequests() {
    double allowed = PUBLISHED.asksEvery(10);
    PollingPlan.Cost cost = PollingPlan.within(PUBLISHED, allowed).cost(PUBLISHED);
    assertThat(allowed).isCloseTo(6.2, within(0.1));
    assertThat(cost.asks()).isLessThanOrEqualTo(allowed);
    assertThat(cost.lateness()).isLessThan(0.7);
  }

  @Test
  void isAsGoodAsTryingEveryMoment() {
    Random random = new Random(3);
    Distribution twoKinds = Distribution.ofSamples(DoubleStream
        .generate(() -> random.nextBoolean() ? random.nextGaussian(8, 1) : random.nextGaussian(20, 2)).limit(300)
        .toArray());
    for (double price : new double[]{0.1, 1, 10}) {
      PollingPlan.Cost cost = PollingPlan.of(twoKinds, price).cost(twoKinds);
      assertThat(cost.lateness() + price * cost.asks()).isCloseTo(leastCost(twoKinds, price), within(1e-6));
    }
  }

  @Test
  void theDearerARequestTheFewerAreMade() {
    double before = Double.MAX_VALUE;
    for (double price = 0.01; price < 50; price *= 2) {
      double asks = PollingPlan.of(PUBLISHED, price).cost(PUBLISHED).asks();
      assertThat(asks).isLessThanOrEqualTo(before + 1e-9);
      before = asks;
    }
  }

  @Test
  void twoRequestsAreNeitherTooNearNorTooFar() {
    PollingPlan plan = PollingPlan.of(PUBLISHED, 0.001);
    PollingPlan rare = PollingPlan.of(PUBLISHED, 200);
    for (double asked = 0; asked < 3_000; asked += 0.7) {
      assertThat(plan.next(asked) - asked).isBetween(PollingPlan.SHORTEST - 1e-9, PollingPlan.LONGEST + 1e-9);
      assertThat(rare.next(asked) - asked).isBetween(PollingPlan.SHORTEST - 1e-9, PollingPlan.LONGEST + 1e-9);
    }
  }

  /** The recursion of the class comment, by trying all. */
  private static double leastCost(Distribution finish, double price) {
    double[] least = new double[Grid.LAST + 2];
    for (int s = Grid.LAST - 1; s >= -1; s--) {
      double best = Double.MAX_VALUE;
      for (int u = s + 1; u <= Grid.LAST; u++) {
        if (u < Grid.LAST && Grid.moment(u) < Grid.moment(s) + PollingPlan.SHORTEST) {
          continue;
        }
        double late = Grid.moment(u) * (finish.passed(u) - finish.passed(s))
            - (finish.weighted(u) - finish.weighted(s));
        best = Math.min(best, price * (1 - finish.passed(s)) + late + least[u + 1]);
      }
      least[s + 1] = best;
    }
    return least[0];
  }

  private static Distribution published() {
    Random random = new Random(1);
    return Distribution.ofSamples(DoubleStream.generate(() -> 50 + 10 * random.nextDouble()
        + (random.nextDouble() < 0.15 ? 15 * random.nextExponential() : 0)).limit(200_000).toArray());
  }
}
