package dev.foley.audio;

/** A sound's shape: how loud it is in each of so many equal stretches of its length, over all its channels. Made by a {@link Contour}. */
final class Envelope {
  private final double[] peaks;
  private final double[] squares;
  private final long[] samples;

  Envelope(int columns) {
    peaks = new double[columns];
    squares = new double[columns];
    samples = new long[columns];
  }

  void add(int column, double peak, double sumOfSquares, long count) {
    peaks[column] = Math.max(peaks[column], peak);
    squares[column] += sumOfSquares;
    samples[column] += count;
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
