package dev.foley.sketch;

import java.util.ArrayList;
import java.util.List;

/** Lays out chords so that each moves as little as possible from the one before. */
final class Voicing {
  private final int centre;
  private List<Integer> last = List.of();

  /**
   * @param centre MIDI note around which the chords lie
   */
  Voicing(int centre) {
    this.centre = centre;
  }

  /** MIDI notes, ascending: as many as the chord has, and at least three. */
  List<Integer> next(Chord chord) {
    List<Integer> best = List.of();
    double least = Double.MAX_VALUE;
    int size = chord.intervals().size();
    for (int inversion = 0; inversion < size; inversion++) {
      for (int octave = -1; octave <= 1; octave++) {
        List<Integer> candidate = layOut(chord, inversion, chord.rootNear(centre) + 12 * octave);
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

  private static List<Integer> layOut(Chord chord, int inversion, int root) {
    int size = chord.intervals().size();
    List<Integer> notes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int index = inversion + i;
      notes.add(root + chord.intervals().get(index % size) % 12 + 12 * (index / size));
    }
    if (size < 3) {
      notes.add(notes.getFirst() + 12);
    }
    notes.sort(null);
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
