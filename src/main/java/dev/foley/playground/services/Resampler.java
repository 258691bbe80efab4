package dev.foley.playground.services;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Changes sample rate and channel count of 16-bit samples, at once for the whole clip.
 *
 * <p>The rate is changed by a windowed sinc, one set of taps for each of the positions that an output frame can have
 * between two input frames. Going down, the sinc is widened, so that what lies above the new half rate is filtered out
 * rather than folded back.
 */
final class Resampler {
  /** Zero crossings of the sinc on either side. */
  private static final int CROSSINGS = 16;

  private final int up;
  private final int down;
  private final int reach;
  private final double[][] taps;

  private Resampler(int fromRate, int toRate) {
    int common = gcd(fromRate, toRate);
    up = toRate / common;
    down = fromRate / common;
    double cutoff = Math.min(1, (double) toRate / fromRate);
    reach = (int) Math.ceil(CROSSINGS / cutoff);
    taps = new double[up][];
    for (int phase = 0; phase < up; phase++) {
      taps[phase] = taps((double) phase / up, cutoff);
    }
  }

  /**
   * @param clip 16-bit integers, mono or stereo
   * @param format 16-bit integers, mono or stereo
   * @param frames how many frames the result shall have; silence is added, or the end cut, where it does not come out
   */
  static PcmClip convert(PcmClip clip, PcmFormat format, long frames) {
    if (clip.format().equals(format) && clip.frames() == frames) {
      return clip;
    }
    float[][] channels = mixed(channels(clip), format.channelCount());
    if (clip.format().sampleRate() != format.sampleRate()) {
      Resampler resampler = new Resampler(clip.format().sampleRate(), format.sampleRate());
      for (int i = 0; i < channels.length; i++) {
        channels[i] = resampler.resampled(channels[i], (int) frames);
      }
    }
    return joined(channels, format, (int) frames);
  }

  private double[] taps(double offset, double cutoff) {
    double[] result = new double[2 * reach];
    double sum = 0;
    for (int i = 0; i < result.length; i++) {
      double x = i - (reach - 1) - offset;
      double window = Math.abs(x) >= reach ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x / reach);
      result[i] = sinc(x * cutoff) * window;
      sum += result[i];
    }
    for (int i = 0; i < result.length; i++) {
      result[i] /= sum; // so that a constant stays what it is, in every phase
    }
    return result;
  }

  private float[] resampled(float[] in, int frames) {
    float[] out = new float[frames];
    for (int n = 0; n < frames; n++) {
      long position = (long) n * down;
      double[] weights = taps[(int) (position % up)];
      int first = (int) (position / up) - (reach - 1);
      int from = Math.max(0, -first);
      int to = Math.min(weights.length, in.length - first);
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += weights[i] * in[first + i];
      }
      out[n] = (float) sum;
    }
    return out;
  }

  private static float[][] channels(PcmClip clip) {
    int count = clip.format().channelCount();
    float[][] channels = new float[count][(int) clip.frames()];
    ByteBuffer samples = ByteBuffer.wrap(clip.samples()).order(ByteOrder.LITTLE_ENDIAN);
    for (int frame = 0; samples.hasRemaining(); frame++) {
      for (float[] channel : channels) {
        channel[frame] = samples.getShort();
      }
    }
    return channels;
  }

  private static float[][] mixed(float[][] channels, int count) {
    if (channels.length == count) {
      return channels;
    }
    if (channels.length == 1 && count == 2) {
      return new float[][]{channels[0], channels[0]};
    }
    if (channels.length == 2 && count == 1) {
      float[] mono = new float[channels[0].length];
      for (int i = 0; i < mono.length; i++) {
        mono[i] = (channels[0][i] + channels[1][i]) / 2;
      }
      return new float[][]{mono};
    }
    throw new IllegalArgumentException("cannot make " + count + " channels of " + channels.length);
  }

  private static PcmClip joined(float[][] channels, PcmFormat format, int frames) {
    ByteBuffer samples = ByteBuffer.allocate(frames * format.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
    int there = Math.min(frames, channels[0].length);
    for (int frame = 0; frame < there; frame++) {
      for (float[] channel : channels) {
        samples.putShort((short) Math.clamp(Math.round(channel[frame]), Short.MIN_VALUE, Short.MAX_VALUE));
      }
    }
    return new PcmClip(format, samples.array());
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
