package dev.foley.audio;

import java.io.IOException;

/** Measures samples as they pass. One thread at a time. */
final class SampleMeter {
  /** 120 dB over full scale: a float that is not a number, or near the end of its range, counts as this. */
  private static final double LOUDEST = 1e6;
  private static final int BLOCK_SAMPLES = 32 << 10;

  private final double fullScale;
  private final int clippedRun;
  private final int[] runs;
  private double peak;
  private double squares;
  private long samples;
  private long clippedRuns;

  private SampleMeter(int channelCount, double fullScale, int clippedRun) {
    this.fullScale = fullScale;
    this.clippedRun = clippedRun;
    this.runs = new int[channelCount];
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
  AudioMeasurement measure(PcmSource source) throws IOException {
    double[] block = new double[BLOCK_SAMPLES / runs.length * runs.length];
    for (int frames = source.read(block); frames > 0; frames = source.read(block)) {
      for (int channel = 0; channel < runs.length; channel++) {
        addChannel(block, channel, frames * runs.length);
      }
      samples += (long) frames * runs.length;
    }
    return new AudioMeasurement(dbfs(peak), dbfs(Math.sqrt(squares / Math.max(1, samples))), clippedRuns);
  }

  private void addChannel(double[] block, int channel, int count) {
    double loudest = peak;
    double sum = 0;
    int run = runs[channel];
    for (int i = channel; i < count; i += runs.length) {
      double level = Math.abs(block[i]);
      if (level < fullScale) {
        run = 0;
      } else {
        level = level <= LOUDEST ? level : LOUDEST;
        // counted once, and not on and on: the run of a whole long file would overflow
        if (run < clippedRun && ++run == clippedRun) {
          clippedRuns++;
        }
      }
      loudest = Math.max(loudest, level);
      sum += level * level;
    }
    peak = loudest;
    squares += sum;
    runs[channel] = run;
  }

  private static double dbfs(double level) {
    return 20 * Math.log10(level);
  }
}
