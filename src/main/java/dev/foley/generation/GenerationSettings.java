package dev.foley.generation;

import java.time.Duration;

/**
 * Bounds of one generation.
 *
 * @param submitPatience how long a request is offered to a service that is down, from its first failure in a row
 * @param queuePatience how long a request waits for room at its service, from when it was recorded
 * @param deadline how long a job may take, from when the service accepted it until its file is here
 * @param deliveryPatience how long delivery is tried while Discord does not take it
 */
public record GenerationSettings(Duration submitPatience, Duration queuePatience, Duration deadline,
    Duration deliveryPatience) {
  public static final GenerationSettings DEFAULT = new GenerationSettings(Duration.ofMinutes(1), Duration.ofMinutes(10),
      Duration.ofMinutes(10), Duration.ofHours(24));
}
