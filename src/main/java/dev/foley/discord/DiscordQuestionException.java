package dev.foley.discord;

import org.jspecify.annotations.Nullable;

/** A question got no answer. The message is a few words without address or token. */
public final class DiscordQuestionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Kind {
    /** Discord does not know the token. */
    TOKEN_REFUSED,
    /** Too many requests by this bot or from this address. */
    THROTTLED,
    /** Discord, or what stands before it, has an error. */
    DOWN,
    /** No connection, or none in time. */
    UNREACHABLE,
    /** Something answered, and not as Discord does. */
    NOT_UNDERSTOOD
  }

  private final Kind kind;

  DiscordQuestionException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
