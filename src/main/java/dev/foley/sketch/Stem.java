package dev.foley.sketch;

/** One channel of the mixing desk before its fader. Rendered block by block, in order. */
interface Stem {
  /** Adds frames {@code start} to {@code start + count} of the piece to the first {@code count} places of the arrays. */
  void render(float[] left, float[] right, int start, int count);
}
