package dev.foley.audio;

/**
 * Collects a sound's shape as it passes, before anybody knows how long it will be: how loud it is in stretches of equal length, which
 * begin as one frame each and are joined in pairs whenever there is no room for another. So memory is bounded, and there are always
 * so many stretches that it does not show where one column of an {@link Envelope} ends and the next begins. One thread at a time.
 */
final class Contour {
  private static final int STRETCHES = 4_096;

  private final int channelCount;
  private final double[] peaks = new double[STRETCHES];
  private final double[] squares = new double[STRETCHES];
  private long stretchFrames = 1;
  private long frames;

  Contour(int channelCount) {
    this.channelCount = channelCount;
  }

  /** How many frames can be added at once; at least one. */
  long room() {
    if (frames == STRETCHES * stretchFrames) {
      join();
    }
    return stretchFrames - frames % stretchFrames;
  }

  /**
   * Adds frames.
   *
   * @param count at most {@link #room}
   * @param peak the loudest sample, 0 to 1
   * @param sumOfSquares of all samples
   */
  void add(long count, double peak, double sumOfSquares) {
    int stretch = (int) (frames / stretchFrames);
    peaks[stretch] = Math.max(peaks[stretch], peak);
    squares[stretch] += sumOfSquares;
    frames += count;
  }

  private void join() {
    for (int i = 0; i < STRETCHES; i++) {
      boolean there = 2 * i < STRETCHES;
      peaks[i] = there ? Math.max(peaks[2 * i], peaks[2 * i + 1]) : 0;
      squares[i] = there ? squares[2 * i] + squares[2 * i + 1] : 0;
    }
    stretchFrames *= 2;
  }

  long frames() {
    return frames;
  }

  /** The shape of all that was added. */
  Envelope envelope(int columns) {
    Envelope envelope = new Envelope(columns);
    for (long from = 0; from < frames; from += stretchFrames) {
      int stretch = (int) (from / stretchFrames);
      long count = Math.min(stretchFrames, frames - from) * channelCount;
      envelope.add((int) (from * columns / frames), peaks[stretch], squares[stretch], count);
    }
    return envelope;
  }
}
