package dev.foley.sketch;

/** One sounding note. One thread at a time. */
interface Voice {
  /**
   * Adds the next frames to {@code left} and {@code right} from index {@code from} to {@code to}, exclusive.
   *
   * @return false once the note has died away
   */
  boolean render(float[] left, float[] right, int from, int to);
}
