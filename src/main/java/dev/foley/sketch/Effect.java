package dev.foley.sketch;

/** Something a channel passes through. Keeps its state from block to block. */
interface Effect {
  void process(float[] left, float[] right, int count);
}
