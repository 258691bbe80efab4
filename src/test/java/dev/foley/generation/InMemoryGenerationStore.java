package dev.foley.generation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** {@link GenerationStore} in a map, held to {@link GenerationStoreContract}. Can be told to be out of order. Thread-safe. */
public final class InMemoryGenerationStore implements GenerationStore {
  private final ConcurrentMap<GenerationId, Generation> rows = new ConcurrentHashMap<>();
  private final Set<GenerationId> timers = ConcurrentHashMap.newKeySet();
  private volatile boolean outOfOrder;

  /** From now on, or no longer, every call throws {@link StoreException} and changes nothing. */
  public void outOfOrder(boolean broken) {
    outOfOrder = broken;
  }

  /** For which generations {@link #insert} has set a timer; a test that plays the timer takes them out itself. */
  public Set<GenerationId> timers() {
    return timers;
  }

  @Override
  public void insert(List<Generation> takes) {
    requireOrder();
    if (takes.stream().anyMatch(take -> rows.containsKey(take.id()))) {
      throw new StoreException("Could not record a generation", new IllegalStateException("the id is taken"));
    }
    takes.forEach(take -> rows.put(take.id(), take));
    takes.forEach(take -> timers.add(take.id()));
  }

  @Override
  public List<Generation> takes(GenerationId first) {
    requireOrder();
    return rows.values().stream().filter(generation -> generation.takes().first().equals(first))
        .sorted(Comparator.comparingInt(generation -> generation.takes().number())).toList();
  }

  @Override
  public Optional<Generation> find(GenerationId id) {
    requireOrder();
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public boolean replace(Generation next) {
    requireOrder();
    Generation known = rows.get(next.id());
    return known != null && known.version() == next.version() - 1 && rows.replace(next.id(), known, next);
  }

  @Override
  public List<Generation> unfinished(ChannelId channel) {
    requireOrder();
    return rows.values().stream()
        .filter(generation -> generation.origin().channel().equals(channel) && !generation.state().isFinal())
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .toList();
  }

  private void requireOrder() {
    if (outOfOrder) {
      throw new StoreException("The database does not answer", new IllegalStateException("told to be out of order"));
    }
  }
}
