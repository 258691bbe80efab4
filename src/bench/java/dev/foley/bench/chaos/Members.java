package dev.foley.bench.chaos;

import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.Invocation;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/** Acts for the members: types their commands, and does what follows while these are pending. Thread-safe. */
final class Members {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MemberControl control;
  private final List<Asked> all = new CopyOnWriteArrayList<>();
  private final List<Asked> open = new CopyOnWriteArrayList<>();
  private final Set<String> presses = ConcurrentHashMap.newKeySet();

  Members(MemberControl control) {
    this.control = control;
  }

  /** Types a command. What follows it happens on a thread of its own. */
  Asked ask(Ask ask, KillMoment moment, int kill) {
    String id = control.invoke(ask.member(), ask.channel(), ask.line()).sent();
    Asked asked = new Asked(ask, id, moment, kill);
    all.add(asked);
    open.add(asked);
    if (ask.after() != Ask.After.NOTHING) {
      Thread.ofVirtual().name("member-" + ask.word()).start(() -> goOn(asked));
    }
    return asked;
  }

  /** Everything that was asked, in its order. */
  List<Asked> all() {
    return List.copyOf(all);
  }

  /** What was asked and had not come to its end when it was last looked at. */
  List<Asked> open() {
    return List.copyOf(open);
  }

  /** Looks which of them have come to their end. */
  List<Asked> look() {
    open.removeIf(asked -> {
      Seen seen = Seen.of(asked, control);
      return seen.wentUnheard() || (seen.isAcknowledged() && !seen.isPending()
          && (!seen.told().isEmpty() || seen.saysRestarted()));
    });
    return open();
  }

  /** Whether the bot has heard any press of <i>Cancel</i> since {@link #forgetPresses}. */
  boolean hasPressBeenHeard() {
    return presses.stream().anyMatch(id -> control.interaction(id).acknowledged());
  }

  void forgetPresses() {
    presses.clear();
  }

  private void goOn(Asked asked) {
    try {
      InteractionView pending = control.awaitInteraction(asked.interactionId(),
          seen -> cancellable(seen).isPresent() || Seen.of(asked, control).told().size() > 0, PATIENCE);
      cancellable(pending).ifPresent(message -> goOn(asked, message));
    } catch (TimeoutException e) {
      // A kill came first, and the reply was never told to be pending.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void goOn(Asked asked, MessageView pending) {
    Ask ask = asked.ask();
    switch (ask.after()) {
      case NOTHING -> {
      }
      case TOKEN_EXPIRES -> control.expireToken(asked.interactionId());
      case CANCEL -> press(asked, pending);
    }
  }

  private void press(Asked asked, MessageView pending) {
    try {
      Ask ask = asked.ask();
      if (control.press(ask.member(), ask.channel(), pending.id(),
          Seen.cancel(pending).orElseThrow()) instanceof Invocation.Sent sent) {
        presses.add(sent.interactionId());
      }
    } catch (IllegalArgumentException e) {
      // The result came in this very moment, and its message has no such button.
    }
  }

  private static Optional<MessageView> cancellable(InteractionView seen) {
    return seen.responses().stream().filter(message -> Seen.cancel(message).isPresent()).findFirst();
  }
}
