package dev.foley.discord.interaction;

import dev.foley.generation.ChannelId;
import java.time.Duration;
import java.util.Optional;

/** What Discord said to a message. */
public sealed interface Sent {
  /**
   * It is there.
   *
   * @param direct the direct channel where it stands, if it does
   */
  record Posted(long messageId, Optional<ChannelId> direct) implements Sent {
    /** Not in a direct channel of its own. */
    public Posted(long messageId) {
      this(messageId, Optional.empty());
    }
  }

  /** Why it is not there, or not for certain. */
  sealed interface Refused extends Sent {}

  /** The file is more than this place takes. */
  record TooLarge() implements Refused {}

  /**
   * This place does not take it, now or later: token expired, channel gone, permission withdrawn.
   *
   * @param detail for the log
   */
  record Closed(String detail) implements Refused {}

  /** Nothing is known, or Discord asked us to wait. It may have arrived nevertheless. */
  record NotNow(Optional<Duration> retryAfter, String detail) implements Refused {}
}
