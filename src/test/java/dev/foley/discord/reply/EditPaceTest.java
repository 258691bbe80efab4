package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EditPaceTest {
  private static final Instant START = Samples.ASKED;
  private final EditPace pace = new EditPace(Duration.ofSeconds(5));

  @Test
  void theFirstEditIsMadeAtOnce() {
    assertThat(pace.waitAt(START)).isZero();
  }

  @Test
  void theNextOneWaitsForTheRestOfTheInterval() {
    pace.editedAt(START);
    assertThat(pace.waitAt(START)).isEqualTo(Duration.ofSeconds(5));
    assertThat(pace.waitAt(START.plusMillis(4_999))).isEqualTo(Duration.ofMillis(1));
    assertThat(pace.waitAt(START.plusSeconds(5))).isZero();
    assertThat(pace.waitAt(START.plusSeconds(60))).isZero();
  }
}
