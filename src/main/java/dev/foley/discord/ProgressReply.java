package dev.foley.discord;

import dev.foley.generation.Generation;
import dev.foley.generation.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reply to one interaction while its generation is pending.
 *
 * <p><b>A progress edit never lands after the final one.</b> JDA sends requests of one route in order, but routes fall into buckets
 * that Discord renames, and an edit whose answer is slow may still be working there; so order is not left to the queue. At most one
 * edit is under way, {@link #endAndWait} lets none begin after it and waits for that one's answer, and only then the final
 * message is sent. A killed process takes its queue with it; an edit that had left it is long done when the next one has started.
 *
 * <p>Words that come too soon wait for their turn, the latest replacing the one before; so what stands there at the end of five
 * seconds is the newest.
 */
final class ProgressReply {
  private static final Duration EDIT_INTERVAL = Duration.ofSeconds(5);
  private static final int SHOWN_PROMPT = 100;
  private static final long END_PATIENCE_SECONDS = 20; // an edit gives up after 10 by itself

  private final Origin origin;
  private final Supplier<Optional<DiscordMessages>> messages;
  private final InstantSource clock;
  private final ProgressReplies.Delay delay;

  // All guarded by this. No call out is made while it is held.
  private final EditPace pace = new EditPace(EDIT_INTERVAL);
  private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);
  private @Nullable Word waiting;
  private long version;
  private boolean turnIsSet;
  private boolean ended;

  ProgressReply(Origin origin, Supplier<Optional<DiscordMessages>> messages, InstantSource clock,
      ProgressReplies.Delay delay) {
    this.origin = origin;
    this.messages = messages;
    this.clock = clock;
    this.delay = delay;
  }

  private record Word(Generation generation, Text text) {}

  void show(Generation generation, Text text) {
    synchronized (this) {
      if (ended || generation.version() < version) {
        return;
      }
      version = generation.version();
      waiting = new Word(generation, text);
      if (turnIsSet) {
        return;
      }
    }
    takeTurn();
  }

  synchronized void end() {
    ended = true;
    waiting = null;
  }

  /** @return false if the edit under way does not end */
  boolean endAndWait() {
    CompletableFuture<?> last;
    synchronized (this) {
      end();
      last = underWay;
    }
    try {
      last.get(END_PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return last.isDone();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void takeTurn() {
    Instant now = clock.instant();
    Optional<DiscordMessages> connected = messages.get();
    Duration wait;
    String content;
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    synchronized (this) {
      turnIsSet = false;
      if (waiting == null || connected.isEmpty() || TokenLife.isOver(origin, now)) {
        waiting = null;
        return;
      }
      wait = underWay.isDone() ? pace.waitAt(now) : EDIT_INTERVAL;
      content = content(waiting, now);
      if (wait.isPositive()) {
        turnIsSet = true;
      } else {
        waiting = null;
        pace.editedAt(now);
        underWay = done;
      }
    }
    if (wait.isPositive()) {
      delay.run(wait, this::takeTurn);
      return;
    }
    connected.get().editReply(origin.interactionToken(), content, sent -> {
      if (sent instanceof Sent.Closed) {
        end();
      }
      done.complete(null);
    });
  }

  /**
   * The word, and in small print what is being made, since nobody but the author has seen the command, and the id by which support,
   * and delivery after a restart, find the message.
   */
  private String content(Word word, Instant now) {
    Generation generation = word.generation();
    Duration elapsed = Duration.between(generation.createdAt(), now);
    return Messages.of(origin.locale(), word.text(), AudioFacts.elapsed(origin.locale(), elapsed)) + "\n-# “"
        + SafeText.shown(generation.request().prompt(), SHOWN_PROMPT) + "” · " + generation.id();
  }
}
