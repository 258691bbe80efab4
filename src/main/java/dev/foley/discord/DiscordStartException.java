package dev.foley.discord;

/** The bot cannot come up, or not stay, and going on to try would not help. The message is for the host, and says what to do. */
public final class DiscordStartException extends Exception {
  private static final long serialVersionUID = 1L;

  DiscordStartException(String message) {
    super(message);
  }
}
