package dev.foley.sketch;

import java.util.random.RandomGenerator;

/**
 * From beats to frames: swing, and the small liberties of people. The tempo itself stays constant.
 *
 * @param looseness standard deviation of a player's timing, seconds
 */
record Performance(Timeline timeline, Style.Rhythm rhythm, double looseness) {
  static Performance of(Timeline timeline, Style style) {
    double looseness = switch (style.rhythm().groove().kit()) {
      case CLUB, CHIP, BOOM -> 0.001;
      case DUSTY -> 0.007;
      case ACOUSTIC -> 0.004;
      case BRUSHES, ORCHESTRAL -> 0.006;
    };
    return new Performance(timeline, style.rhythm(), looseness);
  }

  int frame(double beat) {
    return (int) Math.round(timeline.secondsOf(swung(beat)) * Dsp.SAMPLE_RATE);
  }

  /** The same, not quite in time; never before the start. */
  int frame(double beat, RandomGenerator random) {
    double late = looseness * Math.max(-2, Math.min(2, random.nextGaussian()));
    return Math.max(0, frame(beat) + (int) Math.round(late * Dsp.SAMPLE_RATE));
  }

  /** Moves what lies between two even notes later, as a swinging drummer does. */
  private double swung(double beat) {
    double pair = 2.0 * rhythm.swungSteps() / Steps.PER_BEAT;
    double whole = Math.floor(beat / pair + 1e-9);
    double within = beat / pair - whole;
    double moved = within < 0.5
        ? within * 2 * rhythm.swing()
        : rhythm.swing() + (within - 0.5) * 2 * (1 - rhythm.swing());
    return (whole + moved) * pair;
  }
}
