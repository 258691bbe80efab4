package dev.foley.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import org.junit.jupiter.api.Test;

class RecentPressesTest {
  private final RecentPresses presses = new RecentPresses();

  @Test
  void aDoubleClickCountsOnce() {
    assertThat(presses.first(Samples.ID, Samples.ASKED)).isTrue();
    assertThat(presses.first(Samples.ID, Samples.ASKED.plusMillis(200))).isFalse();
    assertThat(presses.first(Samples.ID, Samples.ASKED.plusSeconds(10))).isTrue();
  }

  @Test
  void aPressThatCameToNothingMayBeRepeatedAtOnce() {
    assertThat(presses.first(Samples.ID, Samples.ASKED)).isTrue();
    presses.forget(Samples.ID);
    assertThat(presses.first(Samples.ID, Samples.ASKED)).isTrue();
  }
}
