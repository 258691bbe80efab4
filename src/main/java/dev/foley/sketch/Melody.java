package dev.foley.sketch;

import dev.foley.sketch.Score.Note;
import dev.foley.sketch.Section.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Writes a tune of two motifs, each a bar of rhythm and a contour. A phrase has four bars: motif, motif moved to the next
 * chord, motif again, answer; strong beats take notes of the chord, so that the same motif fits each of them.
 */
final class Melody {
  private final Plan plan;
  private final Ensemble ensemble;
  private final Seat seat;
  private final LeadStyle style;
  private final RandomGenerator random;
  private final Motif first;
  private final Motif second;
  private final Motif answer;
  private final int centre;

  Melody(Plan plan, Ensemble ensemble, Seat seat, LeadStyle style, RandomGenerator random) {
    this.plan = plan;
    this.ensemble = ensemble;
    this.seat = seat;
    this.style = style;
    this.random = random;
    centre = Math.max(seat.instrument().lowest() + 7, Math.min(seat.instrument().highest() - 8, 73));
    first = motif();
    second = motif();
    answer = motif();
  }

  private Motif motif() {
    Steps rhythm = style.rhythms().get(random.nextInt(style.rhythms().size()));
    List<Integer> moves = new ArrayList<>();
    int drift = 0;
    for (int i = 0; i < 16; i++) {
      // Small steps mostly; a leap is followed by a step back, as singers like it.
      int move = random.nextInt(4) == 0 ? random.nextInt(1, style.leap() + 1) : random.nextInt(3) == 0 ? 0 : 1;
      int signed = drift > 2 ? -move : drift < -2 ? move : random.nextBoolean() ? move : -move;
      drift += signed;
      moves.add(signed);
    }
    return new Motif(rhythm, moves);
  }

  List<Note> write() {
    List<Note> notes = new ArrayList<>();
    for (Section section : plan.sections()) {
      if (!ensemble.plays(seat, section.kind())) {
        continue;
      }
      Motif motif = section.kind() == Kind.MAIN ? second : first;
      int lift = section.kind() == Kind.MAIN ? 3 : 0;
      int last = centre + lift;
      for (int bar = section.first(); bar < section.end(); bar++) {
        int inPhrase = (bar - section.first()) % 4;
        if (section.kind() == Kind.INTRO && inPhrase % 2 == 1) {
          continue;
        }
        boolean cadence = inPhrase == 3;
        last = bar(notes, cadence ? answer : motif, bar, section, inPhrase % 2 == 0 ? centre + lift : last, cadence);
      }
    }
    int home = plan.key().pitch(0);
    int end = plan.timeline().end() > 0 ? centre : centre - 5;
    notes.add(new Note(plan.timeline().end(), plan.finalBeats(),
        seat.instrument().fold(home + 12 * Math.round((end - home) / 12f)), 0.8));
    return notes;
  }

  private int bar(List<Note> notes, Motif motif, int bar, Section section, int start, boolean cadence) {
    Chord chord = plan.harmony().at(bar);
    List<Steps.Step> steps = motif.rhythm().bar(0, plan.timeline().beatsPerBar());
    int pitch = chord.nearest(start);
    for (int i = 0; i < steps.size(); i++) {
      Steps.Step step = steps.get(i);
      double beat = plan.barBeat(bar) + step.beat();
      boolean rests = cadence && step.beat() >= 0.75 * plan.timeline().beatsPerBar();
      if (rests || !plan.before(beat)) {
        break;
      }
      if (i > 0) {
        pitch = plan.key().step(pitch, motif.moves().get(i % motif.moves().size()));
      }
      boolean strong = step.beat() % 2 == 0 || step.beats() >= 1 || style == LeadStyle.ARPEGGIO;
      pitch = seat.instrument().fold(strong ? chord.nearest(pitch) : plan.key().nearest(pitch));
      boolean closing = cadence && i == steps.size() - 1;
      double beats = closing ? plan.timeline().beatsPerBar() - step.beat() : step.beats();
      double velocity = (strong ? 0.82 : 0.68) * section.kind().loudness();
      notes.add(new Note(beat, plan.held(beat, beats * 0.95), pitch, velocity));
    }
    return pitch;
  }

  /**
   * @param moves in steps of the scale, from each note to the next
   */
  private record Motif(Steps rhythm, List<Integer> moves) {}
}
