package dev.foley.discord.reply;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Allows one edit in so much time. Pure: it is told the time, and edits nothing. One thread at a time. */
final class EditPace {
  private final Duration interval;
  private @Nullable Instant last;

  EditPace(Duration interval) {
    this.interval = interval;
  }

  /** How long to wait for the next edit; zero if it may be made now. */
  Duration waitAt(Instant now) {
    if (last == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, last.plus(interval));
    return left.isNegative() ? Duration.ZERO : left;
  }

  void editedAt(Instant now) {
    last = now;
  }
}
