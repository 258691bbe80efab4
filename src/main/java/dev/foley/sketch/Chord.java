package dev.foley.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * @param root pitch class, 0 = C to 11 = B
 * @param intervals semitones above the root, ascending, the first being 0
 */
record Chord(int root, List<Integer> intervals) {
  /** The major triad and minor seventh that lead home by a fifth. */
  private static final List<Integer> DOMINANT = List.of(0, 4, 7, 10);

  Chord {
    intervals = List.copyOf(intervals);
    if (intervals.isEmpty() || intervals.getFirst() != 0) {
      throw new IllegalArgumentException("a chord begins with its root: " + intervals);
    }
  }

  /**
   * The chord on one degree of the scale.
   *
   * @param degree 0 to 6
   */
  static Chord diatonic(Key key, int degree, Colour colour) {
    int root = key.mode().semitones(degree);
    List<Integer> intervals = new ArrayList<>();
    for (int step : colour.degrees()) {
      intervals.add(key.mode().semitones(degree + step) - root);
    }
    return new Chord(Math.floorMod(key.tonic() + root, 12), intervals);
  }

  /** The dominant seventh on one degree, whatever the scale has there. */
  static Chord dominant(Key key, int degree) {
    return new Chord(Math.floorMod(key.tonic() + key.mode().semitones(degree), 12), DOMINANT);
  }

  boolean contains(int pitch) {
    return intervals.stream().anyMatch(interval -> Math.floorMod(root + interval - pitch, 12) == 0);
  }

  /** The chord's note next to {@code pitch}; above it, where two are as near. */
  int nearest(int pitch) {
    for (int distance = 0;; distance++) {
      if (contains(pitch + distance)) {
        return pitch + distance;
      }
      if (contains(pitch - distance)) {
        return pitch - distance;
      }
    }
  }

  /** The root nearest to {@code pitch}. */
  int rootNear(int pitch) {
    return pitch + Math.floorMod(root - pitch + 6, 12) - 6;
  }
}
