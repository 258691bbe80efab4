package dev.foley.discord.usage;

import dev.foley.generation.History.Tally;
import dev.foley.generation.Spending;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was spent in a period.
 *
 * @param member by who asks, wherever they did
 * @param server by all members of the server where they ask; empty in direct messages
 * @param requests the member's, whatever became of them
 * @param allowances of every budget that counts where they ask
 */
record Usage(UsagePeriod period, Spent member, Optional<Spent> server, List<Tally> requests,
    List<Allowance> allowances) {
  /**
   * @param amounts in each unit apart
   * @param credits all of it
   * @param steps the credits of each bar
   */
  record Spent(Spending amounts, BigDecimal credits, List<Step> steps) {}

  /** One bar of the picture. */
  record Step(Instant start, BigDecimal credits) {}

  /**
   * What a budget still allows.
   *
   * @param daily whether it is of a day; else it is of a month
   * @param left in credits, never negative
   */
  record Allowance(Scope scope, boolean daily, BigDecimal left, BigDecimal budget, Instant renewsAt) {}

  /** What counts against a budget. */
  enum Scope {
    /** What the member spends wherever they ask; it is the host's. */
    MEMBER,
    /** What the member spends in this server. */
    MEMBER_HERE,
    /** What all spend in this server. */
    SERVER
  }

  boolean isNothing() {
    return member.credits().signum() == 0 && server.stream().allMatch(spent -> spent.credits().signum() == 0);
  }
}
