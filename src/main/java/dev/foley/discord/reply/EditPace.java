package dev.foley.discord.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says when a pending reply may be edited. In the first minute of its request that is at once, after 4 s, when it is known whether
 * the service took it, after 25 s, and when the result was expected, so that no time in the past goes on standing there; later every
 * 15 s. Each of these turns is good for one edit, whatever was heard until then, and lapses when the next one begins.
 *
 * <p>Who cancels is heard out of turn. But all in all there are {@value #MOST_IN_FIRST_MINUTE} edits in the first minute, which with
 * the final message makes five.
 *
 * <p>Pure: it is told the time, and edits nothing. One thread at a time.
 */
final class EditPace {
  private static final int MOST_IN_FIRST_MINUTE = 4;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LATER_INTERVAL = Duration.ofSeconds(15);
  private static final Duration LEAST_INTERVAL = Duration.ofSeconds(4);
  /** After the request was made; the first turn is there from the beginning. */
  private static final List<Duration> TURNS = List.of(Duration.ofSeconds(4), Duration.ofSeconds(25), MINUTE);

  private final Instant begun;
  private Optional<Instant> expected = Optional.empty();
  private @Nullable Instant last;
  private int inFirstMinute;

  /** @param begun when the request was recorded */
  EditPace(Instant begun) {
    this.begun = begun;
  }

  /** @param result when it is expected, as far as is known by now */
  void expect(Optional<Instant> result) {
    expected = result;
  }

  /** How long to wait for the next edit; zero if it may be made now. */
  Duration waitAt(Instant now) {
    if (last == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, turnAfter(last));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether an edit may be made out of turn. */
  boolean mayHurry(Instant now) {
    return !isInFirstMinute(now) || inFirstMinute < MOST_IN_FIRST_MINUTE;
  }

  void editedAt(Instant now) {
    last = now;
    if (isInFirstMinute(now)) {
      inFirstMinute++;
    }
  }

  private Instant turnAfter(Instant edit) {
    Instant soonest = edit.plus(LEAST_INTERVAL);
    Instant turn = Stream.concat(TURNS.stream().map(begun::plus), expected.stream())
        .filter(candidate -> candidate.isAfter(edit)).min(Instant::compareTo).map(next -> later(next, soonest))
        .orElse(soonest);
    return isInFirstMinute(turn) && inFirstMinute < MOST_IN_FIRST_MINUTE ? turn : turnAfterFirstMinute(edit);
  }

  /** Where the result is expected before the turn after next, that is waited for: till then the time that stands there is right. */
  private Instant turnAfterFirstMinute(Instant edit) {
    Instant turn = later(begun.plus(MINUTE), edit.plus(LATER_INTERVAL));
    return expected.filter(at -> at.isAfter(turn) && at.isBefore(turn.plus(LATER_INTERVAL))).orElse(turn);
  }

  private boolean isInFirstMinute(Instant at) {
    return at.isBefore(begun.plus(MINUTE));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
