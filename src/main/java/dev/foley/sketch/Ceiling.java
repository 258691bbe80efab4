package dev.foley.sketch;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * From float samples of any level to 16 bits below the ceiling, with dither.
 *
 * @param circular whether the clip will be repeated: then the limiter comes to the first frame as it leaves the last one
 */
record Ceiling(boolean circular) {
  /** Below -1 dB, because the analogue curve between two samples rises above both. */
  private static final double LEVEL = Dsp.gain(-2.1);
  /** Frames of the end that a circular limiter hears before the beginning: longer than its release. */
  private static final int WARM_UP = Dsp.SAMPLE_RATE / 2;
  /** Weights of the neighbours of a point half-way between two samples: a sinc under a raised cosine. */
  private static final double[] HALF_WAY = {0.6175, -0.1592, 0.0526, -0.0106};

  /**
   * Runs the limiter over everything.
   *
   * @param out where the samples go, or null to measure only
   * @return RMS of the result
   */
  double apply(float[] left, float[] right, double gain, @Nullable ByteBuffer out) {
    Limiter limiter = new Limiter(LEVEL);
    Noise dither = new Noise(7);
    double sum = 0;
    int frames = left.length;
    for (int i = circular ? -WARM_UP : 0; i < frames + Limiter.LOOK_AHEAD - 1; i++) {
      double factor = limiter.gain(peak(left, right, i) * gain) * gain;
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

  /** The louder ear at a frame, which may lie before the beginning or after the end. */
  private double peak(float[] left, float[] right, int i) {
    if (i >= 0 && i < left.length) {
      return Math.max(peak(left, i), peak(right, i));
    }
    int wrapped = Math.floorMod(i, left.length);
    return circular ? Math.max(peak(left, wrapped), peak(right, wrapped)) : 0;
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
