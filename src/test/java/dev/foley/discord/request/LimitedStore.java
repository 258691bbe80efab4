package dev.foley.discord.request;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Gate;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.LimitReached;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A store behind whose gate a limit stands, as long as the test says so. Thread-safe. */
final class LimitedStore implements GenerationStore {
  final InMemoryGenerationStore store = new InMemoryGenerationStore();
  private final AtomicReference<Optional<LimitReached>> limit = new AtomicReference<>(Optional.empty());

  void limit(LimitReached reached) {
    limit.set(Optional.of(reached));
  }

  void lift() {
    limit.set(Optional.empty());
  }

  @Override
  public Optional<LimitReached> insert(List<Generation> takes, List<LedgerEntry> reserved, Gate gate) {
    return limit.get().or(() -> store.insert(takes, reserved, gate));
  }

  @Override
  public Optional<Generation> find(GenerationId id) {
    return store.find(id);
  }

  @Override
  public boolean replace(Generation next, List<LedgerEntry> entries) {
    return store.replace(next, entries);
  }

  @Override
  public List<Generation> takes(GenerationId first) {
    return store.takes(first);
  }

  @Override
  public List<Generation> unfinished(ChannelId channel) {
    return store.unfinished(channel);
  }
}
