package dev.foley.sketch;

import dev.foley.sketch.Score.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Writes the bass. Signs: {@code R} root, {@code 8} octave, {@code 3 5 7} notes of the chord, {@code w} a walking step,
 * {@code a} a step towards the next root.
 */
final class BassLine {
  private final Plan plan;
  private final Ensemble ensemble;
  private final Seat seat;
  private final RandomGenerator random;
  private int last;

  BassLine(Plan plan, Ensemble ensemble, Seat seat, RandomGenerator random) {
    this.plan = plan;
    this.ensemble = ensemble;
    this.seat = seat;
    this.random = random;
  }

  List<Note> write() {
    List<Note> notes = new ArrayList<>();
    Steps pattern = seat.patterns().get(random.nextInt(seat.patterns().size()));
    int home = seat.instrument().lowest() + 5;
    last = plan.harmony().at(0).rootNear(home);
    for (Section section : plan.sections()) {
      if (!ensemble.plays(seat, section.kind())) {
        continue;
      }
      for (int bar = section.first(); bar < section.end(); bar++) {
        Chord chord = plan.harmony().at(bar);
        int root = seat.instrument().fold(chord.rootNear(home));
        for (Steps.Step step : pattern.bar(bar - section.first(), plan.timeline().beatsPerBar())) {
          double beat = plan.barBeat(bar) + step.beat();
          if (plan.before(beat)) {
            last = pitch(step.symbol(), chord, root, bar);
            double velocity = (step.beat() == 0 ? 0.9 : 0.78) * section.kind().loudness();
            notes.add(new Note(beat, plan.held(beat, step.beats() * 0.95), last, velocity));
          }
        }
      }
    }
    notes.add(
        new Note(plan.timeline().end(), plan.finalBeats(), seat.instrument().fold(plan.harmony().home().rootNear(home)),
            0.9));
    return notes;
  }

  private int pitch(char symbol, Chord chord, int root, int bar) {
    return switch (symbol) {
      case '8' -> root + 12;
      case '3' -> root + interval(chord, 1);
      case '5' -> root + interval(chord, 2);
      case '7' -> chord.intervals().size() > 3 ? root + interval(chord, 3) : plan.key().step(root + 12, -1);
      case 'w' -> walk(chord);
      case 'a' -> plan.key().step(plan.harmony().at(bar + 1).rootNear(last), random.nextBoolean() ? 1 : -1);
      default -> root;
    };
  }

  private int walk(Chord chord) {
    int direction = last > seat.instrument().lowest() + 14
        ? -1
        : last < seat.instrument().lowest() + 5
            ? 1
            : random.nextBoolean() ? 1 : -1;
    int step = plan.key().step(last, direction);
    return random.nextInt(3) > 0 && chord.nearest(step) != last ? chord.nearest(step) : step;
  }

  private static int interval(Chord chord, int index) {
    return chord.intervals().get(Math.min(index, chord.intervals().size() - 1));
  }
}
