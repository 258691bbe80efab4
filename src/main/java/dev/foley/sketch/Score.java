package dev.foley.sketch;

import java.util.List;

/**
 * A composition. Times are beats from the start.
 *
 * @param lines one for each instrument
 * @param hits of the drums, in no particular order
 */
record Score(Timeline timeline, Key key, List<Line> lines, Kit kit, List<Hit> hits) {
  Score {
    lines = List.copyOf(lines);
    hits = List.copyOf(hits);
  }

  /**
   * @param featured whether the prompt named it
   */
  record Line(Part part, Instrument instrument, boolean featured, List<Note> notes) {}

  /**
   * @param pitch MIDI note number
   * @param velocity 0 to 1
   */
  record Note(double beat, double beats, int pitch, double velocity) {}

  record Hit(double beat, Drum drum, double velocity) {}
}
