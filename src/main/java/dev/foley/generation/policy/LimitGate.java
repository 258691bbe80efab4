package dev.foley.generation.policy;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Gate;
import dev.foley.generation.GuildId;
import dev.foley.generation.LimitReached;
import dev.foley.generation.LimitReached.Whose;
import dev.foley.generation.Order;
import dev.foley.generation.Spending;
import dev.foley.generation.Standing;
import dev.foley.generation.UserId;
import dev.foley.provider.Cost;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds one order against the limits, in the order in which a member can do something about them: wait a moment, wait for what is
 * pending, wait until a budget renews. Asks the standing only what a limit needs. Good for one order at one moment.
 *
 * <p>What counts where: the cooldown and what a member has pending count wherever they ask, under the stricter of the host's and the
 * server's limits; what is pending in a channel counts there. Of a member's budgets the host's is held against what they spent
 * everywhere, a server's narrower one against what they spent in that server, and the server's own against what all spent there.
 * What costs nothing, or nobody knows how much, passes every budget.
 */
public final class LimitGate implements Gate {
  private final Limits host;
  private final Limits here;
  private final Tariff tariff;
  private final Order order;
  private final BigDecimal wanted;
  private final Instant now;

  private LimitGate(Limits host, Limits here, Tariff tariff, Order order, BigDecimal wanted, Instant now) {
    this.host = host;
    this.here = here;
    this.tariff = tariff;
    this.order = order;
    this.wanted = wanted;
    this.now = now;
  }

  /**
   * @param host the host's own limits
   * @param here the same, narrowed by what the server's managers have set; the host's again in direct messages
   * @param estimate of one take; empty where nobody knows
   */
  public static LimitGate of(Limits host, Limits here, Tariff tariff, Order order, Optional<Cost> estimate,
      Instant now) {
    return new LimitGate(host, here, tariff, order, tariff.credits(order, estimate), now);
  }

  @Override
  public Optional<LimitReached> check(Standing standing) {
    return cooldown(standing).or(() -> pendingOfMember(standing)).or(() -> pendingInChannel(standing))
        .or(() -> budgets(standing));
  }

  private Optional<LimitReached> cooldown(Standing standing) {
    if (here.cooldown().isZero()) {
      return Optional.empty();
    }
    return standing.lastAskedBy(member()).map(asked -> asked.plus(here.cooldown())).filter(now::isBefore)
        .map(LimitReached.Cooldown::new);
  }

  private Optional<LimitReached> pendingOfMember(Standing standing) {
    if (here.pendingPerMember().isEmpty()) {
      return Optional.empty();
    }
    return tooMany(Whose.MEMBER, standing.pendingOf(member()), here.pendingPerMember().getAsInt());
  }

  private Optional<LimitReached> pendingInChannel(Standing standing) {
    if (here.pendingPerChannel().isEmpty()) {
      return Optional.empty();
    }
    ChannelId channel = order.origin().channel();
    return tooMany(Whose.CHANNEL, Map.of(channel, standing.pendingIn(channel)), here.pendingPerChannel().getAsInt());
  }

  private Optional<LimitReached> tooMany(Whose whose, Map<ChannelId, Integer> where, int limit) {
    int pending = where.values().stream().mapToInt(Integer::intValue).sum();
    return pending + order.takes() <= limit
        ? Optional.empty()
        : Optional.of(new LimitReached.Pending(whose, pending, limit, where));
  }

  private Optional<LimitReached> budgets(Standing standing) {
    if (wanted.signum() == 0) {
      return Optional.empty();
    }
    Optional<LimitReached> everywhere = exceeded(Whose.MEMBER, host.member(),
        period -> standing.ofMember(member(), period.start(), period.end()));
    return everywhere.or(() -> order.origin().guild().flatMap(guild -> budgetsOf(guild, standing)));
  }

  private Optional<LimitReached> budgetsOf(GuildId guild, Standing standing) {
    Optional<LimitReached> ofMember = exceeded(Whose.MEMBER, here.member().beyond(host.member()),
        period -> standing.ofMember(member(), guild, period.start(), period.end()));
    return ofMember.or(() -> exceeded(Whose.GUILD, here.guild(),
        period -> standing.ofGuild(guild, period.start(), period.end())));
  }

  private Optional<LimitReached> exceeded(Whose whose, Budget budget, Function<Period, Spending> spending) {
    return exceeded(whose, budget.daily(), Period.day(now), spending)
        .or(() -> exceeded(whose, budget.monthly(), Period.month(now), spending));
  }

  private Optional<LimitReached> exceeded(Whose whose, Optional<BigDecimal> budget, Period period,
      Function<Period, Spending> spending) {
    if (budget.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal spent = tariff.credits(spending.apply(period));
    return spent.add(wanted).compareTo(budget.get()) <= 0
        ? Optional.empty()
        : Optional.of(new LimitReached.Budget(whose, budget.get(), spent, wanted, period.end()));
  }

  private UserId member() {
    return order.origin().member();
  }
}
