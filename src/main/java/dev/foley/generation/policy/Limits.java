package dev.foley.generation.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Bounds on what members may ask for. The host sets those that nobody can exceed; a server's managers may set narrower ones.
 *
 * @param member of each member; the host's counts wherever they ask, a server's what they spend there
 * @param guild of all members of a server together
 * @param cooldown between two requests of a member; zero for none
 * @param confirmAbove credits above which a member is asked before anything is submitted; empty for never
 */
public record Limits(Budget member, Budget guild, OptionalInt pendingPerMember, OptionalInt pendingPerChannel,
    Duration cooldown, Optional<BigDecimal> confirmAbove) {
  /** No budgets, a bound on what waits, and a question before more than a dollar is spent. */
  public static final Limits DEFAULT = new Limits(Budget.UNLIMITED, Budget.UNLIMITED, OptionalInt.of(10),
      OptionalInt.of(50), Duration.ZERO, Optional.of(BigDecimal.valueOf(100)));

  /** These, or what the managers of a server have set where that is narrower. */
  public Limits narrowed(Preferences preferences) {
    return new Limits(member.stricter(preferences.memberBudget()), guild.stricter(preferences.guildBudget()),
        smaller(pendingPerMember, preferences.pendingPerMember()),
        smaller(pendingPerChannel, preferences.pendingPerChannel()),
        preferences.cooldown().filter(longer -> longer.compareTo(cooldown) > 0).orElse(cooldown),
        Budget.smaller(confirmAbove, preferences.confirmAbove()));
  }

  private static OptionalInt smaller(OptionalInt one, OptionalInt other) {
    return one.isPresent() && other.isPresent()
        ? OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()))
        : one.isPresent() ? one : other;
  }
}
