package dev.foley.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import org.junit.jupiter.api.Test;

class RecentPressesTest {
  private final RecentPresses presses = new RecentPresses();

  @Test
  void aDoubleClickCountsOnce() {
    assertThat(presses.first("again:0ABCDEFGHJKMN", Samples.ASKED)).isTrue();
    assertThat(presses.first("again:0ABCDEFGHJKMN", Samples.ASKED.plusMillis(200))).isFalse();
    assertThat(presses.first("again:0ABCDEFGHJKMN", Samples.ASKED.plusSeconds(10))).isTrue();
  }

  @Test
  void aPressThatCameToNothingMayBeRepeatedAtOnce() {
    assertThat(presses.first("again:0ABCDEFGHJKMN", Samples.ASKED)).isTrue();
    presses.forget("again:0ABCDEFGHJKMN");
    assertThat(presses.first("again:0ABCDEFGHJKMN", Samples.ASKED)).isTrue();
  }
}
