package dev.foley.generation;

import dev.foley.provider.AudioRequest;
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

  /** @param listener must not throw, as one made by {@link GenerationListener#of} does not */
  public Generations(GenerationStore store, GenerationTimer timer, PendingGenerations pending,
      ModelCatalogue catalogue, GenerationListener listener, Supplier<GenerationId> ids, InstantSource clock) {
    this.store = store;
    this.timer = timer;
    this.pending = pending;
    this.listener = listener;
    this.ids = ids;
    this.clock = clock;
    this.canceller = new Canceller(store, new Transitions(store, pending, listener), catalogue, clock);
  }

  /**
   * Records a request that has been validated. Only after this returns may the member be told "queued".
   *
   * @param takes how many sounds are to be made of it, 1 to {@value Takes#MOST}
   * @return one generation for each take
   * @throws StoreException if it could not be recorded; then nothing will happen and nothing was charged
   */
  public List<Generation> accept(Origin origin, AudioRequest request, int takes) {
    Instant now = clock.instant();
    List<GenerationId> newIds = Stream.generate(ids).limit(takes).sorted().toList();
    List<Generation> accepted = new ArrayList<>();
    for (GenerationId id : newIds) {
      accepted
          .add(Generation.queued(id, origin, request, new Takes(newIds.getFirst(), accepted.size() + 1, takes), now));
    }
    store.insert(accepted);
    for (Generation generation : accepted) {
      pending.committed(generation);
      listener.changed(generation);
    }
    timer.hurry();
    return accepted;
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
   * Any generation, also one that ended long ago.
   *
   * @throws StoreException if the database does not answer
   */
  public Optional<Generation> find(GenerationId id) {
    return store.find(id);
  }
}
