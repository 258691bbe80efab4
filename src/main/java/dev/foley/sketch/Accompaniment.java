package dev.foley.sketch;

import dev.foley.sketch.Score.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Writes the chords: in rhythm ({@code x} the whole chord, {@code u} its upper notes), broken ({@code 1} to {@code 5}: its
 * notes from below), or, for a pad, held as long as the harmony stays.
 */
final class Accompaniment {
  private final Plan plan;
  private final Ensemble ensemble;
  private final Seat seat;
  private final RandomGenerator random;
  private final Voicing voicing;

  Accompaniment(Plan plan, Ensemble ensemble, Seat seat, RandomGenerator random) {
    this.plan = plan;
    this.ensemble = ensemble;
    this.seat = seat;
    this.random = random;
    int middle = (seat.instrument().lowest() + seat.instrument().highest()) / 2;
    voicing = new Voicing(Math.min(middle, seat.part() == Part.PAD ? 62 : 60) + (middle > 72 ? 12 : 0),
        ensemble.seats().containsKey(Part.BASS));
  }

  List<Note> write() {
    List<Note> notes = seat.part() == Part.PAD ? held() : rhythmic();
    // The last chord opens from its root, wider than those before.
    List<Integer> chord = new ArrayList<>(voicing.next(plan.harmony().home()));
    if (seat.part() == Part.CHORDS) {
      chord.add(plan.harmony().home().rootNear(chord.getFirst() - 9));
    }
    chord.forEach(pitch -> notes.add(new Note(plan.timeline().end(), plan.finalBeats(), pitch, 0.8)));
    return notes;
  }

  private List<Note> held() {
    List<Note> notes = new ArrayList<>();
    for (Section section : plan.sections()) {
      if (!ensemble.plays(seat, section.kind())) {
        continue;
      }
      for (int bar = section.first(); bar < section.end();) {
        Chord chord = plan.harmony().at(bar);
        int next = bar + 1;
        while (next < section.end() && plan.harmony().at(next).equals(chord)) {
          next++;
        }
        double beat = plan.barBeat(bar);
        double beats = plan.held(beat, plan.barBeat(next) - beat);
        double velocity = 0.72 * section.kind().loudness();
        voicing.next(chord).forEach(pitch -> notes.add(new Note(beat, beats, pitch, velocity)));
        bar = next;
      }
    }
    return notes;
  }

  private List<Note> rhythmic() {
    List<Note> notes = new ArrayList<>();
    Steps pattern = seat.patterns().get(random.nextInt(seat.patterns().size()));
    for (Section section : plan.sections()) {
      if (!ensemble.plays(seat, section.kind())) {
        continue;
      }
      for (int bar = section.first(); bar < section.end(); bar++) {
        List<Integer> chord = voicing.next(plan.harmony().at(bar));
        for (Steps.Step step : pattern.bar(bar - section.first(), plan.timeline().beatsPerBar())) {
          double beat = plan.barBeat(bar) + step.beat();
          if (plan.before(beat)) {
            double velocity = (step.beat() % 1 == 0 ? 0.78 : 0.68) * section.kind().loudness();
            play(notes, step, beat, chord, velocity);
          }
        }
      }
    }
    return notes;
  }

  private void play(List<Note> notes, Steps.Step step, double beat, List<Integer> chord, double velocity) {
    double beats = plan.held(beat, step.beats() * 0.96);
    if (Character.isDigit(step.symbol())) {
      int index = step.symbol() - '1';
      int pitch = chord.get(index % chord.size()) + 12 * (index / chord.size());
      // A broken chord rings on, as under a pedal.
      notes.add(new Note(beat, plan.held(beat, Math.max(step.beats(), 1)), pitch, velocity));
      return;
    }
    int from = step.symbol() == 'u' ? chord.size() / 2 : 0;
    for (int pitch : chord.subList(from, chord.size())) {
      notes.add(new Note(beat, beats, pitch, step.symbol() == 'u' ? velocity * 0.8 : velocity));
    }
  }
}
