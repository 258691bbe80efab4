package dev.foley.audio;

/** A transparent sheet to draw on in two colours, the second always on top of the first; round edges are smooth. */
final class InkCanvas {
  /** Which colour. */
  enum Ink {
    FIRST, SECOND
  }

  /** Shades from nothing to full: of the first colour over nothing, and of the second over the first. */
  private static final int SHADES = 5;
  private static final int SAMPLES_PER_SIDE = 4;

  private final int width;
  private final byte[] pixels;
  private final int[] palette;

  InkCanvas(int width, int height, int firstRgb, int secondRgb) {
    this.width = width;
    this.pixels = new byte[width * height];
    this.palette = new int[1 + 2 * SHADES];
    for (int shade = 1; shade <= SHADES; shade++) {
      palette[shade] = (0xFF * shade / SHADES) << 24 | firstRgb;
      palette[SHADES + shade] = 0xFF << 24 | mixed(firstRgb, secondRgb, shade);
    }
  }

  private static int mixed(int from, int to, int shade) {
    int rgb = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int a = from >> shift & 0xFF;
      int b = to >> shift & 0xFF;
      rgb |= (a + (b - a) * shade / SHADES) << shift;
    }
    return rgb;
  }

  /** Of the first colour. */
  void rectangle(int left, int top, int columns, int rows) {
    for (int y = top; y < top + rows; y++) {
      for (int x = left; x < left + columns; x++) {
        ink(x, y, SHADES, Ink.FIRST);
      }
    }
  }

  /**
   * An upright bar with half circles as ends.
   *
   * @param centre the row it is mirrored at
   * @param height even, at least {@code columns}
   */
  void bar(int left, int centre, int columns, int height, Ink ink) {
    double radius = columns / 2.0;
    for (int y = centre - height / 2; y < centre + height / 2; y++) {
      for (int x = left; x < left + columns; x++) {
        int covered = 0;
        for (int sample = 0; sample < SAMPLES_PER_SIDE * SAMPLES_PER_SIDE; sample++) {
          int column = sample % SAMPLES_PER_SIDE;
          int row = sample / SAMPLES_PER_SIDE;
          double across = x - left - radius + (column + 0.5) / SAMPLES_PER_SIDE;
          double along = Math.abs(y - centre + (row + 0.5) / SAMPLES_PER_SIDE);
          double beyond = Math.max(0, along - (height / 2.0 - radius));
          covered += across * across + beyond * beyond <= radius * radius ? 1 : 0;
        }
        ink(x, y, Math.round((float) covered * SHADES / (SAMPLES_PER_SIDE * SAMPLES_PER_SIDE)), ink);
      }
    }
  }

  private void ink(int x, int y, int shade, Ink ink) {
    int index = shade == 0 ? 0 : ink == Ink.FIRST ? shade : SHADES + shade;
    pixels[y * width + x] = (byte) Math.max(pixels[y * width + x], index);
  }

  byte[] png() {
    return IndexedPng.write(width, pixels, palette);
  }
}
