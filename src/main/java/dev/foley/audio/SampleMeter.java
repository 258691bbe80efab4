package dev.foley.audio;

import java.io.IOException;
import java.util.Arrays;

/**
 * Measures samples as they pass: how loud they are over all, and their shape over time. One thread at a time.
 *
 * <p>There are millions of them, in a process whose code is compiled once and quickly, so the usual stretch is one plain loop; only
 * where a sample reaches full scale it is gone through again, channel by channel, with care.
 */
final class SampleMeter {
  /** 120 dB over full scale: a float that is not a number, or near the end of its range, counts as this. */
  private static final double LOUDEST = 1e6;
  private static final int BLOCK_SAMPLES = 8 << 10;

  private final double fullScale;
  private final int clippedRun;
  private final int[] runs;
  private final Contour contour;
  private double peak;
  private double squares;
  private long clippedRuns;

  private SampleMeter(int channelCount, double fullScale, int clippedRun) {
    this.fullScale = fullScale;
    this.clippedRun = clippedRun;
    this.runs = new int[channelCount];
    this.contour = new Contour(channelCount);
  }

  /** Of samples as they were made. */
  static SampleMeter of(PcmFormat format) {
    // Integers reach one step less above zero than below; that step counts as full scale too.
    double fullScale = format.encoding() == PcmFormat.Encoding.FLOAT ? 1 : 1 - Math.scalb(1.0, 1 - format.bitDepth());
    return new SampleMeter(format.channelCount(), fullScale, AudioMeasurement.CLIPPED_RUN_SAMPLES);
  }

  /** Of samples that a lossy coding has bent: see {@link AudioMeasurement#CLIPPED_RUN_LOSSY_SAMPLES}. */
  static SampleMeter ofLossy(int channelCount) {
    return new SampleMeter(channelCount, 1, AudioMeasurement.CLIPPED_RUN_LOSSY_SAMPLES);
  }

  /** Reads to the end. */
  SampleMeter addAll(PcmSource source) throws IOException {
    double[] block = new double[Math.max(1, BLOCK_SAMPLES / runs.length) * runs.length];
    for (int frames = source.read(block); frames > 0; frames = source.read(block)) {
      add(block, frames);
    }
    return this;
  }

  /** @param block interleaved, full scale being 1 */
  void add(double[] block, int frames) {
    for (int from = 0; from < frames;) {
      int count = (int) Math.min(frames - from, contour.room());
      addStretch(block, from * runs.length, (from + count) * runs.length);
      from += count;
    }
  }

  private void addStretch(double[] block, int from, int to) {
    double loudest = 0;
    double sum = 0;
    for (int i = from; i < to; i++) {
      double level = Math.abs(block[i]);
      sum += level * level;
      if (level > loudest) {
        loudest = level;
      }
    }
    if (loudest < fullScale && sum <= Double.MAX_VALUE) {
      Arrays.fill(runs, 0);
      count(loudest, sum);
      contour.add((to - from) / runs.length, loudest, sum);
    } else { // what is not a number compares as false
      addLoudStretch(block, from, to);
    }
  }

  private void addLoudStretch(double[] block, int from, int to) {
    double shownPeak = 0;
    double shownSquares = 0;
    for (int channel = 0; channel < runs.length; channel++) {
      for (int i = from + channel; i < to; i += runs.length) {
        double level = Math.abs(block[i]);
        level = level <= LOUDEST ? level : LOUDEST;
        run(channel, level);
        count(level, level * level);
        double shown = Math.min(1, level);
        shownPeak = Math.max(shownPeak, shown);
        shownSquares += shown * shown;
      }
    }
    contour.add((to - from) / runs.length, shownPeak, shownSquares);
  }

  /** A row is counted once, and not on and on: that of a whole long file would overflow. */
  private void run(int channel, double level) {
    if (level < fullScale) {
      runs[channel] = 0;
    } else if (runs[channel] < clippedRun && ++runs[channel] == clippedRun) {
      clippedRuns++;
    }
  }

  private void count(double loudest, double sum) {
    peak = Math.max(peak, loudest);
    squares += sum;
  }

  long frames() {
    return contour.frames();
  }

  AudioMeasurement measurement() {
    long samples = frames() * runs.length;
    return new AudioMeasurement(dbfs(peak), dbfs(Math.sqrt(squares / Math.max(1, samples))), clippedRuns);
  }

  Contour contour() {
    return contour;
  }

  private static double dbfs(double level) {
    return 20 * Math.log10(level);
  }
}
