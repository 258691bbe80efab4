package dev.foley.sketch;

/** The mouth of a choir that sings "ah": resonances at fixed frequencies, whatever the pitch. */
final class Formants implements Effect {
  private static final double[] HERTZ = {680, 1120, 2600, 3300};
  private static final double[] GAINS = {1.6, 1.1, 0.5, 0.25};
  private static final double RESONANCE = 5.5;
  private final Filter[] leftFilters = filters();
  private final Filter[] rightFilters = filters();

  private static Filter[] filters() {
    Filter[] filters = new Filter[HERTZ.length];
    for (int i = 0; i < filters.length; i++) {
      filters[i] = new Filter(HERTZ[i], RESONANCE);
    }
    return filters;
  }

  @Override
  public void process(float[] left, float[] right, int count) {
    for (int i = 0; i < count; i++) {
      left[i] = mouth(leftFilters, left[i]);
      right[i] = mouth(rightFilters, right[i]);
    }
  }

  private static float mouth(Filter[] filters, double sample) {
    double sum = 0.12 * sample;
    for (int i = 0; i < filters.length; i++) {
      sum += GAINS[i] * filters[i].bandPass(sample);
    }
    return (float) sum;
  }
}
