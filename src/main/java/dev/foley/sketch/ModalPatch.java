package dev.foley.sketch;

import java.util.random.RandomGenerator;

/**
 * Struck or blown things as a sum of decaying sines: piano, bells, bars, organ pipes.
 *
 * @param body which sines
 * @param knock level of the noise of the hammer or mallet
 * @param release seconds to fall 60 dB once the note is let go
 * @param level gain that brings the instrument to the loudness of the others
 */
record ModalPatch(Body body, double knock, double release, double level) implements Patch {

  /** Families of sines. */
  sealed interface Body {}

  /**
   * Stiff strings, two for each note, slightly apart.
   *
   * @param brightness 0 (felt) to 1 (hard hammers)
   */
  record StiffStrings(double brightness) implements Body {}

  /**
   * Free bars, tubes and bells.
   *
   * @param partials frequency ratio, level and seconds to -60 dB at middle C, three numbers for each sine
   */
  @SuppressWarnings("ArrayRecordComponent") // tables of constants inside this package; nobody writes to them
  record Bars(double... partials) implements Body {}

  /**
   * Pipes or tone wheels, which sound as long as they are held.
   *
   * @param drawbars frequency ratio and level, two numbers for each sine
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Pipes(double... drawbars) implements Body {}

  @Override
  public Voice voice(int pitch, double velocity, int frames, RandomGenerator random) {
    return new ModalVoice(this, pitch, velocity, frames, random);
  }
}
