package dev.foley.sketch;

/** Energy by frequency of a stretch of sound, the mean of overlapping Hann windows. */
final class Spectrum {
  private static final int RATE = 44_100;
  private final int window;
  private final double[] power;

  /**
   * @param window frames, a power of two: 4096 tells 11 Hz apart
   */
  Spectrum(double[] samples, int window) {
    this.window = window;
    power = new double[window / 2];
    for (int start = 0; start == 0 || start + window <= samples.length; start += window / 2) {
      add(samples, start);
    }
  }

  private void add(double[] samples, int start) {
    double[] real = new double[window];
    double[] imaginary = new double[window];
    for (int i = 0; i < window && start + i < samples.length; i++) {
      real[i] = samples[start + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / window));
    }
    transform(real, imaginary);
    for (int i = 0; i < power.length; i++) {
      power[i] += real[i] * real[i] + imaginary[i] * imaginary[i];
    }
  }

  /** Cooley and Tukey's transform, in place. */
  private static void transform(double[] real, double[] imaginary) {
    int n = real.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double swapped = real[i];
        real[i] = real[j];
        real[j] = swapped;
      }
    }
    for (int length = 2; length <= n; length <<= 1) {
      for (int i = 0; i < n; i += length) {
        for (int k = 0; k < length / 2; k++) {
          double angle = -2 * Math.PI * k / length;
          double cos = Math.cos(angle);
          double sin = Math.sin(angle);
          int a = i + k;
          int b = a + length / 2;
          double x = real[b] * cos - imaginary[b] * sin;
          double y = real[b] * sin + imaginary[b] * cos;
          real[b] = real[a] - x;
          imaginary[b] = imaginary[a] - y;
          real[a] += x;
          imaginary[a] += y;
        }
      }
    }
  }

  /** The frequency about which the energy lies, Hz. */
  double centroid() {
    double sum = 0;
    double weighted = 0;
    for (int i = 1; i < power.length; i++) {
      sum += power[i];
      weighted += power[i] * i;
    }
    return weighted / sum * RATE / window;
  }

  /** The strongest frequency between two, Hz. */
  double peak(double lowHertz, double highHertz) {
    int best = bin(lowHertz);
    for (int i = best; i <= bin(highHertz); i++) {
      if (power[i] > power[best]) {
        best = i;
      }
    }
    return (double) best * RATE / window;
  }

  /** Energy between two frequencies, dB. */
  double band(double lowHertz, double highHertz) {
    double sum = 0;
    for (int i = bin(lowHertz); i < bin(highHertz); i++) {
      sum += power[i];
    }
    return 10 * Math.log10(sum + 1e-12);
  }

  /** Geometric over arithmetic mean: 0 for a tone, towards 1 for noise. */
  double flatness(double lowHertz, double highHertz) {
    double logarithms = 0;
    double sum = 0;
    int count = 0;
    for (int i = bin(lowHertz); i < bin(highHertz); i++) {
      logarithms += Math.log(power[i] + 1e-15);
      sum += power[i];
      count++;
    }
    return Math.exp(logarithms / count) / (sum / count);
  }

  private int bin(double hertz) {
    return Math.max(1, Math.min(power.length - 1, (int) Math.round(hertz * window / RATE)));
  }
}
