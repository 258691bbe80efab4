package dev.foley.generation.polling;

/**
 * A job in two stages: it waits in its service's queue, however long that is just now, and then it is being made, which takes about the
 * same time whatever the queue was. Where the second stage begins is seen on the way, and tells far more about the end than the submit
 * does.
 *
 * @param waiting from the submit until it is being made
 * @param making from then on until it is finished
 */
public record Stages(Distribution waiting, Distribution making) {
  /** Moments at which the beginning is put within what is known of it. */
  private static final int BEGINNINGS = 12;
  private static final double NEGLIGIBLE = 1e-7;

  /** When a job that began in an interval will be finished, given that it is not at a time. */
  Distribution finish(Interval begun, double asked) {
    double[] masses = new double[Grid.LAST + 1];
    double before = waiting.passedAt(begun.after());
    double within = waiting.passedAt(begun.until()) - before;
    boolean expected = within > NEGLIGIBLE;
    for (int i = 0; i < BEGINNINGS; i++) {
      double share = (i + 0.5) / BEGINNINGS;
      double beginning = expected
          ? Math.clamp(waiting.quantile(before + share * within), begun.after(), begun.until())
          : begun.after() + share * (begun.until() - begun.after());
      addFrom(beginning, asked, masses);
    }
    return overWherePast(masses, asked);
  }

  /**
   * When a job will be finished that began within so many seconds, evenly, counted from the first moment at which it can have begun.
   */
  Distribution finishWithin(double width) {
    double[] masses = new double[Grid.LAST + 1];
    for (int i = 0; i < BEGINNINGS; i++) {
      addFrom((i + 0.5) / BEGINNINGS * width, 0, masses);
    }
    return Distribution.of(masses);
  }

  private void addFrom(double beginning, double asked, double[] masses) {
    for (int c = 0; c <= Grid.LAST; c++) {
      double mass = making.mass(c);
      double end = beginning + Grid.moment(c);
      if (mass > NEGLIGIBLE && end > asked) {
        masses[Grid.atOrAfter(end)] += mass;
      }
    }
  }

  /** It takes longer than anything that was known: nothing is left but a broad guess. */
  private static Distribution overWherePast(double[] masses, double asked) {
    for (double mass : masses) {
      if (mass > 0) {
        return Distribution.of(masses);
      }
    }
    return Prior.around(Math.max(1, asked));
  }

  /** When a job will begin that stands at a place in the queue, each place taking so long. */
  static Distribution waiting(Sighting.Place place, Distribution perPlace) {
    double[] masses = new double[Grid.LAST + 1];
    for (int c = 0; c <= Grid.LAST; c++) {
      double mass = perPlace.mass(c);
      if (mass > NEGLIGIBLE) {
        masses[Grid.atOrAfter(place.at() + place.place() * Grid.moment(c))] += mass;
      }
    }
    return Distribution.of(masses);
  }
}
