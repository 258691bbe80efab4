package dev.foley.audio;

/** The few characters of a time axis, 5 by 7 dots: a slim container has no fonts. */
final class DigitGlyphs {
  static final int HEIGHT = 7;
  /** From one character to the next. */
  private static final int ADVANCE = 6;
  private static final int NARROW_ADVANCE = 4;
  private static final String NARROW = ":.";

  private DigitGlyphs() {}

  /** Takes one dot. */
  @FunctionalInterface
  interface Pen {
    void dot(int x, int y);
  }

  /** Dots from the first to the last. */
  static int width(String text) {
    return text.chars().map(DigitGlyphs::advance).sum() - 1;
  }

  /** @param text digits, colons and full stops */
  static void draw(String text, Pen pen) {
    int left = 0;
    for (int i = 0; i < text.length(); i++) {
      String rows = rows(text.charAt(i));
      int width = advance(text.charAt(i)) - 1;
      for (int dot = 0; dot < rows.length(); dot++) {
        if (rows.charAt(dot) == '#') {
          pen.dot(left + dot % width, dot / width);
        }
      }
      left += advance(text.charAt(i));
    }
  }

  private static int advance(int character) {
    return NARROW.indexOf(character) >= 0 ? NARROW_ADVANCE : ADVANCE;
  }

  private static String rows(char character) {
    return switch (character) {
      case '0' -> ".###." + "#...#" + "#...#" + "#...#" + "#...#" + "#...#" + ".###.";
      case '1' -> "..#.." + ".##.." + "..#.." + "..#.." + "..#.." + "..#.." + ".###.";
      case '2' -> ".###." + "#...#" + "....#" + "...#." + "..#.." + ".#..." + "#####";
      case '3' -> ".###." + "#...#" + "....#" + "..##." + "....#" + "#...#" + ".###.";
      case '4' -> "...#." + "..##." + ".#.#." + "#..#." + "#####" + "...#." + "...#.";
      case '5' -> "#####" + "#...." + "####." + "....#" + "....#" + "#...#" + ".###.";
      case '6' -> "..##." + ".#..." + "#...." + "####." + "#...#" + "#...#" + ".###.";
      case '7' -> "#####" + "....#" + "...#." + "...#." + "..#.." + "..#.." + "..#..";
      case '8' -> ".###." + "#...#" + "#...#" + ".###." + "#...#" + "#...#" + ".###.";
      case '9' -> ".###." + "#...#" + "#...#" + ".####" + "....#" + "...#." + ".##..";
      case ':' -> "..." + "..." + ".#." + "..." + ".#." + "..." + "...";
      case '.' -> "..." + "..." + "..." + "..." + "..." + "..." + ".#.";
      default -> throw new IllegalArgumentException("no glyph for " + character);
    };
  }
}
