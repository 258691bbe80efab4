package dev.foley.sketch;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.sketch.Studio.Recording;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The last step: no DC, a gentle end, one loudness for every piece, peaks below the ceiling, 16 bits with dither. */
final class Master {
  private static final double TARGET_DB = -15.8;
  private static final int ATTEMPTS = 4;

  private Master() {}

  /**
   * @param fadeFrames at the end, over which the music goes to silence
   */
  static PcmClip finish(Recording recording, int fadeFrames) {
    float[] left = recording.left();
    float[] right = recording.right();
    clean(left);
    clean(right);
    glue(left, right);
    fadeOut(left, fadeFrames);
    fadeOut(right, fadeFrames);
    Ceiling ceiling = new Ceiling(false);
    double gain = Dsp.gain(TARGET_DB) / Math.max(1e-6, Math.sqrt(power(left, right)));
    for (int i = 0; i < ATTEMPTS; i++) {
      double reached = ceiling.apply(left, right, gain, null);
      double missing = Dsp.gain(TARGET_DB) / Math.max(1e-6, reached);
      if (missing < 1.02) {
        break;
      }
      gain *= Math.min(1.6, missing);
    }
    byte[] samples = new byte[left.length * PcmFormat.CD.frameBytes()];
    ceiling.apply(left, right, gain, ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN));
    return new PcmClip(PcmFormat.CD, samples);
  }

  /** Takes away what lies below hearing. */
  private static void clean(float[] samples) {
    Filter first = new Filter(24, 0.7);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) first.highPass(samples[i]);
    }
  }

  /** Slow compression, 2:1 above the piece's own mean: quiet sections come closer to loud ones. */
  private static void glue(float[] left, float[] right) {
    double mean = Math.sqrt(power(left, right));
    double threshold = Math.max(1e-6, mean);
    double attack = 1 - StrictMath.exp(-1 / (0.02 * Dsp.SAMPLE_RATE));
    double release = 1 - StrictMath.exp(-1 / (0.25 * Dsp.SAMPLE_RATE));
    double level = threshold * threshold;
    double gain = 1;
    for (int i = 0; i < left.length; i++) {
      double now = 0.5 * (left[i] * left[i] + right[i] * right[i]);
      level += (now - level) * (now > level ? attack : release);
      if (i % 32 == 0) {
        double over = Math.sqrt(level) / threshold;
        gain = over > 1 ? 1 / Math.sqrt(over) : 1;
      }
      left[i] *= (float) gain;
      right[i] *= (float) gain;
    }
  }

  private static void fadeOut(float[] samples, int frames) {
    int start = samples.length - frames;
    for (int i = 0; i < frames; i++) {
      double left = 1 - (i + 1.0) / frames;
      samples[start + i] *= (float) (left * left * (3 - 2 * left));
    }
  }

  private static double power(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += 0.5 * (left[i] * left[i] + right[i] * right[i]);
    }
    return sum / Math.max(1, left.length);
  }
}
