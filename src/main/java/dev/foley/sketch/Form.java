package dev.foley.sketch;

import dev.foley.sketch.Section.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The sections of a piece, sized to its length: a short clip comes to the point at once, a long one has an introduction,
 * verses, a break and a way out.
 */
final class Form {
  /** What follows an introduction, again and again. */
  private static final List<Kind> CYCLE = List.of(Kind.VERSE, Kind.MAIN, Kind.MAIN, Kind.BREAK, Kind.VERSE, Kind.MAIN);
  private static final int SHORT_BARS = 6;

  private Form() {}

  static List<Section> of(int bars) {
    List<Section> sections = new ArrayList<>();
    int at = 0;
    int intro = bars < SHORT_BARS ? 0 : introduction(bars);
    int outro = bars < 24 ? 0 : 4;
    if (intro > 0) {
      sections.add(new Section(Kind.INTRO, 0, intro));
      at = intro;
    }
    int phrase = bars < 40 ? 4 : 8;
    int end = bars - outro;
    if (end - at <= 3 * phrase) {
      // Too short for contrast: one verse at most, then all of it.
      if (end - at > 2 * phrase) {
        sections.add(new Section(Kind.VERSE, at, phrase));
        at += phrase;
      }
      if (end > at) {
        sections.add(new Section(Kind.MAIN, at, end - at));
      }
    } else {
      at = cycle(sections, at, end, phrase);
    }
    if (outro > 0) {
      sections.add(new Section(Kind.OUTRO, end, outro));
    }
    return List.copyOf(sections);
  }

  private static int cycle(List<Section> sections, int start, int end, int phrase) {
    int at = start;
    for (int i = 0; at < end; i++) {
      int left = end - at;
      // What is left over joins the last section, which is a full one.
      boolean last = left < 2 * phrase;
      Kind kind = last ? Kind.MAIN : CYCLE.get(i % CYCLE.size());
      int length = last ? left : phrase;
      sections.add(new Section(kind, at, length));
      at += length;
    }
    return at;
  }

  /** An eighth of the piece, such that what follows is made of whole phrases of four bars. */
  private static int introduction(int bars) {
    int remainder = bars % 4;
    int eighth = Math.max(1, bars / 8);
    if (remainder > 0 && remainder <= eighth + 1) {
      return remainder + (eighth >= 4 ? 4 : 0);
    }
    return eighth >= 3 ? 4 : remainder == 0 ? 2 : remainder;
  }
}
