package dev.foley.discord;

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
import java.util.function.Supplier;

/**
 * Keeps the reply of each pending generation up to date, at most one edit in five seconds. Thread-safe, never blocks except in
 * {@link #end}.
 *
 * <p>Bounded: it remembers the latest {@value #REMEMBERED} generations, ended ones included, so that a late word about one that has
 * ended is recognised as such. Forgetting costs a progress edit, nothing more. After a restart it starts empty.
 */
final class ProgressReplies implements GenerationListener {
  private static final int REMEMBERED = 4_000;

  private final Supplier<Optional<DiscordMessages>> messages;
  private final InstantSource clock;
  private final Delay delay;
  /** Guarded by itself. Eldest first. */
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

  ProgressReplies(Supplier<Optional<DiscordMessages>> messages, InstantSource clock, Delay delay) {
    this.messages = messages;
    this.clock = clock;
    this.delay = delay;
  }

  @Override
  public void changed(Generation generation) {
    switch (generation.state()) {
      case GenerationState.Queued _ when generation.failures() == 0 -> show(generation, Text.QUEUED);
      case GenerationState.Submitting _, GenerationState.Pending _ -> show(generation, Text.GENERATING);
      // A Queued again is told by retrying(); what is Ready or Failing is told by delivery in the next moment.
      case GenerationState.Queued _, GenerationState.Cancelling _, GenerationState.Completed _, GenerationState.Ready _, GenerationState.Failing _ ->
        {
        }
      case GenerationState.Delivered _, GenerationState.Failed _ -> of(generation).end();
    }
  }

  @Override
  public void progressed(Generation generation, Progress progress) {
    show(generation, switch (progress.stage()) {
      case QUEUED -> Text.WAITING;
      case GENERATING, UNKNOWN -> Text.GENERATING;
    });
  }

  @Override
  public void retrying(Generation generation, String detail) {
    switch (generation.state()) {
      case GenerationState.Queued _, GenerationState.Submitting _, GenerationState.Pending _, GenerationState.Cancelling _, GenerationState.Completed _ ->
        show(generation, Text.RETRYING);
      // From here on Discord is what is busy, and the reply belongs to delivery.
      case GenerationState.Ready _, GenerationState.Failing _ -> {
      }
      case GenerationState.Delivered _, GenerationState.Failed _ -> {
      }
    }
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

  private void show(Generation generation, Text text) {
    of(generation).show(generation, text);
  }

  private ProgressReply of(Generation generation) {
    synchronized (replies) {
      return replies.computeIfAbsent(generation.id(),
          _ -> new ProgressReply(generation.origin(), messages, clock, delay));
    }
  }
}
