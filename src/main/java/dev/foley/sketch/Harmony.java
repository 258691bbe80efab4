package dev.foley.sketch;

import dev.foley.sketch.Section.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The chord of every bar, and the last one, which is home. */
record Harmony(List<Chord> bars, Chord home) {
  Harmony {
    bars = List.copyOf(bars);
  }

  static Harmony compose(Style.Harmony style, Key key, List<Section> sections, RandomGenerator random) {
    List<String> choices = style.palette().progressions(key.mode());
    int first = random.nextInt(choices.size());
    String main = choices.get(first);
    String contrast = choices.get((first + 1 + random.nextInt(Math.max(1, choices.size() - 1))) % choices.size());
    List<Chord> bars = new ArrayList<>();
    for (Section section : sections) {
      String[] degrees = (section.kind() == Kind.BREAK ? contrast : main).split(" ", -1);
      for (int bar = 0; bar < section.bars(); bar++) {
        bars.add(chord(key, degrees[bar / style.barsPerChord() % degrees.length], style.colour()));
      }
    }
    if (bars.size() > 2) {
      bars.set(bars.size() - 1, cadence(style, key, bars.get(bars.size() - 2)));
    }
    Colour last = style.colour() == Colour.NINTH
        ? Colour.NINTH
        : style.colour() == Colour.POWER ? Colour.POWER : Colour.TRIAD;
    return new Harmony(bars, Chord.diatonic(key, 0, last));
  }

  private static Chord chord(Key key, String degree, Colour colour) {
    int step = degree.charAt(0) - '1';
    return degree.endsWith("!") ? Chord.dominant(key, step) : Chord.diatonic(key, step, colour);
  }

  /** The bar before the end leans homewards: by the dominant where the style knows it, else by the mode's own way. */
  private static Chord cadence(Style.Harmony style, Key key, Chord before) {
    int degree = switch (key.mode()) {
      case MAJOR, LYDIAN, HARMONIC_MINOR -> 4;
      case MINOR, DORIAN, MIXOLYDIAN -> 6;
      case PHRYGIAN, LOCRIAN -> 1;
    };
    Chord cadence = switch (style.palette()) {
      case CLASSICAL, JAZZ, BOSSA, EPIC, BLUES -> Chord.dominant(key, 4);
      default -> Chord.diatonic(key, degree, style.colour());
    };
    return cadence.root() == before.root() ? Chord.diatonic(key, 3, style.colour()) : cadence;
  }

  /** The chord of a bar; after the last bar, home. */
  Chord at(int bar) {
    return bar < bars.size() ? bars.get(bar) : home;
  }
}
