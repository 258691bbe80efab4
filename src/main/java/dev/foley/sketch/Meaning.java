package dev.foley.sketch;

/** What a word of a prompt asks for. */
sealed interface Meaning {
  /**
   * @param strong a noun such as "jazz"; an adjective such as "jazzy" yields to any noun
   */
  record Play(Genre genre, boolean strong) implements Meaning {}

  /**
   * @param particular false for a word such as "guitar", which the genre may interpret
   */
  record Feature(Instrument instrument, boolean particular) implements Meaning {}

  /** A chair of the band, without saying who sits there. */
  record Seat(Part part) implements Meaning {}

  /** A chair that stays empty, said in one word: "drumless". */
  record Empty(Part part) implements Meaning {}

  record Surround(Texture texture) implements Meaning {}

  record Scale(Mode mode) implements Meaning {}

  /** A tempo in beats per minute, said as a word: "allegro". */
  record Speed(int bpm) implements Meaning {}

  /** Nobody but the instruments named. */
  record Alone() implements Meaning {}

  /** One player without the others, or one player in front of them. */
  record Solo() implements Meaning {}

  /**
   * @param gloom towards a minor key (positive) or a major one (negative)
   * @param energy added to the genre's own
   * @param brightness of the whole sound, positive for more treble
   * @param pace factor on the tempo
   * @param space added to the genre's reverb
   */
  record Feel(double gloom, double energy, double brightness, double pace, double space) implements Meaning {}
}
