package dev.foley.sketch;

/** Echoes in time with the music, from ear to ear, each duller than the one before. */
final class Echo {
  private static final double FEEDBACK = 0.42;
  private final float[] leftLine;
  private final float[] rightLine;
  private final Filter leftTone = new Filter(2600, 0.7);
  private final Filter rightTone = new Filter(2600, 0.7);
  private final Filter leftCut = new Filter(220, 0.7);
  private final Filter rightCut = new Filter(220, 0.7);
  private int position;

  Echo(double seconds) {
    int length = Math.max(1, (int) (seconds * Dsp.SAMPLE_RATE));
    leftLine = new float[length];
    rightLine = new float[length];
  }

  /** Adds the echoes of {@code sendLeft} and {@code sendRight} to the output. */
  void process(float[] sendLeft, float[] sendRight, float[] left, float[] right, int count) {
    for (int i = 0; i < count; i++) {
      double fromLeft = leftCut.highPass(leftTone.lowPass(leftLine[position]));
      double fromRight = rightCut.highPass(rightTone.lowPass(rightLine[position]));
      leftLine[position] = (float) (0.5 * (sendLeft[i] + sendRight[i]) + FEEDBACK * fromRight);
      rightLine[position] = (float) (FEEDBACK * 1.6 * fromLeft);
      position = position + 1 == leftLine.length ? 0 : position + 1;
      left[i] += (float) fromLeft;
      right[i] += (float) fromRight;
    }
  }
}
