package dev.foley.generation;

import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderName;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What members asked for, recorded in a store; for contracts. */
final class Requests {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
  static final UserId MIA = new UserId(1_100_000_000_000_000_002L);
  static final UserId BEN = new UserId(3);
  static final GuildId GUILD = new GuildId(Long.MIN_VALUE);
  static final ChannelId CHANNEL = new ChannelId(1_100_000_000_000_000_001L);

  private final GenerationStore store;
  private long recorded;

  Requests(GenerationStore store) {
    this.store = store;
  }

  static GenerationId id(long number) {
    return new GenerationId("%013d".formatted(number));
  }

  static Origin origin(UserId member, Optional<GuildId> guild, ChannelId channel) {
    return new Origin(channel, member, guild, 1_100_000_000_000_000_003L, Secret.of("interaction-token"), NOON,
        10_485_760, Locale.ENGLISH, false);
  }

  /** By mia, in the guild's channel. */
  static Order order(String prompt) {
    return order(MIA, Optional.of(GUILD), CHANNEL, prompt);
  }

  static Order order(UserId member, Optional<GuildId> guild, ChannelId channel, String prompt) {
    return Order.of(origin(member, guild, channel), request("stable-audio", prompt), 1);
  }

  static AudioRequest request(String model, String prompt) {
    return new AudioRequest(new ModelId(model), SoundKind.MUSIC, prompt,
        Map.of(Parameter.SECONDS, ParameterValue.of(12)));
  }

  static Generation delivered(Generation generation) {
    return generation.to(new GenerationState.Delivered(7, NOON));
  }

  /** The takes of an order, with ids that follow those recorded before; as queued. */
  List<Generation> takes(Order order, Instant createdAt) {
    List<Generation> takes = new ArrayList<>();
    GenerationId first = id(recorded + 1);
    for (int number = 1; number <= order.takes(); number++) {
      takes.add(Generation.queued(id(++recorded), order, new Takes(first, number, order.takes()), createdAt));
    }
    return takes;
  }

  /** Records an order; what stays queued. */
  List<Generation> record(Order order) {
    List<Generation> takes = takes(order, NOON);
    store.insert(takes);
    return takes;
  }

  /** Records an order, and what became of each of its takes. */
  List<Generation> record(Order order, GenerationState became) {
    return record(order).stream().map(take -> replace(take, became)).toList();
  }

  Generation replace(Generation before, GenerationState state, LedgerEntry... lines) {
    Generation next = before.to(state);
    if (!store.replace(next, List.of(lines))) {
      throw new AssertionError("not replaced: " + next);
    }
    return next;
  }

  /** So much US dollars, estimated, at the time of the request. */
  static LedgerEntry line(Generation generation, LedgerEntry.Kind kind, String dollars) {
    return new LedgerEntry(generation.id(), generation.takes().first(), kind,
        new Cost(new BigDecimal(dollars), CostUnit.USD), false, new ProviderName("aimlapi"),
        generation.request().model(), Payer.of(generation.origin()), generation.createdAt(), NOON);
  }
}
