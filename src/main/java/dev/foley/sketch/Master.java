package dev.foley.sketch;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.sketch.Studio.Recording;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The last step: no DC, a gentle end, one loudness for every piece, peaks below the ceiling, 16 bits with dither. */
final class Master {
  private static final double TARGET_DB = -15.8;
  /** Below -1 dB, because the analogue curve between two samples rises above both. */
  private static final double CEILING = Dsp.gain(-2.1);
  private static final int ATTEMPTS = 4;
  /** Weights of the neighbours of a point half-way between two samples: a sinc under a raised cosine. */
  private static final double[] HALF_WAY = {0.6175, -0.1592, 0.0526, -0.0106};

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
    double gain = Dsp.gain(TARGET_DB) / Math.max(1e-6, Math.sqrt(power(left, right)));
    for (int i = 0; i < ATTEMPTS; i++) {
      double reached = limit(left, right, gain, null);
      double missing = Dsp.gain(TARGET_DB) / Math.max(1e-6, reached);
      if (missing < 1.02) {
        break;
      }
      gain *= Math.min(1.6, missing);
    }
    byte[] samples = new byte[left.length * PcmFormat.CD.frameBytes()];
    limit(left, right, gain, ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN));
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

  /**
   * Runs the limiter over everything.
   *
   * @param out where the samples go, or null to measure only
   * @return RMS of the result
   */
  private static double limit(float[] left, float[] right, double gain, @Nullable ByteBuffer out) {
    Limiter limiter = new Limiter(CEILING);
    Noise dither = new Noise(7);
    double sum = 0;
    int frames = left.length;
    for (int i = 0; i < frames + Limiter.LOOK_AHEAD - 1; i++) {
      double peak = i < frames ? Math.max(peak(left, i), peak(right, i)) * gain : 0;
      double factor = limiter.gain(peak) * gain;
      int frame = i - Limiter.LOOK_AHEAD + 1;
      if (frame < 0) {
        continue;
      }
      double l = left[frame] * factor;
      double r = right[frame] * factor;
      sum += 0.5 * (l * l + r * r);
      if (out != null) {
        out.putShort(quantise(l, dither));
        out.putShort(quantise(r, dither));
      }
    }
    return Math.sqrt(sum / Math.max(1, frames));
  }

  /** The sample, or the curve half-way to the next one if that is higher. */
  private static double peak(float[] samples, int i) {
    double here = Math.abs(samples[i]);
    if (i < HALF_WAY.length - 1 || i + HALF_WAY.length >= samples.length) {
      return here;
    }
    double between = 0;
    for (int k = 0; k < HALF_WAY.length; k++) {
      between += HALF_WAY[k] * (samples[i - k] + samples[i + 1 + k]);
    }
    return Math.max(here, Math.abs(between));
  }

  private static short quantise(double sample, Noise dither) {
    double dithered = sample * 32_767 + 0.5 * (dither.next() + dither.next());
    return (short) Math.max(-32_767, Math.min(32_767, Math.round(dithered)));
  }
}
