package dev.foley.playground.discord;

/** Points within a request at which a test may want to kill the bot. The bot has no answer yet. */
public enum Moment {
  /** All files have arrived; nothing else has happened. */
  UPLOAD_RECEIVED,
  /** The message stands in the channel. */
  MESSAGE_CREATED
}
