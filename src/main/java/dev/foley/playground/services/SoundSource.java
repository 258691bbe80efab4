package dev.foley.playground.services;

import dev.foley.audio.PcmClip;
import java.time.Duration;

/**
 * Turns words into sound for result files. Thread-safe, and the same for the same arguments. Each call may take seconds,
 * and answers in {@link dev.foley.audio.PcmFormat#CD}.
 */
public interface SoundSource {
  /** @return of exactly that length */
  PcmClip music(String prompt, Duration length, long seed);

  /**
   * @param loop whether the end is to lead into the beginning
   * @return of exactly that length
   */
  PcmClip effect(String prompt, Duration length, boolean loop, long seed);

  /**
   * @param voice the service's name of a voice
   * @param speed 1 for the usual one, 2 for twice as fast
   * @return as long as the words need
   */
  PcmClip speech(String text, String voice, double speed, long seed);
}
