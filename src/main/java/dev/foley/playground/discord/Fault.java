package dev.foley.playground.discord;

import java.time.Duration;

/** What the local Discord can be told to do to a request instead of, or besides, answering it. */
public sealed interface Fault {
  /** Refuses with a server error; nothing was done. */
  record Answer(int status) implements Fault {
    public Answer {
      if (status < 500 || status > 599) {
        throw new IllegalArgumentException("a fault answers with 500 to 599, not " + status);
      }
    }
  }

  /** Refuses with 429; nothing was done. */
  record RateLimited(Scope scope, Duration retryAfter) implements Fault {}

  /** Answers as usual, but so much later. */
  record Slow(Duration delay) implements Fault {}

  /** Cuts the connection; nothing was done. */
  record DropBefore() implements Fault {}

  /** Does what was asked and cuts the connection instead of answering. */
  record DropAfter() implements Fault {}

  /** Whose limit was reached: this bot's on this route, this bot's on all routes, or one that all bots share. */
  enum Scope {
    USER, GLOBAL, SHARED
  }
}
