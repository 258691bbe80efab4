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

  /** Refuses although the request was in order; nothing was done. */
  record Refused(Refusal refusal) implements Fault {}

  /** Refuses with 429; nothing was done. */
  record RateLimited(Scope scope, Duration retryAfter) implements Fault {}

  /**
   * The network before Discord refuses this address altogether: 429 without Discord's headers and without JSON.
   *
   * @param retryAfter whole seconds, rounded up
   */
  record Banned(Duration retryAfter) implements Fault {}

  /** Answers as usual, but so much later. */
  record Slow(Duration delay) implements Fault {}

  /** Cuts the connection; nothing was done. */
  record DropBefore() implements Fault {}

  /** Does what was asked and cuts the connection instead of answering. */
  record DropAfter() implements Fault {}

  /** A refusal of Discord's that can come unexpectedly. */
  enum Refusal {
    /** 401. */
    UNAUTHORIZED,
    /** 404, 10003. */
    UNKNOWN_CHANNEL,
    /** 404, 10008. */
    UNKNOWN_MESSAGE,
    /** 404, 10015: an interaction's token is not known, as before its first answer. */
    UNKNOWN_WEBHOOK,
    /** 404, 10062. */
    UNKNOWN_INTERACTION,
    /** 413, 40005. */
    TOO_LARGE,
    /** 403, 50001. */
    MISSING_ACCESS,
    /** 403, 50007. */
    CANNOT_REACH,
    /** 403, 50013. */
    MISSING_PERMISSIONS,
    /** 401, 50027: an interaction's token has expired, which can happen before its 15 minutes are over. */
    INVALID_WEBHOOK_TOKEN
  }

  /** Whose limit was reached: this bot's on this route, this bot's on all routes, or one that all bots share. */
  enum Scope {
    USER, GLOBAL, SHARED
  }
}
