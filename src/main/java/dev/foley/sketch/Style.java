package dev.foley.sketch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes a genre: rhythm, harmony, band, room. */
record Style(Rhythm rhythm, Harmony harmony, Band band, Room room) {

  /**
   * @param slowest usual tempo, beats per minute
   * @param swing where the second of two notes falls, 0.5 even to 0.67 triplets
   * @param swungSteps sixteenths of one such note: 1 or 2
   */
  record Rhythm(int slowest, int fastest, Groove groove, double swing, int swungSteps, int beatsPerBar) {
    static Rhythm even(int slowest, int fastest, Groove groove) {
      return new Rhythm(slowest, fastest, groove, 0.5, 1, 4);
    }

    static Rhythm swung(int slowest, int fastest, Groove groove, double swing) {
      return new Rhythm(slowest, fastest, groove, swing, 2, 4);
    }

    static Rhythm shuffled(int slowest, int fastest, Groove groove, double swing) {
      return new Rhythm(slowest, fastest, groove, swing, 1, 4);
    }

    static Rhythm threeFour(int slowest, int fastest) {
      return new Rhythm(slowest, fastest, Groove.WALTZ, 0.5, 1, 3);
    }
  }

  /**
   * @param barsPerChord 1, 2 or more
   * @param modes what it is written in, the most usual first
   */
  record Harmony(Palette palette, Colour colour, int barsPerChord, List<Mode> modes) {
    Harmony(Palette palette, Colour colour, int barsPerChord, Mode... modes) {
      this(palette, colour, barsPerChord, List.of(modes));
    }
  }

  /** Who plays unless the prompt says otherwise. */
  record Band(Map<Part, Player> players, LeadStyle leadStyle) {
    Band(LeadStyle leadStyle, Player... players) {
      this(Stream.of(players).collect(Collectors.toUnmodifiableMap(Player::part, player -> player)), leadStyle);
    }
  }

  /**
   * @param patterns to choose from; see {@link BassLine} and {@link Accompaniment} for the signs; none for a pad or a lead
   */
  record Player(Part part, Instrument instrument, List<Steps> patterns) {
    static Player bass(Instrument instrument, String... patterns) {
      return new Player(Part.BASS, instrument, Stream.of(patterns).map(Steps::new).toList());
    }

    static Player chords(Instrument instrument, String... patterns) {
      return new Player(Part.CHORDS, instrument, Stream.of(patterns).map(Steps::new).toList());
    }

    static Player pad(Instrument instrument) {
      return new Player(Part.PAD, instrument, List.of());
    }

    static Player lead(Instrument instrument) {
      return new Player(Part.LEAD, instrument, List.of());
    }
  }

  /**
   * All from 0 to 1.
   *
   * @param reverb how large and how loud
   * @param echo of the lead and the chords
   * @param duck by how much the kick pushes the others away
   * @param grit of tape and old samplers
   */
  record Room(double reverb, double echo, double duck, double grit) {}
}
