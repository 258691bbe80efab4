package dev.foley.audio;

import java.io.IOException;
import java.math.BigInteger;

/**
 * A source at another sample rate, by a windowed sinc: one set of taps for each of the positions that an output frame can have
 * between two input frames. Going down, the sinc is widened, so that what lies above the new half rate is filtered out rather than
 * folded back.
 *
 * @see "Smith: Digital Audio Resampling Home Page, CCRMA, Stanford"
 */
final class ResampledSource implements PcmSource {
  /** Zero crossings of the sinc on either side. */
  private static final int CROSSINGS = 16;
  /** Rates without a large common factor would need a set of taps for each of thousands of positions: the nearest one serves. */
  private static final int MAX_PHASES = 1_024;
  private static final int BLOCK_FRAMES = 4_096;

  private final PcmSource source;
  private final int sampleRate;
  private final int channelCount;
  private final int up;
  private final int down;
  private final int reach;
  private final double[][] taps;
  private final double[] block;
  private final double[] window;
  private long windowStart;
  private int windowFrames;
  private boolean ended;
  private long made;

  private ResampledSource(PcmSource source, int sampleRate) {
    this.source = source;
    this.sampleRate = sampleRate;
    this.channelCount = source.channelCount();
    int common = BigInteger.valueOf(source.sampleRate()).gcd(BigInteger.valueOf(sampleRate)).intValue();
    up = sampleRate / common;
    down = source.sampleRate() / common;
    double cutoff = Math.min(1, (double) sampleRate / source.sampleRate());
    reach = (int) Math.ceil(CROSSINGS / cutoff);
    taps = new double[Math.min(up, MAX_PHASES)][];
    for (int phase = 0; phase < taps.length; phase++) {
      taps[phase] = taps((double) phase / taps.length, cutoff);
    }
    block = new double[BLOCK_FRAMES * channelCount];
    window = new double[(2 * reach + BLOCK_FRAMES) * channelCount];
  }

  /** @param source closed with the result */
  static PcmSource of(PcmSource source, int sampleRate) {
    return source.sampleRate() == sampleRate ? source : new ResampledSource(source, sampleRate);
  }

  private double[] taps(double offset, double cutoff) {
    double[] result = new double[2 * reach];
    double sum = 0;
    for (int i = 0; i < result.length; i++) {
      double x = i - (reach - 1) - offset;
      double hann = Math.abs(x) >= reach ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x / reach);
      result[i] = sinc(x * cutoff) * hann;
      sum += result[i];
    }
    for (int i = 0; i < result.length; i++) {
      result[i] /= sum; // so that a constant stays what it is, in every phase
    }
    return result;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  @Override
  public int sampleRate() {
    return sampleRate;
  }

  @Override
  public int channelCount() {
    return channelCount;
  }

  @Override
  public long frames() {
    return (source.frames() * up + down - 1) / down;
  }

  @Override
  public int read(double[] samples) throws IOException {
    int room = samples.length / channelCount;
    int frames = 0;
    for (; frames < room; frames++, made++) {
      long position = made * down;
      long first = position / up - (reach - 1);
      while (!ended && windowStart + windowFrames < first + 2L * reach) {
        fill(first);
      }
      if (ended && position / up >= windowStart + windowFrames) {
        break;
      }
      int phase = (int) (position % up * taps.length / up);
      for (int channel = 0; channel < channelCount; channel++) {
        samples[frames * channelCount + channel] = weighed(taps[phase], (int) (first - windowStart), channel);
      }
    }
    return frames == 0 ? -1 : frames;
  }

  /** What lies before the beginning and after the end is silence. */
  private double weighed(double[] weights, int first, int channel) {
    int from = Math.max(0, -first);
    int to = Math.min(weights.length, windowFrames - first);
    double sum = 0;
    int at = (first + from) * channelCount + channel;
    for (int i = from; i < to; i++, at += channelCount) {
      sum += weights[i] * window[at];
    }
    return sum;
  }

  /** Lets go of what lies before a frame, and adds what the source has next. */
  private void fill(long firstNeeded) throws IOException {
    int past = Math.clamp(firstNeeded - windowStart, 0, windowFrames);
    System.arraycopy(window, past * channelCount, window, 0, (windowFrames - past) * channelCount);
    windowStart += past;
    windowFrames -= past;
    int frames = source.read(block);
    if (frames < 0) {
      ended = true;
      return;
    }
    System.arraycopy(block, 0, window, windowFrames * channelCount, frames * channelCount);
    windowFrames += frames;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
