package dev.foley.playground.services.stability;

import dev.foley.playground.services.AudioCoding;
import java.time.Duration;

/**
 * A form that is valid for its model.
 *
 * @param seed 0 for any
 */
record StabilityRequest(StabilityModel model, String prompt, Duration length, long seed, int steps,
    AudioCoding coding) {
  long price() {
    return model.price(steps);
  }
}
