package dev.foley.sketch;

import java.util.List;

/** What all players share: when, in which key, over which chords. */
record Plan(Timeline timeline, Key key, List<Section> sections, Harmony harmony) {
  double barBeat(int bar) {
    return (double) bar * timeline.beatsPerBar();
  }

  /** Whether a beat lies before the final chord. */
  boolean before(double beat) {
    return beat < timeline.end() - 1e-9;
  }

  /** The given length, cut where the final chord begins. */
  double held(double beat, double beats) {
    return Math.min(beats, timeline.end() - beat);
  }

  /** Beats for which the final chord is held; what is left of the clip is its dying away. */
  double finalBeats() {
    return 0.9 * timeline.tail();
  }
}
