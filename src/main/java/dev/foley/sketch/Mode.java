package dev.foley.sketch;

/** Seven-note scales, as semitones above the tonic. */
enum Mode {
  MAJOR(0, 2, 4, 5, 7, 9, 11),
  LYDIAN(0, 2, 4, 6, 7, 9, 11),
  MIXOLYDIAN(0, 2, 4, 5, 7, 9, 10),
  MINOR(0, 2, 3, 5, 7, 8, 10),
  DORIAN(0, 2, 3, 5, 7, 9, 10),
  PHRYGIAN(0, 1, 3, 5, 7, 8, 10),
  HARMONIC_MINOR(0, 2, 3, 5, 7, 8, 11),
  LOCRIAN(0, 1, 3, 5, 6, 8, 10);

  @SuppressWarnings("ImmutableEnumChecker") // never written to after construction
  private final int[] semitones;

  Mode(int... semitones) {
    this.semitones = semitones;
  }

  /**
   * @param degree 0 is the tonic, 7 the tonic an octave up; negative ones lie below
   * @return semitones above the tonic
   */
  int semitones(int degree) {
    return 12 * Math.floorDiv(degree, 7) + semitones[Math.floorMod(degree, 7)];
  }

  /** Whether the third is minor. */
  boolean minor() {
    return semitones[2] == 3;
  }
}
