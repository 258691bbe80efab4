package dev.foley.discord;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that remembers who called it, and that can stand still as a slow disk does. Thread-safe. */
public final class WatchedStore implements GenerationStore {
  private final InMemoryGenerationStore store;
  private final Set<String> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger recorded = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  public WatchedStore(InMemoryGenerationStore store) {
    this.store = store;
  }

  public void outOfOrder(boolean broken) {
    store.outOfOrder(broken);
  }

  public void standStill() {
    gate = new CountDownLatch(1);
  }

  public void goOn() {
    gate.countDown();
  }

  /** Names of the threads that called. */
  public Set<String> threads() {
    return threads;
  }

  public int recorded() {
    return recorded.get();
  }

  @Override
  public Optional<LimitReached> insert(List<Generation> takes, List<LedgerEntry> reserved, Gate admission) {
    called();
    Optional<LimitReached> limit = store.insert(takes, reserved, admission);
    recorded.incrementAndGet();
    return limit;
  }

  /** What it watches. */
  public InMemoryGenerationStore watched() {
    return store;
  }

  @Override
  public List<Generation> takes(GenerationId first) {
    called();
    return store.takes(first);
  }

  @Override
  public Optional<Generation> find(GenerationId id) {
    called();
    return store.find(id);
  }

  @Override
  public boolean replace(Generation next, List<LedgerEntry> entries) {
    called();
    return store.replace(next, entries);
  }

  @Override
  public List<Generation> unfinished(ChannelId channel) {
    called();
    return store.unfinished(channel);
  }

  private void called() {
    threads.add(Thread.currentThread().getName());
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
