package dev.foley.sketch.speech;

import java.util.List;

/**
 * A speaker: the one recorded voice with another pitch and another length of the vocal tract.
 *
 * <p>The tract is done by playing the voice faster or slower than it was synthesised; pitch and pace are synthesised
 * the other way round by as much, so that they come out as stated here. Above 1.2 the words become hard to make out.
 *
 * @param pitchHertz mean pitch
 * @param rangeHertz standard deviation of the pitch
 * @param tract factor on all resonances, above 1 for a shorter vocal tract
 * @param pace factor on all durations
 */
record Speaker(SketchVoice voice, double pitchHertz, double rangeHertz, double tract, double pace) {
  /** Lowest first. */
  static final List<Speaker> ALL = List.of(
      new Speaker(new SketchVoice("otto", "Otto", "low and unhurried"), 84, 9, 0.96, 1.27),
      new Speaker(new SketchVoice("kal", "Kal", "middle, plain"), 108, 13, 1, 1.22),
      new Speaker(new SketchVoice("unit", "Unit", "a machine on one note"), 128, 0.5, 1.02, 1.24),
      new Speaker(new SketchVoice("mira", "Mira", "high and clear"), 170, 22, 1.12, 1.22),
      new Speaker(new SketchVoice("pip", "Pip", "bright and small"), 230, 32, 1.16, 1.2));

  /**
   * @throws IllegalArgumentException if nobody has that id
   */
  static Speaker of(String id) {
    return ALL.stream().filter(speaker -> speaker.voice.id().equals(id)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no sketch voice \"" + id + "\""));
  }
}
