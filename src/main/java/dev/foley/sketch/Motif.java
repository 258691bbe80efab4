package dev.foley.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A musical idea of one bar.
 *
 * @param contour of each note, in steps of the scale above the first one
 */
record Motif(Steps rhythm, List<Integer> contour) {
  /** Ways round a chord, in steps of the scale, for melodies that are all chord. */
  private static final List<List<Integer>> WHEELS = List.of(List.of(0, 2, 4, 7), List.of(0, 2, 4, 7, 4, 2),
      List.of(7, 4, 2, 0), List.of(0, 4, 2, 7, 4, 9, 7, 2));

  Motif {
    contour = List.copyOf(contour);
  }

  static Motif invent(LeadStyle style, int beatsPerBar, RandomGenerator random) {
    Line[] lines = Line.values();
    return of(style, beatsPerBar, lines[random.nextInt(lines.length)], random);
  }

  /** An idea that closes a phrase: it falls. */
  static Motif answer(LeadStyle style, int beatsPerBar, RandomGenerator random) {
    return of(style, beatsPerBar, Line.FALL, random);
  }

  private static Motif of(LeadStyle style, int beatsPerBar, Line line, RandomGenerator random) {
    Steps rhythm = style.rhythms().get(random.nextInt(style.rhythms().size()));
    int notes = rhythm.bar(0, beatsPerBar).size();
    return new Motif(rhythm, style == LeadStyle.ARPEGGIO
        ? turn(WHEELS.get(random.nextInt(WHEELS.size())), notes)
        : draw(line, random.nextInt(2, style.range() + 2), notes, random));
  }

  private static List<Integer> turn(List<Integer> wheel, int notes) {
    List<Integer> contour = new ArrayList<>();
    for (int i = 0; i < notes; i++) {
      contour.add(wheel.get(i % wheel.size()));
    }
    return contour;
  }

  private static List<Integer> draw(Line line, int range, int notes, RandomGenerator random) {
    List<Integer> contour = new ArrayList<>();
    for (int i = 0; i < notes; i++) {
      int ornament = i % 2 == 1 ? random.nextInt(-1, 2) : 0;
      contour.add((int) Math.round(range * line.height((double) i / Math.max(1, notes - 1))) + ornament);
    }
    return contour;
  }

  /** The outline of a tune. */
  private enum Line {
    ARCH, VALLEY, RISE, FALL, WAVE;

    /**
     * @param t 0 at the first note, 1 at the last
     */
    double height(double t) {
      return switch (this) {
        case ARCH -> Dsp.sine(t / 2);
        case VALLEY -> -Dsp.sine(t / 2);
        case RISE -> t;
        case FALL -> -t;
        case WAVE -> Dsp.sine(t);
      };
    }
  }
}
