package dev.foley.sketch;

import java.util.random.RandomGenerator;

/**
 * Frequency modulation by one or two modulators: electric piano, glassy keys, hard basses.
 *
 * @param body modulator that gives the note its colour
 * @param tine modulator for the first moment: the tine, the mallet
 * @param tremolo depth of a slow movement between the ears, 0 to 1
 * @param level gain that brings the instrument to the loudness of the others
 */
record FmPatch(Modulator body, Modulator tine, Envelope.Shape envelope, double tremolo, double level) implements Patch {
  /**
   * @param ratio frequency as a multiple of the note's
   * @param index greatest phase deviation in cycles, at full velocity
   * @param seconds until it has fallen by 60 dB
   */
  record Modulator(double ratio, double index, double seconds) {}

  @Override
  public Voice voice(int pitch, double velocity, int frames, RandomGenerator random) {
    return new FmVoice(this, pitch, velocity, frames, random);
  }
}
