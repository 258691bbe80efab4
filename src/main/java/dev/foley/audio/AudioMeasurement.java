package dev.foley.audio;

/**
 * How loud a clip is, over all channels. dBFS: 0 is a sample at full scale, so a full-scale sine has a peak of 0 and
 * an RMS of -3; digital silence is negative infinity. Floats may pass 0.
 *
 * @param peakDbfs the loudest sample
 * @param rmsDbfs root mean square over all samples
 * @param clippedRuns stretches of at least {@value #CLIPPED_RUN_SAMPLES} samples of one channel in a row at full scale; of
 *     {@value #CLIPPED_RUN_LOSSY_SAMPLES} where a lossy coding was decoded
 */
public record AudioMeasurement(double peakDbfs, double rmsDbfs, long clippedRuns) {
  /** One or two samples at full scale are a peak that was normalised well; a row of them is a wave cut off. */
  public static final int CLIPPED_RUN_SAMPLES = 3;
  /**
   * A lossy coding keeps the spectrum, not the samples: sound that was brought to full scale with care comes back with peaks that
   * overshoot it for some samples, and a cut-off wave with ripples on its top. Measured on music that was cut off at 128 kbit/s:
   * by 5 dB hardly a row of six; by 10 dB several of eight in a minute; not cut off, not one of three.
   */
  public static final int CLIPPED_RUN_LOSSY_SAMPLES = 8;
  /** What never gets louder than this, a member does not hear. */
  public static final double SILENCE_DBFS = -60;

  public boolean clipped() {
    return clippedRuns > 0;
  }

  /** Whether no sample at all is louder than {@value #SILENCE_DBFS} dBFS. */
  public boolean silent() {
    return peakDbfs < SILENCE_DBFS;
  }
}
