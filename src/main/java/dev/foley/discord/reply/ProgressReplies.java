package dev.foley.discord.reply;

import dev.foley.discord.reply.TakesHeard.Stage;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationListener;
import dev.foley.generation.GenerationState;
import dev.foley.provider.Progress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps the reply of each pending request up to date. Thread-safe, never blocks except in
 * {@link #end}.
 *
 * <p>Bounded: it remembers the latest {@value #REMEMBERED} requests, ended ones included, so that a late word about one that has
 * ended is recognised as such. Forgetting costs a progress edit, nothing more. After a restart it starts empty.
 */
final class ProgressReplies implements GenerationListener {
  private static final int REMEMBERED = 12_000;

  private final Supplier<Optional<DiscordReplies.Connection>> connection;
  private final Predicate<GenerationId> goesOn;
  private final InstantSource clock;
  private final Delay delay;
  /** By the first take, which names the request. Guarded by itself. Eldest first. */
  private final Map<GenerationId, ProgressReply> replies = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<GenerationId, ProgressReply> eldest) {
      return size() > REMEMBERED;
    }
  };

  /** Runs a task after a while, on another thread. */
  interface Delay {
    void run(Duration after, Runnable task);
  }

  ProgressReplies(Supplier<Optional<DiscordReplies.Connection>> connection, Predicate<GenerationId> goesOn,
      InstantSource clock, Delay delay) {
    this.connection = connection;
    this.goesOn = goesOn;
    this.clock = clock;
    this.delay = delay;
  }

  @Override
  public void changed(Generation generation) {
    switch (generation.state()) {
      case GenerationState.Queued _ when generation.failures() == 0 -> hear(generation, Stage.QUEUED);
      case GenerationState.Queued _ -> {
        // Queued once more: retrying() tells why.
      }
      case GenerationState.Submitting _, GenerationState.Pending _ -> hear(generation, Stage.GENERATING);
      case GenerationState.Cancelling _ -> hear(generation, Stage.CANCELLING);
      case GenerationState.Completed _, GenerationState.Ready _ -> hear(generation, Stage.READY);
      case GenerationState.Failing _ -> hear(generation, Stage.MISSING);
      case GenerationState.Delivered _, GenerationState.Failed _ -> hear(generation, Stage.TOLD);
    }
  }

  @Override
  public void progressed(Generation generation, Progress progress) {
    switch (progress.stage()) {
      case QUEUED -> of(generation).hear(generation, Stage.WAITING, progress.place());
      case GENERATING, UNKNOWN -> hear(generation, Stage.GENERATING);
    }
  }

  @Override
  public void retrying(Generation generation, String detail) {
    switch (generation.state()) {
      case GenerationState.Queued _, GenerationState.Submitting _, GenerationState.Pending _, GenerationState.Completed _ ->
        hear(generation, Stage.RETRYING);
      // A member who cancels wants to read of nothing else, and from Ready on Discord is what is busy.
      case GenerationState.Cancelling _, GenerationState.Ready _, GenerationState.Failing _ -> {
      }
      case GenerationState.Delivered _, GenerationState.Failed _ -> {
      }
    }
  }

  /**
   * Lets no further progress edit begin until {@link #resume}. Does not wait.
   *
   * @return done when the one under way has been answered
   */
  CompletableFuture<?> pause(Generation generation) {
    return of(generation).pause();
  }

  void resume(Generation generation) {
    of(generation).resume();
  }

  /**
   * Lets no further progress edit begin, and waits for the one that is under way. Whatever is written to the reply after this
   * stays.
   *
   * @return false if the one under way does not end
   */
  boolean end(Generation generation) {
    return of(generation).endAndWait();
  }

  private void hear(Generation generation, Stage stage) {
    of(generation).hear(generation, stage, OptionalInt.empty());
  }

  private ProgressReply of(Generation generation) {
    synchronized (replies) {
      return replies.computeIfAbsent(generation.takes().first(),
          _ -> new ProgressReply(generation, connection, goesOn, clock, delay));
    }
  }
}
