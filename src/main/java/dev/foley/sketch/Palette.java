package dev.foley.sketch;

import java.util.List;

/**
 * Chord progressions that belong together. Numbers are degrees of the scale; {@code !} asks for a dominant seventh there.
 * One list for modes with a major third, one for those with a minor third.
 */
enum Palette {
  POP(List.of("1 5 6 4", "1 6 4 5", "6 4 1 5", "1 4 6 5", "1 3 4 5"),
      List.of("1 6 3 7", "1 7 6 7", "1 4 6 5", "6 7 1 1", "1 3 7 4")),
  DANCE(List.of("1 6 4 5", "4 5 6 1", "6 4 1 5", "1 3 6 4"),
      List.of("1 6 3 7", "1 1 6 7", "6 7 1 3", "1 4 6 7")),
  DEEP(List.of("1 1 4 4", "1 2 4 1", "4 3 2 1", "1 6 2 5"),
      List.of("1 1 4 4", "1 4 7 3", "1 7 4 4", "6 7 1 1")),
  STATIC(List.of("1 1 1 1", "1 1 1 7", "1 1 2 2"),
      List.of("1 1 1 1", "1 1 1 6", "1 1 7 1", "1 1 4 1")),
  JAZZ(List.of("2 5! 1 6", "1 6 2 5!", "3 6! 2 5!", "1 4 3 6!"),
      List.of("2 5! 1 1", "1 4 7 3", "1 6 2 5!", "4 7 3 6")),
  LOFI(List.of("2 5 1 6", "4 3 2 1", "1 3 4 5", "2 3 6 5", "4 5 3 6"),
      List.of("1 4 7 3", "6 5 1 1", "4 5 1 3", "1 6 4 5")),
  EPIC(List.of("1 5 6 4", "6 4 1 5", "1 4 2 5", "1 6 4 5"),
      List.of("1 6 3 7", "1 7 6 5!", "1 3 7 4", "1 6 4 5!", "1 4 6 7")),
  CLASSICAL(List.of("1 5 6 3 4 1 4 5!", "1 4 5! 1", "1 6 2 5!", "1 5 1 4 1 2 5! 1"),
      List.of("1 4 5! 1", "1 7 6 5!", "1 6 4 5!", "1 4 7 3 6 2 5! 1")),
  AIRY(List.of("1 4 1 4", "1 3 4 4", "4 1 5 6", "1 2 1 4"),
      List.of("1 6 4 1", "1 3 6 4", "6 1 7 4", "1 4 6 7")),
  DARK(List.of("1 1 6 6", "1 2 1 7"), List.of("1 1 6 6", "1 2 1 2", "1 6 1 5", "1 1 4 6")),
  BLUES(List.of("1! 4! 1! 1! 4! 4! 1! 1! 5! 4! 1! 5!"), List.of("1 4 1 1 4 4 1 1 5! 4 1 5!")),
  ROCK(List.of("1 7 4 1", "1 4 5 4", "1 5 4 4", "6 4 1 5"), List.of("1 7 6 7", "1 6 7 1", "1 3 7 4", "1 4 6 7")),
  METAL(List.of("1 2 1 7", "1 6 7 1"), List.of("1 1 6 7", "1 2 1 7", "1 6 4 5", "1 3 2 1")),
  FOLK(List.of("1 4 1 5", "1 5 6 4", "1 4 5 1", "1 6 4 5"), List.of("1 7 1 7", "1 3 7 1", "1 7 6 7", "1 4 1 7")),
  REGGAE(List.of("1 4 1 5", "1 5 6 4", "1 2 1 2"), List.of("1 4 1 4", "1 7 6 7", "1 4 5 1")),
  BOSSA(List.of("1 1 2 5!", "1 6 2 5!", "1 2 3 6!"), List.of("1 1 4 7", "1 6 2 5!", "1 4 7 3")),
  FUNK(List.of("1 1 4 4", "2 5 2 5", "1 1 1 4"), List.of("1 1 4 4", "1 4 1 4", "1 1 7 4"));

  @SuppressWarnings("ImmutableEnumChecker") // never written to after construction
  private final List<String> major;
  @SuppressWarnings("ImmutableEnumChecker") // never written to after construction
  private final List<String> minor;

  Palette(List<String> major, List<String> minor) {
    this.major = major;
    this.minor = minor;
  }

  List<String> progressions(Mode mode) {
    return mode.minor() ? minor : major;
  }
}
