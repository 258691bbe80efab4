package dev.foley.sketch;

/** Colours the mix: brighter or darker, and, with grit, the wow, warmth and narrow treble of a worn tape. */
final class Tape implements Effect {
  private static final int LINE = 2048;
  private static final double WOW_HERTZ = 0.55;
  private static final double FLUTTER_HERTZ = 6.3;
  private final double grit;
  private final double shelf;
  private final Filter leftLow;
  private final Filter rightLow;
  private final Filter leftSplit = new Filter(2200, 0.5);
  private final Filter rightSplit = new Filter(2200, 0.5);
  private final float[] leftLine = new float[LINE];
  private final float[] rightLine = new float[LINE];
  private long frame;

  /**
   * @param grit 0 (clean) to 1
   * @param brightness -1 to 1, 0 neutral
   */
  Tape(double grit, double brightness) {
    this.grit = grit;
    shelf = Dsp.gain(6 * brightness) - 1;
    double cutoff = 18_000 * Dsp.exp2(-1.9 * grit - Math.max(0, -brightness));
    leftLow = new Filter(cutoff, 0.7);
    rightLow = new Filter(cutoff, 0.7);
  }

  @Override
  public void process(float[] left, float[] right, int count) {
    for (int i = 0; i < count; i++) {
      double l = left[i] + shelf * leftSplit.highPass(left[i]);
      double r = right[i] + shelf * rightSplit.highPass(right[i]);
      if (grit > 0) {
        int write = (int) (frame % LINE);
        leftLine[write] = (float) l;
        rightLine[write] = (float) r;
        double seconds = (double) frame / Dsp.SAMPLE_RATE;
        double delay = 300 + grit * (90 * Dsp.sine(seconds * WOW_HERTZ) + 3 * Dsp.sine(seconds * FLUTTER_HERTZ));
        double drive = 1 + 1.2 * grit;
        l = Dsp.saturate(drive * read(leftLine, write, delay)) / drive;
        r = Dsp.saturate(drive * read(rightLine, write, delay)) / drive;
        l = leftLow.lowPass(l);
        r = rightLow.lowPass(r);
        frame++;
      } else if (shelf < 0) {
        l = leftLow.lowPass(l);
        r = rightLow.lowPass(r);
      }
      left[i] = (float) l;
      right[i] = (float) r;
    }
  }

  private static double read(float[] line, int write, double delay) {
    double position = write - delay + LINE;
    int index = (int) position;
    double fraction = position - index;
    return line[index % LINE] * (1 - fraction) + line[(index + 1) % LINE] * fraction;
  }
}
