package dev.foley.generation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Why an order was not recorded, though nothing is wrong with it. */
public sealed interface LimitReached {
  /** Whose limit it is. */
  enum Whose {
    MEMBER, GUILD, CHANNEL
  }

  /**
   * The budget does not cover it. Amounts are credits: hundredths of a US dollar.
   *
   * @param spent within the period, what is reserved included
   * @param wanted what this order may cost
   * @param renewsAt when the period ends
   */
  record Budget(Whose whose, BigDecimal budget, BigDecimal spent, BigDecimal wanted,
      Instant renewsAt) implements LimitReached {}

  /**
   * Too many are pending.
   *
   * @param where how many of them in which channel
   */
  record Pending(Whose whose, int pending, int limit, Map<ChannelId, Integer> where) implements LimitReached {
    public Pending {
      where = Map.copyOf(where);
    }
  }

  /** The member asked a moment ago. */
  record Cooldown(Instant until) implements LimitReached {}
}
