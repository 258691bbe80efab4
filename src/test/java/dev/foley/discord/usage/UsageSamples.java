package dev.foley.discord.usage;

import dev.foley.discord.usage.Usage.Spent;
import dev.foley.discord.usage.Usage.Step;
import dev.foley.generation.Spending;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What might have been spent. */
final class UsageSamples {
  static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

  private UsageSamples() {}

  static Usage of(UsagePeriod period, boolean inServer) {
    return new Usage(period, spent(period, "2.5"), inServer ? Optional.of(spent(period, "6.25")) : Optional.empty(),
        List.of(), List.of());
  }

  static Usage nothing() {
    return new Usage(UsagePeriod.TODAY, new Spent(new Spending(Map.of()), BigDecimal.ZERO, List.of()),
        Optional.empty(), List.of(), List.of());
  }

  /** More on some days than on others, and nothing after today. */
  private static Spent spent(UsagePeriod period, String most) {
    List<Step> steps = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Instant start : period.steps(NOW)) {
      int height = start.isAfter(NOW) ? 0 : Math.floorMod(steps.size() * 7 + most.length(), 10);
      BigDecimal credits = new BigDecimal(most).multiply(BigDecimal.valueOf(height)).divide(BigDecimal.TEN, 4,
          RoundingMode.HALF_UP);
      steps.add(new Step(start, credits));
      sum = sum.add(credits);
    }
    return new Spent(new Spending(Map.of(CostUnit.STABILITY_CREDITS, sum)), sum, steps);
  }
}
