package dev.foley.audio;

/**
 * How loud a clip is, over all channels. dBFS: 0 is a sample at full scale, so a full-scale sine has a peak of 0 and
 * an RMS of -3; digital silence is negative infinity. Floats may pass 0.
 *
 * @param peakDbfs the loudest sample
 * @param rmsDbfs root mean square over all samples
 * @param clippedRuns stretches of at least {@value #CLIPPED_RUN_SAMPLES} samples of one channel in a row at full scale
 */
public record AudioMeasurement(double peakDbfs, double rmsDbfs, long clippedRuns) {
  /** One or two samples at full scale are a peak that was normalised well; a row of them is a wave cut off. */
  public static final int CLIPPED_RUN_SAMPLES = 3;
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
