package dev.foley.sketch;

/**
 * @param first its first bar, from 0
 */
record Section(Kind kind, int first, int bars) {
  int end() {
    return first + bars;
  }

  /** What a section is for, and so who plays: {@code drums} is the intensity of {@link Groove.Row}, 0 for none. */
  enum Kind {
    INTRO(1, 0.75, false, false), VERSE(2, 0.85, true, true), MAIN(3, 1, true, true), BREAK(1, 0.75, false,
        true),
    OUTRO(2, 0.85, true, false);

    private final int drums;
    private final double loudness;
    private final boolean bass;
    private final boolean lead;

    Kind(int drums, double loudness, boolean bass, boolean lead) {
      this.drums = drums;
      this.loudness = loudness;
      this.bass = bass;
      this.lead = lead;
    }

    int drums() {
      return drums;
    }

    /** Factor on velocities. */
    double loudness() {
      return loudness;
    }

    boolean plays(Part part) {
      return switch (part) {
        case DRUMS -> drums > 0;
        case BASS -> bass;
        case CHORDS, PAD -> true;
        case LEAD -> lead;
      };
    }
  }
}
