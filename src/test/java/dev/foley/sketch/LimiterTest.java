package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LimiterTest {
  @Test
  void letsNoPeakPassTheCeiling() {
    var random = new SplittableRandom(1);
    double[] peaks = random.doubles(20_000).map(x -> x < 0.02 ? 8 * x / 0.02 : 0.6 * x).toArray();
    Limiter limiter = new Limiter(0.8);

    for (int i = 0; i < peaks.length; i++) {
      double gain = limiter.gain(peaks[i]);
      int played = i - Limiter.LOOK_AHEAD + 1;
      if (played >= 0) {
        assertThat(peaks[played] * gain).isLessThanOrEqualTo(0.8 + 1e-9);
      }
    }
  }

  @Test
  void leavesQuietMusicAlone() {
    Limiter limiter = new Limiter(0.8);

    for (int i = 0; i < 1000; i++) {
      assertThat(limiter.gain(0.5)).isEqualTo(1);
    }
  }
}
