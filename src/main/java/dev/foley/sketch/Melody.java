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
  private final Motif first;
  private final Motif second;
  private final Motif answer;
  private final int centre;

  Melody(Plan plan, Ensemble ensemble, Seat seat, LeadStyle style, RandomGenerator random) {
    this.plan = plan;
    this.ensemble = ensemble;
    this.seat = seat;
    this.style = style;
    centre = Math.max(seat.instrument().lowest() + 7, Math.min(seat.instrument().highest() - 8, 73));
    first = Motif.invent(style, plan.timeline().beatsPerBar(), random);
    second = Motif.invent(style, plan.timeline().beatsPerBar(), random);
    answer = Motif.answer(style, plan.timeline().beatsPerBar(), random);
  }

  List<Note> write() {
    List<Note> notes = new ArrayList<>();
    for (Section section : plan.sections()) {
      if (!ensemble.plays(seat, section.kind())) {
        continue;
      }
      Motif motif = section.kind() == Kind.MAIN ? second : first;
      int lift = section.kind() == Kind.MAIN ? 3 : 0;
      for (int bar = section.first(); bar < section.end(); bar++) {
        int inPhrase = (bar - section.first()) % 4;
        if (section.kind() == Kind.INTRO && inPhrase % 2 == 1) {
          continue;
        }
        boolean cadence = inPhrase == 3;
        bar(notes, cadence ? answer : motif, bar, section, centre + lift, cadence);
      }
    }
    int home = plan.key().pitch(0);
    int end = plan.timeline().end() > 0 ? centre : centre - 5;
    notes.add(new Note(plan.timeline().end(), plan.finalBeats(),
        seat.instrument().fold(home + 12 * Math.round((end - home) / 12f)), 0.8));
    return notes;
  }

  private void bar(List<Note> notes, Motif motif, int bar, Section section, int start, boolean cadence) {
    Chord chord = plan.harmony().at(bar);
    List<Steps.Step> steps = motif.rhythm().bar(0, plan.timeline().beatsPerBar());
    int anchor = chord.nearest(start);
    int pitch = anchor;
    for (int i = 0; i < steps.size(); i++) {
      Steps.Step step = steps.get(i);
      double beat = plan.barBeat(bar) + step.beat();
      boolean rests = cadence && step.beat() >= 0.75 * plan.timeline().beatsPerBar();
      if (rests || !plan.before(beat)) {
        break;
      }
      int before = pitch;
      pitch = plan.key().step(anchor, motif.contour().get(i));
      boolean strong = step.beat() % 2 == 0 || step.beats() >= 1 || style == LeadStyle.ARPEGGIO;
      if (strong) {
        pitch = chord.nearest(pitch);
      } else if (pitch == before) {
        pitch = plan.key().step(pitch, 1);
      }
      pitch = seat.instrument().fold(pitch);
      boolean closing = cadence && i == steps.size() - 1;
      double beats = closing ? plan.timeline().beatsPerBar() - step.beat() : step.beats();
      double velocity = (strong ? 0.82 : 0.68) * section.kind().loudness();
      notes.add(new Note(beat, plan.held(beat, beats * 0.95), pitch, velocity));
    }
  }
}
