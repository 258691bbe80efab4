package dev.foley.bench.chaos;

import dev.foley.provider.FailureReason;

/**
 * What became of one request.
 *
 * @param submitted jobs that services accepted for it
 * @param doubleSubmits more of them than it has takes
 * @param doubleDeliveries messages that tell once more what another one has told
 * @param trulyUnknown takes of which its member was told that the outcome is not known, where a submit was cut off by a kill
 * @param falselyUnknown such takes where none was
 */
record Verdict(Asked asked, End end, int submitted, int doubleSubmits, int doubleDeliveries, int trulyUnknown,
    int falselyUnknown) {
  /** How it ended for its member. */
  enum End {
    DELIVERED, UNKNOWN, CANCELLED,
    /** The member read that the bot had restarted, and nothing was submitted. */
    ASKED_AGAIN,
    /** Discord told the member that the bot did not answer, and nothing was submitted. */
    UNHEARD,
    /** A message still says that something is to come. */
    LEFT_PENDING,
    /** Anything else: the services of this test fail nobody. */
    LOST
  }

  static Verdict of(Seen seen, Flights flights) {
    Ask ask = seen.asked().ask();
    int accepted = flights.accepted(ask.word());
    int unknown = seen.toldOf(FailureReason.OUTCOME_UNKNOWN);
    int trulyUnknown = Math.min(unknown, flights.cutOff(ask.word()));
    return new Verdict(seen.asked(), end(seen, accepted, unknown), accepted, Math.max(0, accepted - ask.takes()),
        Math.max(0, seen.told().size() - 1), trulyUnknown, unknown - trulyUnknown);
  }

  private static End end(Seen seen, int accepted, int unknown) {
    int takes = seen.asked().ask().takes();
    int cancelled = seen.cancelled();
    if (!seen.isAcknowledged() || seen.wentUnheard()) {
      return accepted == 0 ? End.UNHEARD : End.LOST;
    }
    if (seen.isPending()) {
      return End.LEFT_PENDING;
    }
    if (seen.told().isEmpty()) {
      return accepted == 0 && seen.saysRestarted() ? End.ASKED_AGAIN : End.LOST;
    }
    if (seen.soundCount() + unknown + cancelled < takes) {
      return End.LOST;
    }
    if (seen.soundCount() > 0) {
      return End.DELIVERED;
    }
    return unknown > 0 ? End.UNKNOWN : End.CANCELLED;
  }

  /** Whether anything is wrong that must not be. */
  boolean isBad() {
    return end == End.LOST || end == End.LEFT_PENDING || doubleSubmits > 0 || doubleDeliveries > 0
        || falselyUnknown > 0;
  }
}
