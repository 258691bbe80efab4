package dev.foley.discord.usage;

import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.usage.Usage.Allowance;
import dev.foley.discord.usage.Usage.Scope;
import dev.foley.discord.usage.Usage.Spent;
import dev.foley.discord.usage.Usage.Step;
import dev.foley.generation.GuildId;
import dev.foley.generation.History;
import dev.foley.generation.Ledger;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.Origin;
import dev.foley.generation.Spending;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Period;
import dev.foley.generation.policy.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Reads what was spent, and what budgets still allow. Waits for the database. Thread-safe. */
final class UsageReader {
  private final Ledger ledger;
  private final History history;
  private final Limits limits;
  private final Tariff tariff;
  private final PreferenceSource preferences;
  private final InstantSource clock;

  UsageReader(Ledger ledger, History history, Limits limits, Tariff tariff, PreferenceSource preferences,
      InstantSource clock) {
    this.ledger = ledger;
    this.history = history;
    this.limits = limits;
    this.tariff = tariff;
    this.preferences = preferences;
    this.clock = clock;
  }

  /**
   * @param origin whose, and where they ask
   * @throws dev.foley.generation.StoreException if the database does not answer
   */
  Usage read(Origin origin, UsagePeriod chosen) {
    Instant now = clock.instant();
    Period period = chosen.at(now);
    Limits here = limits.narrowed(preferences.of(origin));
    Lines own = read(now, period, (from, until) -> ledger.lines(origin.member(), from, until));
    List<Allowance> allowances = new ArrayList<>(allowances(Scope.MEMBER, limits.member(), own, now));
    Optional<Spent> server = Optional.empty();
    if (origin.guild().isPresent()) {
      GuildId guild = origin.guild().get();
      Lines all = read(now, period, (from, until) -> ledger.lines(guild, from, until));
      server = Optional.of(spent(all, chosen, now));
      allowances.addAll(allowances(Scope.MEMBER_HERE, here.member().beyond(limits.member()), own.in(guild), now));
      allowances.addAll(allowances(Scope.SERVER, here.guild(), all, now));
    }
    return new Usage(chosen, spent(own, chosen, now), server,
        history.tally(origin.member(), period.start(), period.end()), allowances);
  }

  /** The lines of the period, and of the month, which budgets ask about. */
  private static Lines read(Instant now, Period period, BiFunction<Instant, Instant, List<LedgerEntry>> ledger) {
    Period month = Period.month(now);
    Instant from = period.start().isBefore(month.start()) ? period.start() : month.start();
    return new Lines(ledger.apply(from, month.end()));
  }

  private Spent spent(Lines lines, UsagePeriod chosen, Instant now) {
    Map<Instant, List<LedgerEntry>> byStep = lines.within(chosen.at(now)).entries().stream()
        .collect(Collectors.groupingBy(entry -> entry.requestedAt().truncatedTo(chosen.step())));
    List<Step> steps = chosen.steps(now).stream()
        .map(start -> new Step(start, tariff.credits(Spending.of(byStep.getOrDefault(start, List.of()))))).toList();
    Spending amounts = lines.within(chosen.at(now)).spending();
    return new Spent(amounts, tariff.credits(amounts), steps);
  }

  private List<Allowance> allowances(Scope scope, Budget budget, Lines lines, Instant now) {
    List<Allowance> allowances = new ArrayList<>();
    budget.daily().ifPresent(amount -> allowances
        .add(allowance(scope, true, amount, Period.day(now), lines)));
    budget.monthly().ifPresent(amount -> allowances
        .add(allowance(scope, false, amount, Period.month(now), lines)));
    return allowances;
  }

  private Allowance allowance(Scope scope, boolean daily, BigDecimal budget, Period period,
      Lines lines) {
    BigDecimal left = budget.subtract(tariff.credits(lines.within(period).spending())).max(BigDecimal.ZERO);
    return new Allowance(scope, daily, left, budget, period.end());
  }

  /** Some lines of the ledger. */
  private record Lines(List<LedgerEntry> entries) {
    Lines within(Period period) {
      return new Lines(entries.stream().filter(entry -> !entry.requestedAt().isBefore(period.start())
          && entry.requestedAt().isBefore(period.end())).toList());
    }

    Lines in(GuildId guild) {
      return new Lines(entries.stream().filter(entry -> entry.payer().guild().equals(Optional.of(guild))).toList());
    }

    Spending spending() {
      return Spending.of(entries);
    }
  }
}
