package dev.foley.generation;

import dev.foley.provider.AudioRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the rest of the bot asks of this package: record a request, look at what is pending. Thread-safe, blocking. */
public final class Generations {
  private final GenerationStore store;
  private final GenerationTimer timer;
  private final PendingGenerations pending;
  private final GenerationListener listener;
  private final Supplier<GenerationId> ids;
  private final InstantSource clock;

  /** @param listener must not throw, as one made by {@link GenerationListener#of} does not */
  public Generations(GenerationStore store, GenerationTimer timer, PendingGenerations pending,
      GenerationListener listener,
      Supplier<GenerationId> ids, InstantSource clock) {
    this.store = store;
    this.timer = timer;
    this.pending = pending;
    this.listener = listener;
    this.ids = ids;
    this.clock = clock;
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
