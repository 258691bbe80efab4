package dev.foley.audio;

/** 16-bit samples, which all the encoders take. */
final class Pcm16 {
  private static final int FULL_SCALE = 32_768;

  private Pcm16() {}

  /** @param sample full scale being 1; what is beyond is cut off, what is no number is silence */
  static short of(double sample) {
    return (short) Math.clamp(Math.round(sample * FULL_SCALE), Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
