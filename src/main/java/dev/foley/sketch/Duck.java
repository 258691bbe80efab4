package dev.foley.sketch;

import dev.foley.sketch.Score.Hit;
import java.util.List;

/** The breathing of club music: each kick pushes the others down for a moment. */
final class Duck {
  private static final double RECOVERY_SECONDS = 0.22;
  private final int[] kicks;
  private final double depth;
  private int next;

  /**
   * @param depth 0 (none) to 1 (to silence)
   */
  Duck(List<Hit> hits, Performance performance, double depth) {
    this.depth = depth;
    kicks = hits.stream().filter(hit -> hit.drum() == Drum.KICK).mapToInt(hit -> performance.frame(hit.beat())).sorted()
        .toArray();
  }

  /** Fills {@code gains} with the factors for the block that begins at frame {@code start}; blocks come in order. */
  void gains(float[] gains, int start, int count) {
    double recovery = RECOVERY_SECONDS * Dsp.SAMPLE_RATE;
    for (int i = 0; i < count; i++) {
      while (next < kicks.length && kicks[next] <= start + i) {
        next++;
      }
      double since = next == 0 ? recovery : start + i - kicks[next - 1];
      double recovered = Math.min(1, since / recovery);
      double rise = recovered * recovered * (3 - 2 * recovered);
      // The first 3 ms lead down, so that the gate itself does not click.
      double onset = Math.min(1, since / (0.003 * Dsp.SAMPLE_RATE));
      gains[i] = (float) (1 - depth * onset * (1 - rise));
    }
  }
}
