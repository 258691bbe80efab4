package dev.foley.playground.discord;

/** Points within a request at which a test may want to kill the bot. The bot has no answer yet. */
public enum Moment {
  /** All files have arrived; nothing else has happened. */
  UPLOAD_RECEIVED,
  /** The message stands in the channel. */
  MESSAGE_CREATED,
  /** The files stand in a message, a new one or one that was edited. */
  FILES_POSTED,
  /** An interaction has its first answer, such as the promise of one. */
  INTERACTION_ANSWERED,
  /** A message was edited and got no new files, by its own route or by an interaction's token. */
  MESSAGE_EDITED,
  /** Messages of a channel are being read. */
  MESSAGES_READ
}
