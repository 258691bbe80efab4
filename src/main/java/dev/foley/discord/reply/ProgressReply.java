package dev.foley.discord.reply;

import dev.foley.discord.interaction.Sent;
import dev.foley.discord.interaction.TokenLife;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Origin;
import dev.foley.generation.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reply to one interaction while its request is pending, whatever the number of its takes.
 *
 * <p><b>A progress edit never lands after the final one.</b> JDA sends requests of one route in order, but routes fall into buckets
 * that Discord renames, and an edit whose answer is slow may still be working there; so order is not left to the queue. At most one
 * edit is under way, {@link #endAndWait} lets none begin after it and waits for that one's answer, and only then the final
 * message is sent. A killed process takes its queue with it; an edit that had left it is long done when the next one has started.
 *
 * <p>With several instances, another one may deliver while this one goes on editing; so each edit is preceded by a look at whether
 * the request still goes on. What had left before that look can, should it be very late, still land after the final message.
 *
 * <p>Words that come too soon wait for their turn ({@link EditPace}), the latest replacing the one before. Only a member who cancels
 * is answered at once. A bar that moves with the time is brought up to date in its turns, although nothing was heard.
 */
final class ProgressReply {
  /** How often it is looked whether a slow edit has been answered. */
  private static final Duration UNTIL_ANSWERED = Duration.ofSeconds(1);
  /** How often it is looked whether the bar has moved. */
  private static final Duration UNTIL_MOVED = Duration.ofSeconds(3);
  private static final long END_PATIENCE_SECONDS = 20; // an edit gives up after 10 by itself

  private final GenerationId request;
  private final Origin origin;
  private final Supplier<Optional<DiscordReplies.Connection>> connection;
  private final Predicate<GenerationId> goesOn;
  private final InstantSource clock;
  private final ProgressReplies.Delay delay;

  // All guarded by this. No call out that could wait is made while it is held.
  private final EditPace pace;
  private final TakesHeard takes = new TakesHeard();
  private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);
  private @Nullable Notice shown;
  private int latestTurn;
  private boolean hasNews;
  private boolean toldOfCancelling;
  private boolean turnIsSet;
  private boolean ended;

  /** @param take any of the request's */
  ProgressReply(Generation take, Supplier<Optional<DiscordReplies.Connection>> connection,
      Predicate<GenerationId> goesOn, InstantSource clock, ProgressReplies.Delay delay) {
    this.request = take.takes().first();
    this.origin = take.origin();
    this.goesOn = goesOn;
    this.pace = new EditPace(take.createdAt());
    this.connection = connection;
    this.clock = clock;
    this.delay = delay;
  }

  /** Takes in what was heard of a take, and shows it in its turn. */
  void hear(Generation generation, TakesHeard.Stage stage, OptionalInt place) {
    int turn;
    synchronized (this) {
      if (ended || !takes.hear(generation, stage, place)) {
        return;
      }
      if (takes.allTold()) {
        end();
      }
      // One that is ready is delivered in the next moment, unless others are waited for.
      hasNews = !takes.underWay().isEmpty();
      if (!hasNews || (turnIsSet && !isUrgent())) {
        return;
      }
      turn = ++latestTurn;
    }
    take(turn);
  }

  /** From here on only that it has ended is remembered. */
  synchronized void end() {
    ended = true;
    hasNews = false;
    shown = null;
    takes.forget();
  }

  /** @return done when the edit under way has been answered; no other one begins before {@link #resume} */
  synchronized CompletableFuture<?> pause() {
    end();
    return underWay;
  }

  /** Edits may be made again. */
  synchronized void resume() {
    ended = false;
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

  /** @param turn one that was set before a later one is void */
  private void take(int turn) {
    if (!mayGoOn()) {
      end();
      return;
    }
    Instant now = clock.instant();
    Optional<DiscordReplies.Connection> connected = connection.get();
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    Optional<Notice> notice;
    Duration pause;
    int next;
    synchronized (this) {
      if (turn != latestTurn) {
        return;
      }
      turnIsSet = false;
      if (ended || !hasNews || connected.isEmpty() || TokenLife.isOver(origin, now)) {
        hasNews = false;
        return;
      }
      pace.expect(new PendingCard(connected.get().outlook()).expectedAt(takes));
      Duration wait = waitAt(now);
      notice = wait.isPositive() ? Optional.empty() : news(connected.get().outlook(), now);
      notice.ifPresent(fresh -> begin(fresh, now, done));
      pause = wait.isPositive() ? wait : longer(pace.waitAt(now), UNTIL_MOVED);
      turnIsSet = hasNews;
      next = hasNews ? ++latestTurn : 0;
    }
    if (next > 0) {
      delay.run(pause, () -> take(next));
    }
    notice.ifPresent(fresh -> connected.get().messages().editReply(origin.interactionToken(), fresh, refused -> {
      refused.ifPresent(this::refused);
      done.complete(null);
    }));
  }

  /** Another instance may have delivered it meanwhile. If nobody can tell, silence does no harm. */
  private boolean mayGoOn() {
    try {
      return goesOn.test(request);
    } catch (StoreException _) {
      return false;
    }
  }

  private synchronized void refused(Sent.Refused why) {
    switch (why) {
      case Sent.Closed _ -> end();
      case Sent.NotNow _, Sent.TooLarge _ -> shown = null;
    }
  }

  /** Call it with the lock. */
  private Duration waitAt(Instant now) {
    if (!underWay.isDone()) {
      return UNTIL_ANSWERED;
    }
    Duration wait = pace.waitAt(now);
    return wait.isPositive() && isUrgent() && pace.mayHurry(now) ? Duration.ZERO : wait;
  }

  /** What there is to show now; empty if it stands there already. Call it with the lock. */
  private Optional<Notice> news(Outlook outlook, Instant now) {
    PendingCard card = new PendingCard(outlook);
    hasNews = card.moves(takes, now);
    toldOfCancelling = takes.isCancelling();
    return Optional.of(card.of(takes, now)).filter(notice -> !notice.equals(shown));
  }

  /** Call it with the lock. */
  private void begin(Notice notice, Instant now, CompletableFuture<?> done) {
    shown = notice;
    pace.editedAt(now);
    underWay = done;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Call it with the lock. */
  private boolean isUrgent() {
    return takes.isCancelling() && !toldOfCancelling;
  }
}
