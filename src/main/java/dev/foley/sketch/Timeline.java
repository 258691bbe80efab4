package dev.foley.sketch;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * How many beats fit the length: music up to the beat {@code end}, there the final chord, which rings until the clip is
 * over.
 *
 * @param bpm beats per minute, constant
 * @param end beat on which the final chord falls: the first of a bar, unless the clip is very short
 * @param seconds length of the clip
 */
record Timeline(double bpm, int beatsPerBar, double end, double seconds) {
  /** Beats below which the final chord need not wait for a bar line. */
  private static final int SHORT_BEATS = 8;
  /** Largest change to a tempo that nobody stated, so that the last bar line falls well. */
  private static final double GIVE = 0.07;

  static Timeline fit(double seconds, double usualBpm, OptionalDouble statedBpm, int beatsPerBar) {
    double ring = ringing(seconds);
    double bpm = statedBpm.orElse(usualBpm);
    double beats = (seconds - ring) * bpm / 60;
    if (statedBpm.isEmpty() && beats >= SHORT_BEATS) {
      double bars = Math.max(1, Math.rint(beats / beatsPerBar));
      double ideal = bars * beatsPerBar * 60 / (seconds - ring);
      bpm = Math.max(bpm * (1 - GIVE), Math.min(bpm * (1 + GIVE), ideal));
      beats = (seconds - ring) * bpm / 60;
    }
    // A hair of tolerance: an ideal tempo must not lose its last bar to rounding.
    double end = beats >= SHORT_BEATS
        ? Math.floor(beats / beatsPerBar + 1e-6) * beatsPerBar
        : Math.max(0, Math.floor(beats + 1e-6));
    return new Timeline(bpm, beatsPerBar, end, seconds);
  }

  /** The least time for the last chord, which grows with the clip. */
  private static double ringing(double seconds) {
    return Math.min(1.8, 0.2 * seconds);
  }

  static double choose(Style.Rhythm rhythm, double factor, RandomGenerator random) {
    return (rhythm.slowest() + random.nextDouble() * (rhythm.fastest() - rhythm.slowest())) * factor;
  }

  int bars() {
    return (int) Math.ceil(end / beatsPerBar);
  }

  double secondsOf(double beats) {
    return beats * 60 / bpm;
  }

  /** Beats from the final chord to the end of the clip. */
  double tail() {
    return seconds * bpm / 60 - end;
  }
}
