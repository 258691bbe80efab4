package dev.foley.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * A rhythm written as text, one character for each sixteenth: {@code .} rests, {@code -} holds the note before it, spaces
 * are for the eye, and any other character begins a note, whose meaning is the reader's. Longer than a bar it runs on over
 * the following bars; a bar shorter than the text cuts it.
 */
final class Steps {
  /** Sixteenths in a beat. */
  static final int PER_BEAT = 4;

  private final String text;

  Steps(String text) {
    this.text = text.replace(" ", "");
    if (this.text.isEmpty()) {
      throw new IllegalArgumentException("a rhythm needs at least one step");
    }
  }

  /**
   * @param bar counted from the start of the section
   * @return the notes that begin in that bar
   */
  List<Step> bar(int bar, int beatsPerBar) {
    int steps = beatsPerBar * PER_BEAT;
    int bars = Math.max(1, text.length() / steps);
    int first = Math.floorMod(bar, bars) * steps;
    List<Step> notes = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      char symbol = text.charAt((first + i) % text.length());
      if (symbol == '.' || symbol == '-') {
        continue;
      }
      int length = 1;
      while (i + length < steps && text.charAt((first + i + length) % text.length()) == '-') {
        length++;
      }
      notes.add(new Step((double) i / PER_BEAT, (double) length / PER_BEAT, symbol));
    }
    return notes;
  }

  /**
   * @param beat from the start of the bar
   * @param beats how long it is held
   */
  record Step(double beat, double beats, char symbol) {}
}
