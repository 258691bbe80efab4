package dev.foley.sketch;

/** How many thirds a chord is piled up of, as scale degrees above its root. */
enum Colour {
  POWER(0, 4, 7), TRIAD(0, 2, 4), SUSPENDED(0, 1, 4), SEVENTH(0, 2, 4, 6), NINTH(0, 2, 4, 6, 8);

  @SuppressWarnings("ImmutableEnumChecker") // never written to after construction
  private final int[] degrees;

  Colour(int... degrees) {
    this.degrees = degrees;
  }

  int[] degrees() {
    return degrees.clone();
  }
}
