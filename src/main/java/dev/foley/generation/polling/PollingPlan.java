package dev.foley.generation.polling;

/**
 * When to ask about a job, from how long such jobs take.
 *
 * <p><b>The problem.</b> A job ends at some time T and nobody says so: it has to be asked for. Asking at u₁, u₂, … finds it at the first
 * uᵢ ≥ T. That costs the requests, and the <i>lateness</i> uᵢ − T, in which a member waits for a sound that exists. Few requests are
 * late, prompt ones are many; the sample clients of the services ask every 10 s, which is both: six requests of which five cannot find
 * anything, and then 5 s of lateness.
 *
 * <p><b>The plan.</b> With F the distribution of T and S = 1 − F, let a request cost λ seconds of lateness. What is still to be paid
 * after having asked at s in vain, weighted with how likely it is to come to that, is
 *
 * <pre>
 * W(s) = min over u > s of  λ·S(s) + ∫ₛᵘ (u − t) dF(t) + W(u)
 * </pre>
 *
 * which is solved from the end to the beginning. Where the density f is smooth the intervals come out as √(2λS/f), that is as 1/√hazard:
 * nothing is asked while nothing can be ready, then densely, and ever more rarely in the tail. With M(s) = ∫₀ˢ t dF the bracket is
 * {@code λS(s) + M(s) + [uF(u) − M(u) + W(u)] − u·F(s)}: for each u a straight line in F(s). So the minimum is the lower envelope of
 * lines that come in the order of their slopes, asked at places in order: a queue from which each line falls out once (the "convex hull
 * trick"), and the whole plan takes one pass of the grid, some tens of microseconds. The minimum over all u would be 2,100² steps.
 *
 * <p><b>The price.</b> Nobody can say what a request is worth; but what the reference spends is known: E⌈T/10⌉ requests. λ is found
 * by bisection so that the plan spends as much, and all the gain is lateness. λ itself is what makes a plan comparable with others: of
 * two distributions with the same λ, neither gains by a request more in exchange for one less in the other.
 *
 * <p><b>Bounds.</b> Two requests are never nearer than {@link #SHORTEST}. Nor farther than {@link #LONGEST}, whatever was learned: jobs
 * that fail do so early, are not what the times were learned from, and their members should hear it within a minute; for usual
 * jobs of up to a minute this costs nothing.
 */
public final class PollingPlan {
  /** Seconds; the least that services' own clients wait. */
  static final double SHORTEST = 0.5;
  /** Seconds; see above. */
  static final double LONGEST = 60;
  /** Seconds between the requests of the services' own sample client. */
  public static final double REFERENCE_INTERVAL = 10;

  private static final double CHEAPEST = 1e-4;
  private static final double DEAREST = 200;
  private static final int HALVINGS = 20;

  /** Index of a moment, plus 1, to that of the next request. */
  private final int[] next = new int[Grid.LAST + 2];

  private PollingPlan() {}

  /**
   * What following a plan costs on average.
   *
   * @param asks requests for each job
   * @param lateness seconds
   */
  public record Cost(double asks, double lateness) {}

  /** @param price of one request, in seconds of lateness */
  public static PollingPlan of(Distribution finish, double price) {
    PollingPlan plan = new PollingPlan();
    plan.solve(finish, price);
    return plan;
  }

  /** The best plan that needs no more requests than are given, as long as the least frequent plan does. */
  public static PollingPlan within(Distribution finish, double asks) {
    double low = CHEAPEST;
    double high = DEAREST;
    PollingPlan best = of(finish, DEAREST);
    for (int i = 0; i < HALVINGS; i++) {
      double price = Math.sqrt(low * high);
      PollingPlan plan = of(finish, price);
      if (plan.cost(finish).asks() <= asks) {
        best = plan;
        high = price;
      } else {
        low = price;
      }
    }
    return best;
  }

  private void solve(Distribution finish, double price) {
    double[] cost = new double[Grid.LAST + 1]; // W
    double[] intercept = new double[Grid.LAST + 1];
    int[] envelope = new int[Grid.LAST + 1];
    int head = 0;
    int tail = 0;
    int entering = Grid.LAST;
    next[Grid.LAST + 1] = Grid.LAST;
    for (int s = Grid.LAST - 1; s >= -1; s--) {
      double soonest = Grid.moment(s) + SHORTEST;
      while (entering > s && (entering == Grid.LAST || Grid.moment(entering) >= soonest)) {
        int u = entering--;
        intercept[u] = Grid.moment(u) * finish.passed(u) - finish.weighted(u) + cost[u];
        while (tail - head >= 2 && isNeverLeast(envelope[tail - 2], envelope[tail - 1], u, intercept)) {
          tail--;
        }
        envelope[tail++] = u;
      }
      double passed = finish.passed(s);
      while (tail - head >= 2
          && line(envelope[head + 1], intercept, passed) <= line(envelope[head], intercept, passed)) {
        head++;
      }
      next[s + 1] = envelope[head];
      if (s >= 0) {
        cost[s] = price * (1 - passed) + finish.weighted(s) + line(envelope[head], intercept, passed);
      }
    }
  }

  private static double line(int u, double[] intercept, double passed) {
    return intercept[u] - Grid.moment(u) * passed;
  }

  /** Whether the line between two others, by slope, lies above one of them everywhere. */
  private static boolean isNeverLeast(int steep, int between, int flat, double[] intercept) {
    return (intercept[steep] - intercept[flat]) * (Grid.moment(steep) - Grid.moment(between)) >= (intercept[steep]
        - intercept[between]) * (Grid.moment(steep) - Grid.moment(flat));
  }

  /**
   * When to ask next.
   *
   * @param asked when it was asked last, in vain; 0 at the beginning
   * @return seconds since the beginning
   */
  public double next(double asked) {
    double planned = asked >= Grid.moment(Grid.LAST - 1)
        ? asked + REFERENCE_INTERVAL
        : Grid.moment(next[Grid.nearest(asked) + 1]);
    return Math.clamp(planned, asked + SHORTEST, asked + LONGEST);
  }

  /** What following it costs where this is how long jobs take. */
  public Cost cost(Distribution finish) {
    return costFrom(finish, -1);
  }

  /** What is still to be paid after a moment, weighted with how likely it is to come to that. */
  Cost costFrom(Distribution finish, int from) {
    double asks = 0;
    double lateness = 0;
    int s = from;
    while (s < Grid.LAST && finish.passed(s) < 1 - 1e-12) {
      int u = Math.max(s + 1, Grid.nearest(next(Grid.moment(s))));
      asks += 1 - finish.passed(s);
      lateness += Grid.moment(u) * (finish.passed(u) - finish.passed(s)) - (finish.weighted(u) - finish.weighted(s));
      s = u;
    }
    return new Cost(asks, lateness);
  }
}
