package dev.foley.generation;

import dev.foley.provider.ModelCatalogue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the rest of the bot asks of this package: record a request, stop it, look at what is pending. Thread-safe, blocking. */
public final class Generations {
  private final GenerationStore store;
  private final GenerationTimer timer;
  private final PendingGenerations pending;
  private final GenerationListener listener;
  private final Supplier<GenerationId> ids;
  private final InstantSource clock;
  private final Canceller canceller;
  private final Bookkeeper books;

  /** @param listener must not throw, as one made by {@link GenerationListener#of} does not */
  public Generations(GenerationStore store, GenerationTimer timer, PendingGenerations pending,
      ModelCatalogue catalogue, GenerationListener listener, Supplier<GenerationId> ids, InstantSource clock) {
    this.store = store;
    this.timer = timer;
    this.pending = pending;
    this.listener = listener;
    this.ids = ids;
    this.clock = clock;
    this.books = new Bookkeeper(catalogue, clock);
    this.canceller = new Canceller(store, new Transitions(store, pending, listener), catalogue, clock);
  }

  /**
   * Records a request that has been validated. Only after this returns may the member be told "queued".
   *
   * @param gate says whether a limit stands against it
   * @throws StoreException if it could not be recorded; then nothing will happen and nothing was charged
   */
  public Acceptance accept(Order order, Gate gate) {
    Instant now = clock.instant();
    List<GenerationId> newIds = Stream.generate(ids).limit(order.takes()).sorted().toList();
    List<Generation> accepted = new ArrayList<>();
    for (GenerationId id : newIds) {
      accepted.add(
          Generation.queued(id, order, new Takes(newIds.getFirst(), accepted.size() + 1, order.takes()), now));
    }
    List<LedgerEntry> reserved = accepted.stream().flatMap(generation -> books.reserved(generation).stream()).toList();
    Optional<LimitReached> limit = store.insert(accepted, reserved, gate);
    if (limit.isPresent()) {
      return new Acceptance.Refused(limit.get());
    }
    for (Generation generation : accepted) {
      pending.committed(generation);
      listener.changed(generation);
    }
    timer.hurry();
    return new Acceptance.Accepted(accepted);
  }

  /**
   * Stops a request, all of its takes that can still be stopped. What was made in the meantime is delivered.
   *
   * @param anyTake of the request
   * @throws StoreException if the database does not answer; some of the takes may be stopped then
   */
  public Cancellation cancel(GenerationId anyTake) {
    List<Generation> stopping = canceller.cancel(store.find(anyTake).map(this::siblings).orElse(List.of()));
    stopping.forEach(take -> timer.hurry(take.id()));
    return stopping.isEmpty() ? Cancellation.TOO_LATE : Cancellation.UNDER_WAY;
  }

  /** All takes of the request that this one belongs to. */
  private List<Generation> siblings(Generation take) {
    return take.takes().count() == 1 ? List.of(take) : store.takes(take.takes().first());
  }

  /** Whether {@link #cancel} could stop this take as it stands. Pure: no look at the database, nobody is asked. */
  public boolean cancellable(Generation take) {
    return canceller.canStop(take);
  }

  /** What is pending in a channel, oldest first. */
  public List<Generation> pendingIn(ChannelId channel) {
    return pending.in(channel);
  }

  /**
   * All takes of a request, in their order; empty if there is none.
   *
   * @throws StoreException if the database does not answer
   */
  public List<Generation> takes(GenerationId first) {
    return store.takes(first);
  }

  /**
   * Any generation, also one that ended long ago.
   *
   * @throws StoreException if the database does not answer
   */
  public Optional<Generation> find(GenerationId id) {
    return store.find(id);
  }
}
