package dev.foley.generation;

import dev.foley.provider.IncomingSound;
import java.util.List;

/**
 * Puts results before the member. Blocking, thread-safe, and idempotent for a request: called again after a crash, it finds
 * out whether the message is there already.
 */
public interface AudioDelivery {
  /**
   * A sound is coming that will have to be delivered if it comes whole: what can be sent of it may be sent already, as long as no
   * member sees anything before {@link #deliver} was called. Only a head start: nothing is recorded, and delivery works without it.
   * Must not wait, must not throw.
   *
   * @param announced the take as it will be, by what is known of it so far
   */
  default void begin(Take.Sound announced, IncomingSound sound) {}

  /**
   * Tells in one message what became of a request.
   *
   * @param takes all of one request in their order, at least one; if none is a sound, it is a failure that is told
   */
  DeliveryOutcome deliver(List<Take> takes);
}
