package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
  @Test
  void sectionsFollowEachOtherWithoutAGap() {
    for (int bars = 0; bars < 300; bars++) {
      int at = 0;
      for (Section section : Form.of(bars)) {
        assertThat(section.first()).isEqualTo(at);
        assertThat(section.bars()).isPositive();
        at = section.end();
      }
      assertThat(at).isEqualTo(bars);
    }
  }

  @Test
  void aLongPieceHasContrastAndAShortOneComesToThePoint() {
    assertThat(Form.of(4)).extracting(Section::kind).containsExactly(Section.Kind.MAIN);
    assertThat(Form.of(100)).extracting(Section::kind).contains(Section.Kind.values());
    List<Section> medium = Form.of(16);
    assertThat(medium.getFirst().kind()).isEqualTo(Section.Kind.INTRO);
    assertThat(medium.getFirst().bars()).isLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 5, 10, 17.3, 30, 47, 190, 380})
  void theFinalChordFallsOnABarLineAndHasTimeToRing(double seconds) {
    Timeline timeline = Timeline.fit(seconds, 120, OptionalDouble.of(128), 4);

    assertThat(timeline.bpm()).isEqualTo(128);
    assertThat(timeline.secondsOf(timeline.tail())).isGreaterThanOrEqualTo(Math.min(1.8, 0.2 * seconds) - 1e-9);
    if (seconds >= 10) {
      assertThat(timeline.end() % 4).isZero();
      assertThat(timeline.secondsOf(timeline.tail())).isLessThan(1.8 + 4 * 60 / 128.0);
    }
  }

  @Test
  void aTempoNobodyStatedGivesWayToTheLength() {
    Timeline timeline = Timeline.fit(30, 71, OptionalDouble.empty(), 4);

    assertThat(timeline.bpm()).isBetween(71 * 0.95, 71 * 1.05);
    assertThat(timeline.end() % 4).isZero();
  }
}
