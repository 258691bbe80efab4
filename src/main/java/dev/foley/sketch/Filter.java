package dev.foley.sketch;

/**
 * A two-pole state-variable filter in the trapezoidal form, stable while its cutoff moves.
 *
 * @see "Andrew Simper, Solving the continuous SVF equations using trapezoidal integration (2013)"
 */
final class Filter {
  private double a1;
  private double a2;
  private double a3;
  private double damping;
  private double first;
  private double second;
  private double band;
  private double low;

  Filter(double cutoffHertz, double resonance) {
    tune(cutoffHertz, resonance);
  }

  /**
   * @param resonance Q: 0.7 is flat, 10 whistles
   */
  void tune(double cutoffHertz, double resonance) {
    double limited = Math.max(16, Math.min(cutoffHertz, 0.45 * Dsp.SAMPLE_RATE));
    double g = Dsp.tan(Math.PI * limited / Dsp.SAMPLE_RATE);
    damping = 1 / resonance;
    a1 = 1 / (1 + g * (g + damping));
    a2 = g * a1;
    a3 = g * a2;
  }

  private void step(double x) {
    double v3 = x - second;
    band = a1 * first + a2 * v3;
    low = second + a2 * first + a3 * v3;
    first = 2 * band - first;
    second = 2 * low - second;
  }

  double lowPass(double x) {
    step(x);
    return low;
  }

  /** Band-pass with unity gain at its centre. */
  double bandPass(double x) {
    step(x);
    return damping * band;
  }

  double highPass(double x) {
    step(x);
    return x - damping * band - low;
  }
}
