package dev.foley.generation;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;

/**
 * Puts results before the member. Blocking, thread-safe, and idempotent for a generation: called again after a crash, it finds
 * out whether the message is there already.
 */
public interface AudioDelivery {
  DeliveryOutcome deliver(Generation generation, AudioArtifact audio);

  DeliveryOutcome tellFailure(Generation generation, FailureReason reason);
}
