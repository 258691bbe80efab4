package dev.foley.sketch;

import java.util.random.RandomGenerator;

/**
 * Plucked strings: guitars, basses, harp, pizzicato.
 *
 * @param brightness of the pick, 0 (thumb) to 1 (plectrum)
 * @param damping loss of treble on each round, 0 (steel, long) to 0.5 (gut, dull)
 * @param seconds to -60 dB at middle C
 * @param release seconds to -60 dB once let go
 * @param position where it is plucked, as a fraction of the string
 * @param level gain that brings the instrument to the loudness of the others
 */
record PluckPatch(double brightness, double damping, double seconds, double release, double position, double level)
    implements
      Patch {
  @Override
  public Voice voice(int pitch, double velocity, int frames, RandomGenerator random) {
    return new PluckVoice(this, pitch, velocity, frames, random);
  }
}
