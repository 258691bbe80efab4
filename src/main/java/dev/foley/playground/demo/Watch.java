package dev.foley.playground.demo;

import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a member sees of the bot in a channel: printed as it changes, and compared with what was there before. For one thread. */
final class Watch {
  private static final Duration LOOK = Duration.ofMillis(50);

  /** Who looks, and where. */
  record Seat(String member, String channel) {}

  private final MemberControl control;
  private final Conversation conversation;
  private final InstantSource clock;
  private final Map<String, String> printed = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();

  Watch(MemberControl control, Conversation conversation, InstantSource clock) {
    this.control = control;
    this.conversation = conversation;
    this.clock = clock;
  }

  /** The bot's messages, oldest first. */
  List<MessageView> messages(Seat seat) {
    return control.messages(seat.member(), seat.channel()).stream().filter(MessageView::bot).toList();
  }

  Optional<MessageView> newest(Seat seat, Predicate<MessageView> fits) {
    return messages(seat).reversed().stream().filter(fits).findFirst();
  }

  String text(MessageView message) {
    return Reading.text(message, clock.instant());
  }

  /** Remembers how things stand, for {@link #changed}. */
  void mark(Seat seat) {
    before.clear();
    messages(seat).forEach(this::mark);
  }

  /** Remembers how this one stands. */
  void mark(MessageView message) {
    before.put(message.id(), timeless(message));
  }

  /** Messages that were not there, or read otherwise, when they were marked; oldest first. */
  List<MessageView> changed(Seat seat) {
    return messages(seat).stream().filter(message -> !timeless(message).equals(before.get(message.id()))).toList();
  }

  /** Looks until something is found or patience is over, and prints what changes meanwhile. */
  <T> Optional<T> await(Seat seat, Duration patience, Supplier<Optional<T>> probe) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Map<String, Long> revisions = Map.of();
    while (true) {
      print(seat);
      Optional<T> found = probe.get();
      if (found.isPresent() || System.nanoTime() > deadline) {
        return found;
      }
      revisions = control.awaitRevisions(revisions, LOOK);
    }
  }

  private void print(Seat seat) {
    for (MessageView message : messages(seat)) {
      String now = timeless(message);
      if (!now.equals(printed.put(message.id(), now))) {
        conversation.said(text(message));
      }
    }
  }

  /** “In 12 seconds” changes by itself, which is no change of the message. */
  private static String timeless(MessageView message) {
    return Reading.text(message, Instant.EPOCH);
  }
}
