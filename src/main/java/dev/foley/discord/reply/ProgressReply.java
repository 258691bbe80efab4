package dev.foley.discord.reply;

import dev.foley.discord.interaction.Sent;
import dev.foley.discord.interaction.TokenLife;
import dev.foley.discord.request.CancelButton;
import dev.foley.discord.text.CostText;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.text.Text;
import dev.foley.generation.Generation;
import dev.foley.generation.Origin;
import dev.foley.provider.Cost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
 * <p>Words that come too soon wait for their turn, the latest replacing the one before; so what stands there at the end of five
 * seconds is the newest. Only a member who cancels is answered at once.
 */
final class ProgressReply {
  private static final Duration EDIT_INTERVAL = Duration.ofSeconds(5);
  private static final int SHOWN_PROMPT = 100;
  private static final long END_PATIENCE_SECONDS = 20; // an edit gives up after 10 by itself

  private final Origin origin;
  private final Supplier<Optional<DiscordReplies.Connection>> connection;
  private final InstantSource clock;
  private final ProgressReplies.Delay delay;

  // All guarded by this. No call out that could wait is made while it is held.
  private final EditPace pace = new EditPace(EDIT_INTERVAL);
  private final TakesHeard takes = new TakesHeard();
  private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);
  private boolean hasNews;
  private boolean toldOfCancelling;
  private boolean turnIsSet;
  private boolean ended;

  ProgressReply(Origin origin, Supplier<Optional<DiscordReplies.Connection>> connection, InstantSource clock,
      ProgressReplies.Delay delay) {
    this.origin = origin;
    this.connection = connection;
    this.clock = clock;
    this.delay = delay;
  }

  /** What the reply says, with a button below it if it has one. */
  record Line(String content, Optional<Notice.Action.Press> button) {}

  /** Takes in what was heard of a take, and shows it in its turn. */
  void hear(Generation generation, TakesHeard.Stage stage, OptionalInt place) {
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
    }
    takeTurn();
  }

  synchronized void end() {
    ended = true;
    hasNews = false;
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
    Optional<DiscordReplies.Connection> connected = connection.get();
    Duration wait;
    Line line;
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    synchronized (this) {
      turnIsSet = false;
      if (ended || !hasNews || connected.isEmpty() || TokenLife.isOver(origin, now)) {
        hasNews = false;
        return;
      }
      Duration pause = isUrgent() ? Duration.ZERO : pace.waitAt(now);
      wait = underWay.isDone() ? pause : EDIT_INTERVAL;
      line = line(connected.get().outlook(), now);
      if (wait.isPositive()) {
        turnIsSet = true;
      } else {
        hasNews = false;
        toldOfCancelling = takes.isCancelling();
        pace.editedAt(now);
        underWay = done;
      }
    }
    if (wait.isPositive()) {
      delay.run(wait, this::takeTurn);
      return;
    }
    connected.get().messages().editReply(origin.interactionToken(), line, sent -> {
      if (sent instanceof Sent.Closed) {
        end();
      }
      done.complete(null);
    });
  }

  /** Call it with the lock. */
  private boolean isUrgent() {
    return takes.isCancelling() && !toldOfCancelling;
  }

  /**
   * The word, and in small print what is being made, since nobody but the author has seen the command, what it will cost, and the id
   * by which support, and delivery after a restart, find the message. Call it with the lock.
   */
  private Line line(Outlook outlook, Instant now) {
    Generation generation = takes.any();
    List<String> print = new ArrayList<>();
    print.add("“" + SafeText.shown(generation.request().prompt(), SHOWN_PROMPT) + "”");
    estimate(generation, outlook).ifPresent(cost -> print
        .add(Messages.of(origin.locale(), Text.ESTIMATE, CostText.of(origin.locale(), cost))));
    print.add(generation.takes().first().value());
    boolean canCancel = !takes.isCancelling() && takes.underWay().stream().anyMatch(outlook::cancellable);
    return new Line(takes.line(origin.locale(), now) + "\n-# " + String.join(" · ", print), canCancel
        ? Optional.of(new Notice.Action.Press(CancelButton.customId(generation.takes().first()),
            Messages.of(origin.locale(), Text.CANCEL)))
        : Optional.empty());
  }

  private static Optional<Cost> estimate(Generation generation, Outlook outlook) {
    return outlook.estimate(generation.request())
        .flatMap(each -> CostText.sum(Collections.nCopies(generation.takes().count(), each)));
  }
}
