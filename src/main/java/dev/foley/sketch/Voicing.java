package dev.foley.sketch;

import java.util.ArrayList;
import java.util.List;

/** Lays out chords so that each moves as little as possible from the one before. */
final class Voicing {
  private final int centre;
  private final boolean rootless;
  private List<Integer> last = List.of();

  /**
   * @param centre MIDI note around which the chords lie
   * @param rootless whether the bass has the root, so that a chord of five notes does without it
   */
  Voicing(int centre, boolean rootless) {
    this.centre = centre;
    this.rootless = rootless;
  }

  /** MIDI notes, ascending, three at least. */
  List<Integer> next(Chord chord) {
    List<Integer> best = List.of();
    double least = Double.MAX_VALUE;
    List<Integer> intervals = chord.intervals();
    if (rootless && intervals.size() > 4) {
      intervals = intervals.subList(1, intervals.size());
    }
    for (int inversion = 0; inversion < intervals.size(); inversion++) {
      for (int octave = -1; octave <= 1; octave++) {
        List<Integer> candidate = layOut(intervals, inversion, chord.rootNear(centre) + 12 * octave);
        double cost = cost(candidate);
        if (cost < least) {
          least = cost;
          best = candidate;
        }
      }
    }
    last = best;
    return best;
  }

  /** Each note above the one before it, beginning with the given one. */
  private static List<Integer> layOut(List<Integer> intervals, int inversion, int root) {
    List<Integer> notes = new ArrayList<>();
    int last = Integer.MIN_VALUE;
    for (int i = 0; i < intervals.size(); i++) {
      int note = root + intervals.get((inversion + i) % intervals.size());
      while (note <= last) {
        note += 12;
      }
      notes.add(note);
      last = note;
    }
    if (notes.size() < 3) {
      notes.add(notes.getFirst() + 12);
      notes.sort(null);
    }
    return List.copyOf(notes);
  }

  private double cost(List<Integer> notes) {
    double mean = notes.stream().mapToInt(Integer::intValue).average().orElse(centre);
    double cost = 0.6 * Math.abs(mean - centre) + 0.15 * (notes.getLast() - notes.getFirst());
    for (int note : notes) {
      cost += last.stream().mapToInt(old -> Math.abs(old - note)).min().orElse(0) * 0.5;
    }
    // Seconds at the bottom of a chord are mud.
    return notes.get(1) - notes.getFirst() < 3 ? cost + 4 : cost;
  }
}
