package dev.foley.sketch;

import java.util.random.RandomGenerator;

/**
 * Bright waves through a filter: pads, leads, basses, bowed strings, brass, winds.
 *
 * @param envelope loudness over the note
 * @param level gain that brings the instrument to the loudness of the others
 */
record SubtractivePatch(Oscillators oscillators, Tone tone, Envelope.Shape envelope, Vibrato vibrato, double level)
    implements
      Patch {

  /** Waves that an oscillator can make. */
  enum Wave {
    SAW, SQUARE, PULSE, TRIANGLE, SINE
  }

  /**
   * @param count detuned oscillators in unison, spread over the stereo field
   * @param detune greatest deviation, cents
   * @param sub level of a sine one octave below
   * @param noise level of breath or bow noise
   */
  record Oscillators(Wave wave, int count, double detune, double sub, double noise) {}

  /**
   * @param cutoff of the low-pass, Hz, at medium velocity, before key tracking
   * @param tracking multiples of the note's own frequency added to the cutoff
   * @param resonance Q of the low-pass
   * @param sweep octaves by which the cutoff starts higher (negative: lower)
   * @param sweepSeconds time of that sweep, to -60 dB
   */
  record Tone(double cutoff, double tracking, double resonance, double sweep, double sweepSeconds) {}

  /**
   * @param cents depth
   * @param hertz rate
   * @param delay seconds until it has its full depth
   */
  record Vibrato(double cents, double hertz, double delay) {
    static final Vibrato NONE = new Vibrato(0, 5, 1);
  }

  @Override
  public Voice voice(int pitch, double velocity, int frames, RandomGenerator random) {
    return new SubtractiveVoice(this, pitch, velocity, frames, random);
  }
}
