package dev.foley.sketch;

import java.util.random.RandomGenerator;

/** The recipe of a timbre: what {@link Instrument} sounds like. Immutable. */
sealed interface Patch permits SubtractivePatch, ModalPatch, PluckPatch, FmPatch {
  /**
   * @param pitch MIDI note number
   * @param velocity 0 to 1
   * @param frames until the note is let go; what sounds after that is its release
   * @param random for the small differences between two notes of a real instrument
   */
  Voice voice(int pitch, double velocity, int frames, RandomGenerator random);
}
