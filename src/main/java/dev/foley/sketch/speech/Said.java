package dev.foley.sketch.speech;

import java.util.Arrays;

/**
 * A sentence as sound.
 *
 * @param samples at {@link Kal#SAMPLE_RATE}, without the silence before and after; their owner may change them
 * @param pauseMillis silence that follows
 */
@SuppressWarnings("ArrayRecordComponent") // handed on from one stage to the next
record Said(short[] samples, int pauseMillis) {
  /** The room in which the voice was recorded stays below this, 30 dB under the voice. */
  private static final int AUDIBLE = 110;
  /** Left before and after what is audible, so that a breathy sound begins and ends whole. */
  private static final int MARGIN = Kal.SAMPLE_RATE * 25 / 1000;

  static Said trimmed(short[] samples, int pauseMillis) {
    int from = 0;
    while (from < samples.length && Math.abs(samples[from]) < AUDIBLE) {
      from++;
    }
    int to = samples.length;
    while (to > from && Math.abs(samples[to - 1]) < AUDIBLE) {
      to--;
    }
    return new Said(Arrays.copyOfRange(samples, Math.max(0, from - MARGIN), Math.min(samples.length, to + MARGIN)),
        pauseMillis);
  }

  /** How long it lasts, with the pause, once the tract has been changed by a factor. */
  double seconds(double tract) {
    return samples.length / (Kal.SAMPLE_RATE * tract) + pauseMillis / 1000.0;
  }
}
