package dev.foley.generation.polling;

/**
 * When to ask about a job whose service tells when it leaves the queue.
 *
 * <p>The same trade as in {@link PollingPlan}, but what is asked for in the queue finds no sound: it finds the beginning. A request at u
 * after one at s, with the job begun in between, leaves a beginning that is known to u − s; what the rest then costs is a
 * {@link PollingPlan} over the making, blurred by that width. It depends on the width alone, so it is solved for some thirty of them and the
 * queue is one more pass, with Q the distribution of the waiting:
 *
 * <pre>
 * W(s) = min over u > s of  λ·(1 − Q(s)) + (Q(u) − Q(s))·rest(u − s) + W(u)
 * </pre>
 *
 * Its minimum has no envelope to help, but a coarser grid will do: 3 % of a waiting time is much less than what is made afterwards. Once
 * the job has begun, the plan for its own beginning is made on the spot.
 */
public final class StagedPlan {
  private static final int COARSE = 8;
  private static final double NARROWEST = 0.25;
  private static final double GROWTH = 1.25;
  private static final int WIDTHS = 26; // up to 66 s, past the longest interval
  private static final double CHEAPEST = 1e-3;
  private static final double DEAREST = 100;
  private static final int HALVINGS = 14;

  private final Stages stages;
  private final double price;
  private final double[] restAsks = new double[WIDTHS];
  private final double[] restLateness = new double[WIDTHS];

  private StagedPlan(Stages stages, Distribution[] blurred, double price) {
    this.stages = stages;
    this.price = price;
    for (int i = 0; i < WIDTHS; i++) {
      int width = Math.max(0, Grid.nearest(width(i)));
      PollingPlan.Cost rest = PollingPlan.of(blurred[i], price).costFrom(blurred[i], width);
      restAsks[i] = rest.asks();
      restLateness[i] = rest.lateness() + Grid.moment(width) * blurred[i].passed(width) - blurred[i].weighted(width);
    }
  }

  /** How often jobs like these are asked for by a plan, on average. */
  @FunctionalInterface
  public interface AsksOf {
    double by(StagedPlan plan);
  }

  /** The plan that needs as many requests as are given, and no more. */
  public static StagedPlan within(Stages stages, double asks, AsksOf count) {
    Distribution[] blurred = new Distribution[WIDTHS];
    for (int i = 0; i < WIDTHS; i++) {
      blurred[i] = stages.finishWithin(width(i));
    }
    double low = CHEAPEST;
    double high = DEAREST;
    StagedPlan best = new StagedPlan(stages, blurred, DEAREST);
    for (int i = 0; i < HALVINGS; i++) {
      double price = Math.sqrt(low * high);
      StagedPlan plan = new StagedPlan(stages, blurred, price);
      if (count.by(plan) <= asks) {
        best = plan;
        high = price;
      } else {
        low = price;
      }
    }
    return best;
  }

  Stages stages() {
    return stages;
  }

  /**
   * When to ask next about a job that was in the queue.
   *
   * @param waiting when it will leave it
   * @param asked when it was last seen there
   * @param dearer by what factor a request costs more than planned
   */
  double nextQueued(Distribution waiting, double asked, double dearer) {
    QueuePass pass = new QueuePass(waiting, asked, price * dearer);
    return Math.clamp(pass.next(), asked + PollingPlan.SHORTEST, asked + PollingPlan.LONGEST);
  }

  /** What a job that was in the queue at a time still costs on average. */
  public PollingPlan.Cost costQueued(Distribution waiting, double asked) {
    return new QueuePass(waiting, asked, price).cost();
  }

  /** What a job still costs on average that began within so many seconds before it was asked for. */
  PollingPlan.Cost costBegun(double width) {
    return new PollingPlan.Cost(at(restAsks, width), at(restLateness, width));
  }

  /**
   * When to ask next about a job that has begun.
   *
   * @param dearer as above
   */
  double nextBegun(Interval begun, double asked, double dearer) {
    return PollingPlan.of(stages.finish(begun, asked), price * dearer).next(asked);
  }

  private static double width(int index) {
    return NARROWEST * Math.pow(GROWTH, index);
  }

  private static double at(double[] table, double width) {
    double position = Math.clamp(Math.log(width / NARROWEST) / Math.log(GROWTH), 0, WIDTHS - 1.001);
    int below = (int) position;
    return table[below] + (position - below) * (table[below + 1] - table[below]);
  }

  /** One solution for the queue, from a time on. */
  private final class QueuePass {
    private final double[] moments;
    private final int[] nexts;
    private final double[] asks;
    private final double[] lateness;

    QueuePass(Distribution waiting, double asked, double askPrice) {
      int first = Grid.atOrAfter(asked + PollingPlan.SHORTEST);
      int last = Math.min(Grid.LAST, Grid.atOrAfter(waiting.quantile(0.9999)) + COARSE);
      int steps = Math.max(1, (last - first + COARSE - 1) / COARSE + 1);
      moments = new double[steps + 1];
      double[] passed = new double[steps + 1];
      moments[0] = asked;
      passed[0] = waiting.passedAt(asked);
      for (int i = 1; i <= steps; i++) {
        int index = Math.min(Grid.LAST, first + (i - 1) * COARSE);
        moments[i] = Grid.moment(index);
        passed[i] = i == steps ? 1 : waiting.passed(index);
      }
      nexts = new int[steps + 1];
      asks = new double[steps + 1];
      lateness = new double[steps + 1];
      for (int s = steps - 1; s >= 0; s--) {
        solve(s, passed, askPrice);
      }
      double left = 1 - passed[0];
      if (left > 0) {
        asks[0] /= left;
        lateness[0] /= left;
      }
    }

    private void solve(int s, double[] passed, double askPrice) {
      double least = Double.MAX_VALUE;
      for (int u = s + 1; u < moments.length; u++) {
        double width = moments[u] - moments[s];
        if (u > s + 1 && width > PollingPlan.LONGEST) {
          break;
        }
        if (width < PollingPlan.SHORTEST && u < moments.length - 1) {
          continue;
        }
        double begun = passed[u] - passed[s];
        double allAsks = 1 - passed[s] + begun * at(restAsks, width) + asks[u];
        double allLateness = begun * at(restLateness, width) + lateness[u];
        double cost = askPrice * allAsks + allLateness;
        if (cost < least) {
          least = cost;
          nexts[s] = u;
          asks[s] = allAsks;
          lateness[s] = allLateness;
        }
      }
    }

    double next() {
      return moments[nexts[0]];
    }

    PollingPlan.Cost cost() {
      return new PollingPlan.Cost(asks[0], lateness[0]);
    }
  }
}
