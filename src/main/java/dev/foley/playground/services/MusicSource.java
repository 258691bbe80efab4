package dev.foley.playground.services;

import dev.foley.audio.PcmClip;
import java.time.Duration;

/** Turns words into music for result files. Thread-safe, and the same for the same arguments. */
@FunctionalInterface
public interface MusicSource {
  /**
   * Renders one clip, which may take seconds.
   *
   * @return of exactly that length in {@link dev.foley.audio.PcmFormat#CD}
   */
  PcmClip render(String prompt, Duration length, long seed);
}
