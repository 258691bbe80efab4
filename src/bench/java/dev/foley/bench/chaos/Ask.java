package dev.foley.bench.chaos;

/**
 * What a member is going to ask for.
 *
 * @param word that no other request has; its prompt begins with it
 * @param line as it is typed
 * @param after what happens once the reply says that it is pending
 */
record Ask(String word, String member, String channel, String line, int takes, boolean isPrivate, After after) {
  /** What a member, or Discord, does while the request is pending. */
  enum After {
    NOTHING,
    /** The reply's token ends early. */
    TOKEN_EXPIRES,
    /** The member presses <i>Cancel</i>. */
    CANCEL
  }
}
