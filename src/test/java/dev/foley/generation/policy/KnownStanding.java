package dev.foley.generation.policy;

import dev.foley.generation.ChannelId;
import dev.foley.generation.GuildId;
import dev.foley.generation.Spending;
import dev.foley.generation.Standing;
import dev.foley.generation.UserId;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A standing that a test makes up. */
final class KnownStanding implements Standing {
  private record Line(UserId member, GuildId guild, Cost cost, Instant at) {}

  private final List<Line> lines = new ArrayList<>();
  private final Map<UserId, Map<ChannelId, Integer>> pending = new HashMap<>();
  private final Map<UserId, Instant> lastAsked = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  KnownStanding spent(UserId member, GuildId guild, String amount, CostUnit unit, Instant at) {
    lines.add(new Line(member, guild, new Cost(new BigDecimal(amount), unit), at));
    return this;
  }

  KnownStanding pending(UserId member, ChannelId channel, int count) {
    pending.computeIfAbsent(member, _ -> new HashMap<>()).put(channel, count);
    return this;
  }

  KnownStanding asked(UserId member, Instant at) {
    lastAsked.put(member, at);
    return this;
  }

  /** Which questions were asked, in order. */
  List<String> questions() {
    return List.copyOf(asked);
  }

  @Override
  public Spending ofMember(UserId member, Instant from, Instant until) {
    return sum("member everywhere", from, until, line -> line.member().equals(member));
  }

  @Override
  public Spending ofMember(UserId member, GuildId guild, Instant from, Instant until) {
    return sum("member in guild", from, until, line -> line.member().equals(member) && line.guild().equals(guild));
  }

  @Override
  public Spending ofGuild(GuildId guild, Instant from, Instant until) {
    return sum("guild", from, until, line -> line.guild().equals(guild));
  }

  private Spending sum(String question, Instant from, Instant until, Predicate<Line> counted) {
    asked.add(question);
    Map<CostUnit, BigDecimal> byUnit = new EnumMap<>(CostUnit.class);
    lines.stream().filter(counted).filter(line -> !line.at().isBefore(from) && line.at().isBefore(until))
        .forEach(line -> byUnit.merge(line.cost().unit(), line.cost().amount(), BigDecimal::add));
    return new Spending(byUnit);
  }

  @Override
  public Map<ChannelId, Integer> pendingOf(UserId member) {
    asked.add("pending of member");
    return pending.getOrDefault(member, Map.of());
  }

  @Override
  public int pendingIn(ChannelId channel) {
    asked.add("pending in channel");
    return pending.values().stream().mapToInt(where -> where.getOrDefault(channel, 0)).sum();
  }

  @Override
  public Optional<Instant> lastAskedBy(UserId member) {
    asked.add("last asked");
    return Optional.ofNullable(lastAsked.get(member));
  }
}
