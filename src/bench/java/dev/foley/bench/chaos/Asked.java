package dev.foley.bench.chaos;

import dev.foley.bench.chaos.Ask.After;

/**
 * What a member has asked for.
 *
 * @param moment of the first kill after it
 * @param kill its number
 */
record Asked(Ask ask, String interactionId, KillMoment moment, int kill) {
  String word() {
    return ask.word();
  }

  /** Whether nobody can change the reply any more: what only its member sees is reached by its token alone. */
  boolean replyIsOutOfReach() {
    return ask.isPrivate() && ask.after() == After.TOKEN_EXPIRES;
  }
}
