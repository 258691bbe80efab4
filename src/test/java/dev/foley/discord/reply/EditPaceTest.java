package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditPaceTest {
  private static final Instant START = Samples.ASKED;
  private final EditPace pace = new EditPace(START);

  @Test
  void theFirstEditIsMadeAtOnce() {
    assertThat(pace.waitAt(START)).isZero();
    assertThat(new EditPace(START).waitAt(START.plusSeconds(40))).isZero();
  }

  @Test
  void theNextOneWaitsForItsTurn() {
    pace.editedAt(START);
    assertThat(pace.waitAt(START.plusSeconds(1))).isEqualTo(Duration.ofSeconds(3));
    assertThat(pace.waitAt(START.plusSeconds(4))).isZero();
    assertThat(pace.waitAt(START.plusSeconds(20))).isZero();
  }

  @Test
  void aTurnThatWasNotTakenLapses() {
    pace.editedAt(START);
    pace.editedAt(START.plusSeconds(30));
    assertThat(pace.waitAt(START.plusSeconds(30))).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void twoTurnsInARowKeepTheirDistance() {
    pace.editedAt(START.plusSeconds(24));
    assertThat(pace.waitAt(START.plusSeconds(25))).isEqualTo(Duration.ofSeconds(3));
    pace.editedAt(START.plusSeconds(59));
    assertThat(pace.waitAt(START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(14));
  }

  @Test
  void newsAtEveryMomentAreFewEdits() {
    assertThat(edits(120)).containsExactly(0L, 4L, 25L, 60L, 75L, 90L, 105L);
  }

  @Test
  void whenTheResultWasExpectedThereIsATurn() {
    pace.expect(Optional.of(START.plusSeconds(50)));
    assertThat(edits(80)).containsExactly(0L, 4L, 25L, 50L, 65L);
  }

  @Test
  void laterTheTurnBeforeThatIsHeldBack() {
    pace.expect(Optional.of(START.plusSeconds(100)));
    assertThat(edits(130)).containsExactly(0L, 4L, 25L, 60L, 75L, 100L, 115L);
  }

  @Test
  void whoCancelsIsHeardOutOfTurnAsLongAsThereIsAnEditLeft() {
    pace.editedAt(START);
    pace.editedAt(START.plusSeconds(4));
    assertThat(pace.mayHurry(START.plusSeconds(5))).isTrue();

    pace.editedAt(START.plusSeconds(5));
    pace.editedAt(START.plusSeconds(25));
    assertThat(pace.mayHurry(START.plusSeconds(59))).isFalse();
    assertThat(pace.mayHurry(START.plusSeconds(60))).isTrue();
  }

  @Test
  void whatWasUsedUpEarlyIsMissingLater() {
    pace.expect(Optional.of(START.plusSeconds(40)));
    for (int second : new int[]{0, 4, 6, 25}) {
      pace.editedAt(START.plusSeconds(second));
    }
    assertThat(pace.waitAt(START.plusSeconds(30))).isEqualTo(Duration.ofSeconds(30));
  }

  /** The seconds in which edits are made by whoever always has news. */
  private List<Long> edits(long seconds) {
    List<Long> edits = new ArrayList<>();
    for (long second = 0; second < seconds; second++) {
      Instant now = START.plusSeconds(second);
      if (pace.waitAt(now).isZero()) {
        pace.editedAt(now);
        edits.add(second);
      }
    }
    return edits;
  }
}
