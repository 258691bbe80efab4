package dev.foley.discord.interaction;

import dev.foley.generation.GenerationId;
import java.util.Locale;

/**
 * What a button of ours does. Its custom id names this and what it is about, mostly a generation; everything else is in the store, so that it
 * works after restarts and months later. The words are written into messages for good: none may change its meaning.
 */
public enum ButtonAction {
  /** Stops what is pending. */
  CANCEL,
  /** Stops something in the list of what is pending, which is then shown anew; about nothing, it only does that. */
  QUEUE,
  /** Takes up a draft. */
  CONFIRM,
  /** Drops a draft. */
  DISMISS,
  /** After a failure, the same once more, in the same message. */
  RETRY,
  /** The same once more with another seed, as a message of its own. */
  AGAIN,
  /** Opens a form with what was asked for. */
  EDIT,
  /** The same, as long as its model makes it. */
  LONGER,
  /** Tells everything that is known of a sound. */
  DETAILS,
  /** Removes the message. */
  DELETE,
  /** Another page of a member's history. */
  HISTORY,
  /** Puts an earlier sound before the member once more. */
  SHOW,
  /** Removes what is kept of a member. */
  FORGET;

  /** The part of a custom id before the colon. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String customId(GenerationId about) {
    return customId(about.value());
  }

  /** @param argument at most 80 characters */
  public String customId(String argument) {
    return kind() + ":" + argument;
  }
}
