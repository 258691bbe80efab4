package dev.foley.sketch;

/** White noise in [-1, 1): Marsaglia's xorshift64*, a few operations a sample. */
final class Noise {
  private long state;

  Noise(long seed) {
    state = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
    if (state == 0) {
      state = 1;
    }
  }

  float next() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return (int) ((state * 0x2545F4914F6CDD1DL) >>> 32) * 0x1p-31f;
  }
}
