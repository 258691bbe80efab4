package dev.foley.generation.polling;

/**
 * A job in two stages: it waits in its service's queue, however long that is just now, and then it is being made, which takes about the
 * same time whatever the queue was. Where the second stage begins is seen on the way, and tells far more about the end than the submit
 * does.
 */
public final class Stages {
  /** Moments at which the beginning is put within what is known of it. */
  private static final int BEGINNINGS = 12;
  /** Shares of a place that the one who is being served may have left. */
  private static final double[] SERVED = {0.125, 0.375, 0.625, 0.875};
  private static final double NEGLIGIBLE = 1e-7;

  private final Distribution waiting;
  private final Distribution making;
  private final double[] pieces;

  /**
   * @param waiting from the submit until it is being made
   * @param making from then on until it is finished
   */
  public Stages(Distribution waiting, Distribution making) {
    this.waiting = waiting;
    this.making = making;
    this.pieces = making.pieces();
  }

  Distribution waiting() {
    return waiting;
  }

  Distribution making() {
    return making;
  }

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
    for (int i = 0; i < pieces.length; i += 2) {
      double end = beginning + pieces[i];
      if (end > asked) {
        masses[Grid.atOrAfter(end)] += pieces[i + 1];
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

  /**
   * When a job will begin that stands at a place in the queue, each place taking so long, and the one before all having been served for
   * some time already.
   */
  static Distribution waiting(Sighting.Place place, Distribution perPlace) {
    double[] masses = new double[Grid.LAST + 1];
    double[] pieces = perPlace.pieces();
    for (int i = 0; i < pieces.length; i += 2) {
      for (double served : SERVED) {
        masses[Grid.atOrAfter(place.at() + (place.place() - served) * pieces[i])] += pieces[i + 1];
      }
    }
    return Distribution.of(masses);
  }

  /** When a job will be finished, from the submit on. */
  Distribution finish() {
    double[] masses = new double[Grid.LAST + 1];
    double[] beginnings = waiting.pieces();
    for (int i = 0; i < beginnings.length; i += 2) {
      for (int j = 0; j < pieces.length; j += 2) {
        masses[Grid.atOrAfter(beginnings[i] + pieces[j])] += beginnings[i + 1] * pieces[j + 1];
      }
    }
    return Distribution.of(masses);
  }
}
