package dev.foley.sketch;

/** A wave whose pitch may move from frame to frame, its corners rounded (PolyBLEP) so that nothing folds back. */
final class Oscillator {
  private double phase;

  Oscillator(double phase) {
    this.phase = phase;
  }

  private double advance(double hertz) {
    double step = Math.min(0.45, hertz / Dsp.SAMPLE_RATE);
    phase += step;
    if (phase >= 1) {
      phase -= 1;
    }
    return step;
  }

  double sine(double hertz) {
    advance(hertz);
    return Dsp.sine(phase);
  }

  double saw(double hertz) {
    double step = advance(hertz);
    return 2 * phase - 1 - corner(phase, step);
  }

  /**
   * @param duty share of the period spent high
   */
  double pulse(double hertz, double duty) {
    double step = advance(hertz);
    double fall = phase - duty < 0 ? phase - duty + 1 : phase - duty;
    return (phase < duty ? 1 : -1) + corner(phase, step) - corner(fall, step);
  }

  private static double corner(double phase, double step) {
    if (phase < step) {
      double x = phase / step;
      return x + x - x * x - 1;
    }
    if (phase > 1 - step) {
      double x = (phase - 1) / step;
      return x * x + x + x + 1;
    }
    return 0;
  }
}
