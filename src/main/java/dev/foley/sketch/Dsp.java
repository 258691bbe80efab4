package dev.foley.sketch;

import dev.foley.audio.PcmFormat;

/**
 * Arithmetic of the synthesiser. Everything is built on {@link StrictMath} and plain operators, so that the same tune has
 * the same bytes on every machine.
 */
final class Dsp {
  static final int SAMPLE_RATE = PcmFormat.CD.sampleRate();
  private static final int TABLE_SIZE = 8192;
  private static final float[] SINE = new float[TABLE_SIZE + 1];

  static {
    for (int i = 0; i <= TABLE_SIZE; i++) {
      SINE[i] = (float) StrictMath.sin(2 * Math.PI * i / TABLE_SIZE);
    }
  }

  private Dsp() {}

  /**
   * @param phase in cycles, of any size and sign
   */
  static float sine(double phase) {
    double position = (phase - Math.floor(phase)) * TABLE_SIZE;
    int index = Math.min((int) position, TABLE_SIZE - 1);
    float fraction = (float) (position - index);
    return SINE[index] + fraction * (SINE[index + 1] - SINE[index]);
  }

  /**
   * @param pitch MIDI note number, 69 being A at 440 Hz; fractions are allowed
   */
  static double hertz(double pitch) {
    return 440 * StrictMath.pow(2, (pitch - 69) / 12);
  }

  /** Amplitude factor of a level in dB. */
  static double gain(double decibels) {
    return StrictMath.pow(10, decibels / 20);
  }

  static double decibels(double gain) {
    return 20 * StrictMath.log10(Math.max(gain, 1e-9));
  }

  /** Factor per frame of a decay that falls by 60 dB in the given time. */
  static double decay(double seconds) {
    return StrictMath.exp(-6.9078 / Math.max(1, seconds * SAMPLE_RATE));
  }

  /** Two to the power of {@code x}, within 0.02 %: for modulation, where StrictMath would be slow. */
  static double exp2(double x) {
    double whole = Math.floor(x);
    double f = x - whole;
    double fraction = 1 + f * (0.695556856 + f * (0.226173572 + f * 0.0781455737));
    return Math.scalb(fraction, (int) whole);
  }

  /** Tangent for 0 to 1.5, within 0.1 %: for filters whose cutoff moves. */
  static double tan(double x) {
    double square = x * x;
    return x * (945 + square * (square - 105)) / (945 + square * (15 * square - 420));
  }

  /** Soft saturation towards ±1, unity slope at zero. */
  static double saturate(double x) {
    if (x > 3) {
      return 1;
    }
    if (x < -3) {
      return -1;
    }
    double square = x * x;
    return x * (27 + square) / (27 + 9 * square);
  }
}
