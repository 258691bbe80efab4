package dev.foley.generation;

import java.time.Duration;
import java.util.Optional;

/** What became of telling the member. */
public sealed interface DeliveryOutcome {
  /**
   * The message is there.
   *
   * @param direct the member's direct channel, if it stands there; empty where it stands where the member asked
   */
  record Posted(long messageId, Optional<ChannelId> direct) implements DeliveryOutcome {
    /** Where the member asked. */
    public Posted(long messageId) {
      this(messageId, Optional.empty());
    }
  }

  /**
   * Discord did not take it this time; asking again can help.
   *
   * @param detail for the log
   */
  record NotNow(Optional<Duration> retryAfter, String detail) implements DeliveryOutcome {}

  /** No way is left: channel gone, permission withdrawn, direct messages closed. */
  record Impossible(String detail) implements DeliveryOutcome {}
}
