package dev.foley.audio;

import java.io.IOException;

/** A sound's shape: how loud it is in each of so many equal stretches of its length, over all its channels. */
final class Envelope {
  private static final int BLOCK_SAMPLES = 32 << 10;

  private final long frames;
  private final double[] peaks;
  private final double[] squares;
  private final long[] samples;
  private long at;

  /** @param frames how many are to come; more are left out */
  Envelope(int columns, long frames) {
    this.frames = frames;
    peaks = new double[columns];
    squares = new double[columns];
    samples = new long[columns];
  }

  /** Reads to the end. */
  static Envelope of(PcmSource source, int columns) throws IOException {
    Envelope envelope = new Envelope(columns, source.frames());
    int channelCount = source.channelCount();
    double[] block = new double[BLOCK_SAMPLES / channelCount * channelCount];
    for (int count = source.read(block); count > 0; count = source.read(block)) {
      envelope.add(block, count, channelCount);
    }
    return envelope;
  }

  /** @param block interleaved */
  void add(double[] block, int count, int channelCount) {
    int from = 0;
    while (from < count && at < frames) {
      int column = (int) (at * peaks.length / frames);
      long columnEnd = (frames * (column + 1) + peaks.length - 1) / peaks.length;
      int to = (int) Math.min(count, from + columnEnd - at);
      addTo(column, block, from * channelCount, to * channelCount);
      at += to - from;
      from = to;
    }
  }

  private void addTo(int column, double[] block, int from, int to) {
    double peak = peaks[column];
    double sum = 0;
    for (int i = from; i < to; i++) {
      double level = Math.min(1, Math.abs(block[i]));
      peak = Math.max(peak, level);
      sum += level * level;
    }
    peaks[column] = peak;
    squares[column] += sum;
    samples[column] += to - from;
  }

  int columns() {
    return peaks.length;
  }

  /** The loudest sample, 0 to 1. */
  double peak(int column) {
    return peaks[column];
  }

  /** Root mean square, 0 to 1. */
  double rms(int column) {
    return Math.sqrt(squares[column] / Math.max(1, samples[column]));
  }
}
