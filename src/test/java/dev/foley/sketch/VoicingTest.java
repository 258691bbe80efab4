package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VoicingTest {
  private static final Key C_MAJOR = new Key(0, Mode.MAJOR);

  @Test
  void keepsTheNotesOfTheChord() {
    List<Integer> notes = new Voicing(60, false).next(Chord.diatonic(C_MAJOR, 1, Colour.SEVENTH));

    Set<Integer> classes = notes.stream().map(note -> note % 12).collect(Collectors.toSet());
    assertThat(classes).containsExactlyInAnyOrder(2, 5, 9, 0);
    assertThat(notes).isSorted();
  }

  @Test
  void leavesTheRootOfAFullChordToTheBass() {
    Chord chord = Chord.diatonic(C_MAJOR, 0, Colour.NINTH);

    assertThat(new Voicing(60, true).next(chord)).hasSize(4).noneMatch(note -> note % 12 == 0);
    assertThat(new Voicing(60, false).next(chord)).hasSize(5);
  }

  @Test
  void movesEachVoiceByLittle() {
    Voicing voicing = new Voicing(60, false);
    List<Integer> before = voicing.next(Chord.diatonic(C_MAJOR, 0, Colour.TRIAD));
    for (int degree : new int[]{4, 5, 3, 0, 1, 4, 0}) {
      List<Integer> after = voicing.next(Chord.diatonic(C_MAJOR, degree, Colour.TRIAD));
      for (int i = 0; i < after.size(); i++) {
        assertThat(Math.abs(after.get(i) - before.get(i))).isLessThanOrEqualTo(5);
      }
      before = after;
    }
  }

  @Test
  void stepsAlongTheScale() {
    assertThat(C_MAJOR.step(60, 1)).isEqualTo(62);
    assertThat(C_MAJOR.step(60, -1)).isEqualTo(59);
    assertThat(C_MAJOR.step(60, 7)).isEqualTo(72);
    assertThat(C_MAJOR.nearest(61)).isEqualTo(60);
    assertThat(Chord.dominant(C_MAJOR, 4)).isEqualTo(new Chord(7, List.of(0, 4, 7, 10)));
  }
}
