package dev.foley.generation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** {@link GenerationStore} in a map, held to {@link GenerationStoreContract}. Can be told to be out of order. Thread-safe. */
public final class InMemoryGenerationStore implements GenerationStore, Ledger {
  private final ConcurrentMap<GenerationId, Generation> rows = new ConcurrentHashMap<>();
  private final ConcurrentMap<GenerationId, Map<LedgerEntry.Kind, LedgerEntry>> ledger = new ConcurrentHashMap<>();
  private final Set<GenerationId> timers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger takesAsked = new AtomicInteger();
  private final AtomicReference<Runnable> beforeReplace = new AtomicReference<>(() -> {});
  private volatile boolean outOfOrder;

  /** From now on, or no longer, every call throws {@link StoreException} and changes nothing. */
  public void outOfOrder(boolean broken) {
    outOfOrder = broken;
  }

  /** Runs the hook once, within the next {@link #replace}, before it looks at the row: what another instance does meanwhile. */
  public void beforeReplace(Runnable hook) {
    beforeReplace.set(hook);
  }

  /** How often {@link #takes} was asked. */
  public int takesAsked() {
    return takesAsked.get();
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
    takesAsked.incrementAndGet();
    return rows.values().stream().filter(generation -> generation.takes().first().equals(first))
        .sorted(Comparator.comparingInt(generation -> generation.takes().number())).toList();
  }

  @Override
  public Optional<Generation> find(GenerationId id) {
    requireOrder();
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public boolean replace(Generation next, List<LedgerEntry> entries) {
    requireOrder();
    beforeReplace.getAndSet(() -> {}).run();
    Generation known = rows.get(next.id());
    boolean replaced = known != null && known.version() == next.version() - 1
        && rows.replace(next.id(), known, next);
    if (replaced) {
      entries.forEach(this::write);
    }
    return replaced;
  }

  private void write(LedgerEntry entry) {
    ledger.computeIfAbsent(entry.generation(), _ -> new ConcurrentSkipListMap<>()).merge(entry.kind(), entry,
        (before, now) -> now.reported()
            ? new LedgerEntry(before.generation(), before.request(), before.kind(), now.amount(), true,
                before.provider(), before.model(), before.payer(), before.requestedAt(), before.at())
            : before);
  }

  @Override
  public List<LedgerEntry> entries(GenerationId generation) {
    requireOrder();
    return List.copyOf(ledger.getOrDefault(generation, Map.of()).values());
  }

  @Override
  public Spending ofMember(UserId member, Instant from, Instant until) {
    return sum(from, until, entry -> entry.payer().member().equals(member));
  }

  @Override
  public Spending ofGuild(GuildId guild, Instant from, Instant until) {
    return sum(from, until, entry -> entry.payer().guild().equals(Optional.of(guild)));
  }

  private Spending sum(Instant from, Instant until, Predicate<LedgerEntry> counted) {
    requireOrder();
    return Spending.of(ledger.values().stream().flatMap(lines -> lines.values().stream()).filter(counted)
        .filter(entry -> !entry.requestedAt().isBefore(from) && entry.requestedAt().isBefore(until)).toList());
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
