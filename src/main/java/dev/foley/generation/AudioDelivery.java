package dev.foley.generation;

import java.util.List;

/**
 * Puts results before the member. Blocking, thread-safe, and idempotent for a request: called again after a crash, it finds
 * out whether the message is there already.
 */
public interface AudioDelivery {
  /**
   * Tells in one message what became of a request.
   *
   * @param takes all of one request in their order, at least one; if none is a sound, it is a failure that is told
   */
  DeliveryOutcome deliver(List<Take> takes);
}
