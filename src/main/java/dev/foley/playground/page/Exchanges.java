package dev.foley.playground.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The latest exchanges between the bot and the world. What is told of one is worded only when somebody looks, since a busy bot has
 * hundreds a second, and most of the time no page is open. Thread-safe.
 */
final class Exchanges {
  private static final int MAX_REMEMBERED = 500;

  private record Seen(long number, LongFunction<Exchange> told) {}

  private final Deque<Seen> latest = new ArrayDeque<>(); // guarded by this
  private long number; // guarded by this

  /** @param told makes it of its number; later, or never */
  synchronized void add(LongFunction<Exchange> told) {
    latest.addLast(new Seen(++number, told));
    if (latest.size() > MAX_REMEMBERED) {
      latest.removeFirst();
    }
  }

  /** Those after this number, oldest first. */
  List<Exchange> after(long before) {
    return seenAfter(before).stream().map(seen -> seen.told().apply(seen.number())).toList();
  }

  private synchronized List<Seen> seenAfter(long before) {
    return number == before ? List.of() : latest.stream().filter(seen -> seen.number() > before).toList();
  }
}
