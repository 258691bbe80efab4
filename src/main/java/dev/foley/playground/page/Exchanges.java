package dev.foley.playground.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/** The latest exchanges between the bot and the world. Thread-safe. */
final class Exchanges {
  private static final int MAX_REMEMBERED = 500;

  private final Deque<Exchange> latest = new ArrayDeque<>(); // guarded by this
  private long number; // guarded by this

  synchronized void add(LongFunction<Exchange> numbered) {
    latest.addLast(numbered.apply(++number));
    if (latest.size() > MAX_REMEMBERED) {
      latest.removeFirst();
    }
  }

  /** Those after this number, oldest first. */
  synchronized List<Exchange> after(long seen) {
    return number == seen ? List.of() : latest.stream().filter(exchange -> exchange.number() > seen).toList();
  }
}
