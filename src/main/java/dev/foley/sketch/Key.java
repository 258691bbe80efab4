package dev.foley.sketch;

/**
 * @param tonic pitch class, 0 = C to 11 = B
 */
record Key(int tonic, Mode mode) {
  Key {
    if (tonic < 0 || tonic > 11) {
      throw new IllegalArgumentException("no such pitch class: " + tonic);
    }
  }

  /**
   * @param degree 0 is the tonic near the C below middle C
   * @return MIDI note number
   */
  int pitch(int degree) {
    return 48 + tonic + mode.semitones(degree);
  }

  /** Whether a note, in any octave, belongs to the scale. */
  boolean contains(int pitch) {
    for (int degree = 0; degree < 7; degree++) {
      if (Math.floorMod(pitch(degree) - pitch, 12) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The note of the scale next to {@code pitch}; below it, where two are as near. */
  int nearest(int pitch) {
    for (int distance = 0;; distance++) {
      if (contains(pitch - distance)) {
        return pitch - distance;
      }
      if (contains(pitch + distance)) {
        return pitch + distance;
      }
    }
  }

  /** The note of the scale {@code steps} above (or below) a note of the scale. */
  int step(int pitch, int steps) {
    int result = nearest(pitch);
    for (int i = 0; i < Math.abs(steps); i++) {
      do {
        result += Integer.signum(steps);
      } while (!contains(result));
    }
    return result;
  }
}
