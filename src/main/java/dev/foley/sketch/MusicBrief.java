package dev.foley.sketch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a prompt asks for, as far as the sketch understands it; what is left open is the composer's choice.
 *
 * @param featured instruments named, in the order of the prompt
 * @param excluded instruments named as unwanted
 * @param wanted chairs that are to be filled
 * @param absent chairs that are to stay empty
 * @param alone whether nobody else is to play
 */
record MusicBrief(Genre genre, Pace pace, Tonality tonality, Mood mood, List<Instrument> featured,
    Set<Instrument> excluded, Set<Part> wanted, Set<Part> absent, boolean alone,
    Set<Texture> textures) {
  MusicBrief {
    featured = List.copyOf(featured);
    excluded = Set.copyOf(excluded);
    wanted = Set.copyOf(wanted);
    absent = Set.copyOf(absent);
    textures = Set.copyOf(textures);
  }

  /**
   * @param bpm as stated, in beats per minute
   * @param factor on the genre's own tempo, where none is stated
   */
  record Pace(OptionalDouble bpm, double factor) {}

  /**
   * @param tonic pitch class, as stated
   * @param gloom above zero towards a minor key, below towards a major one
   */
  record Tonality(OptionalInt tonic, Optional<Mode> mode, double gloom) {}

  /**
   * Each is 0 where nothing is said, and stays within ±1.
   *
   * @param energy how much plays, and how hard
   * @param brightness treble
   * @param space reverb
   */
  record Mood(double energy, double brightness, double space) {}
}
