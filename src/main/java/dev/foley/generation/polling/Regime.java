package dev.foley.generation.polling;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Since when things are as they are now. A service that got new machines, or lost some, makes its past misleading, so what lies before
 * such a change is forgotten; but chance alone must not throw away what was learned.
 *
 * <p>For each place at which the past could be cut, the newer part is compared with the older by the greatest difference of their
 * distributions (Kolmogorov and Smirnov), counting only what is certain although the times are intervals: a job was over at a
 * time if it had been seen finished by then. The threshold is that of one false alarm in 20,000 comparisons: six jobs that are all beyond the
 * older ones reach it, a shift of a third of the jobs takes about forty.
 */
final class Regime {
  private static final int FEWEST_NEW = 6;
  private static final int FEWEST_OLD = 5;
  private static final double THRESHOLD = 2.3;
  private static final double NEXT_CUT = 1.08;
  private static final int LOOKED_AT = 60;

  private Regime() {}

  /** How many of the newest belong together. */
  static int size(List<Interval> newestFirst) {
    int all = newestFirst.size();
    double[] moments = moments(newestFirst);
    int size = all;
    double greatest = THRESHOLD;
    for (int cut = FEWEST_NEW; cut <= all - FEWEST_OLD; cut = Math.max(cut + 1, (int) (cut * NEXT_CUT))) {
      double weight = Math.sqrt((double) cut * (all - cut) / all);
      if (weight > greatest) {
        double difference = weight * difference(newestFirst.subList(0, cut), newestFirst.subList(cut, all), moments);
        if (difference > greatest) {
          greatest = difference;
          size = cut;
        }
      }
    }
    return size;
  }

  /** Moments at which a difference would show. */
  private static double[] moments(List<Interval> times) {
    double[] ends = times.stream().flatMapToDouble(time -> DoubleStream.of(time.after(), time.until())).sorted()
        .toArray();
    int step = Math.max(1, ends.length / LOOKED_AT);
    double[] moments = new double[ends.length / step];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = ends[i * step];
    }
    return moments;
  }

  private static double difference(List<Interval> newer, List<Interval> older, double[] moments) {
    double greatest = 0;
    for (double moment : moments) {
      greatest = Math.max(greatest, Math.max(surelyOver(older, moment) - perhapsOver(newer, moment),
          surelyOver(newer, moment) - perhapsOver(older, moment)));
    }
    return greatest;
  }

  private static double surelyOver(List<Interval> times, double moment) {
    int over = 0;
    for (Interval time : times) {
      over += time.until() <= moment ? 1 : 0;
    }
    return (double) over / times.size();
  }

  private static double perhapsOver(List<Interval> times, double moment) {
    int over = 0;
    for (Interval time : times) {
      over += time.after() < moment ? 1 : 0;
    }
    return (double) over / times.size();
  }
}
