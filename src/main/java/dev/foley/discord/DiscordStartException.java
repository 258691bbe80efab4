package dev.foley.discord;

/** The bot cannot come up, and trying again would not help. The message is for the host, and says what to do. */
public final class DiscordStartException extends Exception {
  private static final long serialVersionUID = 1L;

  DiscordStartException(String message) {
    super(message);
  }
}
