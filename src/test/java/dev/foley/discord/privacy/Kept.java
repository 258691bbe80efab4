package dev.foley.discord.privacy;

import dev.foley.discord.Samples;
import dev.foley.generation.Gate;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.Lineage;
import dev.foley.generation.Order;
import dev.foley.generation.Payer;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ProviderName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is kept of a member, put into a store. */
final class Kept {
  final InMemoryGenerationStore store = new InMemoryGenerationStore();
  private int recorded;

  static GenerationId id(int number) {
    return new GenerationId("%013d".formatted(number));
  }

  /** A request of one take, with what it cost, and what became of it. */
  Generation record(String prompt, Instant at, GenerationState state) {
    Order order = new Order(Samples.origin(), Samples.request(prompt), 1,
        recorded == 0 ? Optional.empty() : Optional.of(new Lineage(id(recorded), Lineage.Kind.REMIX)));
    GenerationId id = id(++recorded);
    Generation queued = Generation.queued(id, order, Takes.single(id), at);
    LedgerEntry line = new LedgerEntry(id, id, LedgerEntry.Kind.CHARGED,
        new Cost(new BigDecimal("0.12"), CostUnit.USD), false, new ProviderName("aimlapi"), Samples.STABLE_AUDIO.id(),
        new Payer(Samples.MEMBER, Optional.of(Samples.GUILD), Samples.CHANNEL), at, at);
    store.insert(List.of(queued), List.of(line), Gate.OPEN);
    Generation ended = new Generation(id, 1, queued.origin(), queued.request(), queued.takes(), queued.lineage(), at, 0,
        Optional.of(new Cost(new BigDecimal("25200"), CostUnit.AIML_CREDITS)),
        new Timing(Optional.of(at), Optional.of(at.plusSeconds(9))), state);
    if (!store.replace(ended)) {
      throw new AssertionError("not replaced");
    }
    return ended;
  }
}
