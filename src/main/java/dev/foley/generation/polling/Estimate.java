package dev.foley.generation.polling;

import java.util.Arrays;
import java.util.List;

/**
 * A distribution out of what was seen of past jobs.
 *
 * <p><b>The problem.</b> No time is known exactly: a job was unfinished at one request and finished at the next ({@link Interval}), and
 * those requests were made where earlier estimates expected something. Taking the middle, or the end, of each interval would learn the
 * requests rather than the jobs.
 *
 * <p><b>The mechanism.</b> Expectation, maximisation, smoothing (Silverman, Jones, Wilson and Nychka, 1990): each job is
 * distributed over its interval as the present estimate says (E), these are added (M), and smoothed (S); twenty times over, from a broad
 * beginning, and ten times for what a queue does, which is known less exactly and changes all the time: more rounds would tell chance.
 * The smoothing has the width at which the nearest √n/2 jobs are found, so that a narrow peak stays narrow and a tail of few jobs
 * becomes a slope; and never less than 1.4 %, below which a few hundred jobs tell chance only.
 *
 * <p>What has never happened keeps the weight that one job more would have, spread broadly around the rest: by it the plan
 * asks, rarely, where nothing was ever found.
 */
final class Estimate {
  private static final int ROUNDS = 20;
  private static final int ROUNDS_IN_QUEUE = 10;
  /** In steps of the grid. */
  private static final double NARROWEST = 0.014 / Grid.STEP;
  private static final double WIDEST = 120;
  /** Of a duration between two events neither of which is known exactly, the middles are spread by that too, so a quarter of it is enough. */
  private static final double BETWEEN = 0.25;
  private static final double LEAST_UNSEEN = 0.005;
  private static final double NEGLIGIBLE = 1e-7;

  private Estimate() {}

  /**
   * Of a duration that lies between two events.
   *
   * @param begun when it began; at 0 and exactly for what is counted from the submit on
   * @param ended when it ended
   */
  record Evidence(Interval begun, Interval ended) {
    private static final Interval AT_ONCE = new Interval(0, 0);

    static Evidence of(Interval ended) {
      return new Evidence(AT_ONCE, ended);
    }

    /** The duration, between what it may be at the least and at the most. */
    Interval duration() {
      return new Interval(Math.max(0, ended.after() - begun.until()), Math.max(0, ended.until() - begun.after()));
    }

    double middle() {
      return Math.max(0, ended.middle() - begun.middle());
    }

    /** How well a duration fits: the share of beginnings with which it would have ended when it did. */
    double fits(double duration) {
      double width = begun.until() - begun.after();
      if (width <= 0) {
        return 1;
      }
      double from = Math.max(begun.after(), ended.after() - duration);
      double until = Math.min(begun.until(), ended.until() - duration);
      return Math.max(0, until - from) / width;
    }
  }

  /** @param seen at least one */
  static Distribution of(List<Evidence> seen) {
    return of(seen, ROUNDS);
  }

  /**
   * Of jobs that wait in a queue, and of what follows.
   *
   * @param seen at least one
   */
  static Distribution inQueue(List<Evidence> seen) {
    return of(seen, ROUNDS_IN_QUEUE);
  }

  private static Distribution of(List<Evidence> seen, int rounds) {
    double[] middles = middles(seen);
    double usual = Grid.moment((int) Math.min(Grid.LAST, middles[middles.length / 2]));
    return of(seen, middles, Prior.around(usual), rounds);
  }

  /**
   * As above.
   *
   * @param unseen how what was not seen is spread
   */
  static Distribution of(List<Evidence> seen, Distribution unseen) {
    return of(seen, middles(seen), unseen, ROUNDS);
  }

  private static double[] middles(List<Evidence> seen) {
    return seen.stream().mapToDouble(evidence -> Grid.position(evidence.middle())).sorted().toArray();
  }

  private static Distribution of(List<Evidence> seen, double[] middles, Distribution unseen, int rounds) {
    int[] from = seen.stream().mapToInt(evidence -> first(evidence.duration())).toArray();
    double[][] fits = new double[from.length][];
    for (int i = 0; i < from.length; i++) {
      fits[i] = fits(seen.get(i), from[i]);
    }
    int[] widths = widths(middles, isBetween(seen) ? BETWEEN : 1);
    double share = Math.max(LEAST_UNSEEN, 1.0 / (from.length + 1));
    double[] masses = unseen.masses();
    for (int round = 0; round < rounds; round++) {
      double[] expected = new double[masses.length];
      for (int i = 0; i < from.length; i++) {
        distribute(masses, from[i], fits[i], expected);
      }
      masses = Kernel.smooth(expected, widths, NEGLIGIBLE * from.length);
      for (int c = 0; c < masses.length; c++) {
        masses[c] = (1 - share) * masses[c] / from.length + share * unseen.mass(c);
      }
    }
    return Distribution.of(masses);
  }

  private static int first(Interval duration) {
    return duration.after() <= 0 ? 0 : Math.min(Grid.LAST, Math.max(0, Grid.nearest(duration.after())) + 1);
  }

  private static double[] fits(Evidence evidence, int from) {
    int until = Math.max(from, Math.min(Grid.LAST, Math.max(0, Grid.nearest(evidence.duration().until()))));
    double[] fits = new double[until - from + 1];
    for (int i = 0; i < fits.length; i++) {
      fits[i] = evidence.fits((Grid.moment(from + i - 1) + Grid.moment(from + i)) / 2);
    }
    return fits;
  }

  private static void distribute(double[] masses, int from, double[] fits, double[] expected) {
    double whole = 0;
    for (int i = 0; i < fits.length; i++) {
      whole += masses[from + i] * fits[i];
    }
    if (whole <= 0) {
      expected[from + fits.length / 2]++; // shorter than a step of the grid
      return;
    }
    for (int i = 0; i < fits.length; i++) {
      expected[from + i] += masses[from + i] * fits[i] / whole;
    }
  }

  private static boolean isBetween(List<Evidence> seen) {
    return seen.stream().anyMatch(evidence -> evidence.begun().until() > 0);
  }

  /** For each moment, how wide to smooth there. */
  private static int[] widths(double[] middles, double share) {
    int neighbours = Math.clamp(Math.round(Math.sqrt(middles.length) / 2), 1, middles.length);
    int[] widths = new int[Grid.LAST + 1];
    for (int c = 0; c < widths.length; c++) {
      int found = Arrays.binarySearch(middles, c);
      int at = found < 0 ? -found - 1 : found;
      double nearest = Double.MAX_VALUE;
      for (int i = Math.max(0, at - neighbours); i <= at && i + neighbours <= middles.length; i++) {
        nearest = Math.min(nearest, Math.max(Math.abs(middles[i] - c), Math.abs(middles[i + neighbours - 1] - c)));
      }
      widths[c] = Kernel.level(Math.clamp(nearest * share, NARROWEST, WIDEST));
    }
    return widths;
  }
}
