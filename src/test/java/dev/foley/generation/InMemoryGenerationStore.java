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
import java.util.stream.Collectors;

/** {@link GenerationStore} in a map, held to {@link GenerationStoreContract}. Can be told to be out of order. Thread-safe. */
public final class InMemoryGenerationStore implements GenerationStore, Ledger {
  private final ConcurrentMap<GenerationId, Generation> rows = new ConcurrentHashMap<>();
  private final ConcurrentMap<GenerationId, Map<LedgerEntry.Kind, LedgerEntry>> ledger = new ConcurrentHashMap<>();
  private final Set<GenerationId> timers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger takesAsked = new AtomicInteger();
  private final AtomicReference<Runnable> beforeReplace = new AtomicReference<>(() -> {});
  private final Set<GenerationId> left = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Runnable> beforeLeaving = new AtomicReference<>(() -> {});
  private volatile boolean marksLeaving;
  private volatile boolean outOfOrder;

  /** From now on, or no longer, every call throws {@link StoreException} and changes nothing. */
  public void outOfOrder(boolean broken) {
    outOfOrder = broken;
  }

  /** Runs the hook once, within the next {@link #replace}, before it looks at the row: what another instance does meanwhile. */
  public void beforeReplace(Runnable hook) {
    beforeReplace.set(hook);
  }

  /** From now on it knows what has left; runs the hook once, right before that is noted. */
  public void marksLeaving(Runnable hook) {
    marksLeaving = true;
    beforeLeaving.set(hook);
  }

  @Override
  public void leaves(GenerationId id) {
    beforeLeaving.getAndSet(() -> {}).run();
    left.add(id);
  }

  @Override
  public boolean neverLeft(GenerationId id) {
    return marksLeaving && !left.contains(id);
  }

  /** How often {@link #takes} was asked. */
  public int takesAsked() {
    return takesAsked.get();
  }

  /** For which generations {@link #insert} has set a timer; a test that plays the timer takes them out itself. */
  public Set<GenerationId> timers() {
    return timers;
  }

  /** One order at a time, as in a transaction. */
  @Override
  public synchronized Optional<LimitReached> insert(List<Generation> takes, List<LedgerEntry> reserved, Gate gate) {
    requireOrder();
    Optional<LimitReached> limit = gate.check(new InMemoryStanding());
    if (limit.isPresent()) {
      return limit;
    }
    if (takes.stream().anyMatch(take -> rows.containsKey(take.id()))) {
      throw new StoreException("Could not record a generation", new IllegalStateException("the id is taken"));
    }
    takes.forEach(take -> rows.put(take.id(), take));
    takes.forEach(take -> timers.add(take.id()));
    reserved.forEach(this::write);
    return Optional.empty();
  }

  /** Every row there is, oldest first. */
  List<Generation> rows() {
    requireOrder();
    return rows.values().stream().sorted((one, other) -> one.id().compareTo(other.id())).toList();
  }

  /** Takes rows out, as no step ever does. */
  void remove(List<GenerationId> ids) {
    ids.forEach(rows::remove);
  }

  /** Takes a member out of lines about them. */
  void anonymise(UserId member, Predicate<LedgerEntry> which) {
    ledger.replaceAll((_, lines) -> {
      Map<LedgerEntry.Kind, LedgerEntry> changed = new ConcurrentSkipListMap<>(lines);
      changed.replaceAll((_, line) -> line.payer().member().equals(member) && which.test(line)
          ? new LedgerEntry(line.generation(), line.request(), line.kind(), line.amount(), line.reported(),
              line.provider(), line.model(), new Payer(new UserId(0), line.payer().guild(), line.payer().channel()),
              line.requestedAt(), line.at())
          : line);
      return changed;
    });
  }

  /** Every line there is, oldest request first. */
  List<LedgerEntry> lines() {
    requireOrder();
    return ledger.values().stream().flatMap(lines -> lines.values().stream())
        .sorted(Comparator.comparing(LedgerEntry::requestedAt)).toList();
  }

  private final class InMemoryStanding implements Standing {
    @Override
    public Spending ofMember(UserId member, Instant from, Instant until) {
      return InMemoryGenerationStore.this.ofMember(member, from, until);
    }

    @Override
    public Spending ofMember(UserId member, GuildId guild, Instant from, Instant until) {
      return Spending.of(lines(from, until, entry -> entry.payer().member().equals(member)
          && entry.payer().guild().equals(Optional.of(guild))));
    }

    @Override
    public Spending ofGuild(GuildId guild, Instant from, Instant until) {
      return InMemoryGenerationStore.this.ofGuild(guild, from, until);
    }

    @Override
    public Map<ChannelId, Integer> pendingOf(UserId member) {
      return rows().stream().filter(row -> row.origin().member().equals(member) && !row.state().isFinal())
          .collect(Collectors.toMap(row -> row.origin().channel(), _ -> 1, Integer::sum));
    }

    @Override
    public int pendingIn(ChannelId channel) {
      return unfinished(channel).size();
    }

    @Override
    public Optional<Instant> lastAskedBy(UserId member) {
      return rows().reversed().stream().filter(row -> row.origin().member().equals(member))
          .map(Generation::createdAt).findFirst();
    }
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
  public List<LedgerEntry> lines(UserId member, Instant from, Instant until) {
    return lines(from, until, entry -> entry.payer().member().equals(member));
  }

  @Override
  public List<LedgerEntry> lines(GuildId guild, Instant from, Instant until) {
    return lines(from, until, entry -> entry.payer().guild().equals(Optional.of(guild)));
  }

  private List<LedgerEntry> lines(Instant from, Instant until, Predicate<LedgerEntry> wanted) {
    requireOrder();
    return lines().stream().filter(wanted)
        .filter(entry -> !entry.requestedAt().isBefore(from) && entry.requestedAt().isBefore(until)).toList();
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
