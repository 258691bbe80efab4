package dev.foley.sketch;

import dev.foley.sketch.Score.Line;
import dev.foley.sketch.Score.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/** One instrument playing its line. */
final class LineStem implements Stem {
  private static final double STRUM_SECONDS = 0.013;
  private static final double ROLL_SECONDS = 0.004;

  private final Patch patch;
  private final RandomGenerator random;
  private final List<Played> notes;
  private final List<Voice> sounding = new ArrayList<>();
  private int next;

  LineStem(Line line, Performance performance, RandomGenerator random) {
    patch = Patches.of(line.instrument());
    this.random = random;
    notes = perform(line, performance, random);
  }

  private static List<Played> perform(Line line, Performance performance, RandomGenerator random) {
    List<Note> written = new ArrayList<>(line.notes());
    written.sort(Comparator.comparingDouble(Note::beat).thenComparingInt(Note::pitch));
    double spread = line.instrument().strummed() ? STRUM_SECONDS : ROLL_SECONDS;
    List<Played> played = new ArrayList<>();
    double chordBeat = -1;
    int chordFrame = 0;
    int inChord = 0;
    for (Note note : written) {
      if (note.beat() != chordBeat) {
        chordBeat = note.beat();
        chordFrame = performance.frame(note.beat(), random);
        inChord = 0;
      }
      int start = chordFrame + (int) (inChord++ * spread * Dsp.SAMPLE_RATE);
      int end = performance.frame(note.beat() + note.beats());
      double velocity = Math.max(0.1, Math.min(1, note.velocity() * (1 + 0.05 * random.nextGaussian())));
      played.add(new Played(start, Math.max(64, end - start), note.pitch(), velocity));
    }
    played.sort(Comparator.comparingInt(Played::start));
    return played;
  }

  @Override
  public void render(float[] left, float[] right, int start, int count) {
    for (Iterator<Voice> voices = sounding.iterator(); voices.hasNext();) {
      if (!voices.next().render(left, right, 0, count)) {
        voices.remove();
      }
    }
    while (next < notes.size() && notes.get(next).start() < start + count) {
      Played note = notes.get(next++);
      Voice voice = patch.voice(note.pitch(), note.velocity(), note.frames(), random);
      if (voice.render(left, right, Math.max(0, note.start() - start), count)) {
        sounding.add(voice);
      }
    }
  }

  /**
   * @param start frame on which it begins
   * @param frames until it is let go
   */
  private record Played(int start, int frames, int pitch, double velocity) {}
}
