package dev.foley.sketch.speech;

/**
 * Band-limited interpolation from one sample rate to a higher one: a sinc of 32 zero crossings under a
 * Blackman-Harris window, tabulated at 512 points between two samples and taken straight between those.
 */
final class Resampler {
  private static final int HALF = 16;
  private static final int PHASES = 512;
  /** Of the lower rate's Nyquist frequency: the rest is for the slope. */
  private static final double CUTOFF = 0.94;
  private static final float[][] TABLE = table();

  /** Input samples per output sample, below 1. */
  private final double step;

  Resampler(double fromHertz, double toHertz) {
    if (fromHertz > toHertz) {
      throw new IllegalArgumentException(fromHertz + " Hz to " + toHertz + " Hz would alias");
    }
    step = fromHertz / toHertz;
  }

  private static float[][] table() {
    float[][] table = new float[PHASES + 1][2 * HALF];
    for (int phase = 0; phase <= PHASES; phase++) {
      double sum = 0;
      for (int tap = 0; tap < 2 * HALF; tap++) {
        double distance = tap - HALF + 1 - (double) phase / PHASES;
        double x = Math.PI * CUTOFF * distance;
        double sinc = Math.abs(x) < 1e-9 ? 1 : StrictMath.sin(x) / x;
        double weight = sinc * blackmanHarris(distance / HALF);
        table[phase][tap] = (float) weight;
        sum += weight;
      }
      for (int tap = 0; tap < 2 * HALF; tap++) {
        table[phase][tap] /= (float) sum;
      }
    }
    return table;
  }

  /**
   * @param x -1 to 1
   */
  private static double blackmanHarris(double x) {
    if (Math.abs(x) >= 1) {
      return 0;
    }
    double angle = Math.PI * x;
    return 0.35875 + 0.48829 * StrictMath.cos(angle) + 0.14128 * StrictMath.cos(2 * angle)
        + 0.01168 * StrictMath.cos(3 * angle);
  }

  /** How many samples come out for so many in. */
  int lengthOf(int samples) {
    return (int) Math.ceil(samples / step);
  }

  /**
   * @param index of the output sample
   */
  float at(short[] input, int index) {
    double position = index * step;
    int whole = (int) position;
    double phase = (position - whole) * PHASES;
    int lower = (int) phase;
    float share = (float) (phase - lower);
    float[] first = TABLE[lower];
    float[] second = TABLE[lower + 1];
    float sum = 0;
    int from = Math.max(0, HALF - 1 - whole);
    int to = Math.min(2 * HALF, input.length - whole + HALF - 1);
    for (int tap = from; tap < to; tap++) {
      sum += (first[tap] + share * (second[tap] - first[tap])) * input[whole + tap - HALF + 1];
    }
    return sum;
  }
}
