package dev.foley.sketch;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.sketch.EffectPlan.Slot;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Turns a prompt into a sound effect, offline: 44.1 kHz, stereo, 16 bits. The same arguments give the same bytes, on any
 * machine; another seed gives another take. Thread-safe.
 *
 * <p>A prompt becomes {@link EffectCue}s (what was asked for), an {@link EffectPlan} (when), a {@link Canvas} (sound), a clip
 * (loudness, peaks, end). Every prompt gives a sound: words that are not known become a texture of their own.
 */
public final class EffectSketch {
  /** The shortest clip that can be heard as something, and the longest that any of the services makes. */
  public static final Duration SHORTEST = Duration.ofMillis(100);

  public static final Duration LONGEST = Duration.ofSeconds(380);

  private static final double SHORTEST_USUAL = 0.5;
  private static final double LONGEST_USUAL = 30;
  /** What goes on all the time lies under what happens. */
  private static final double BED_DB = -4;

  /**
   * Memory grows with the length, 12 bytes for each frame: 33 MB for a minute; besides, some 30 MB for the sound at work.
   *
   * @param length {@link #SHORTEST} to {@link #LONGEST}; the clip has exactly {@code PcmFormat.CD.framesIn(length)} frames
   * @param loop whether its end shall run into its beginning; else it dies away in its last moments
   * @throws IllegalArgumentException if the length is outside that range
   */
  public PcmClip render(String prompt, Duration length, boolean loop, long seed) {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a sound effect lasts from 0.1 to 380 s, not " + length.toMillis() + " ms");
    }
    int frames = Math.toIntExact(PcmFormat.CD.framesIn(length));
    List<EffectCue> cues = EffectReader.read(prompt);
    SplittableRandom random = new SplittableRandom(seed * 31 + prompt.hashCode());
    Canvas whole = new Canvas(frames);
    for (Slot slot : EffectPlan.of(cues, frames).slots()) {
      double gain = Dsp.gain(slot.cue().traits().level() + weight(slot.cue()));
      boolean circular = loop && slot.from() == 0 && slot.frames() >= frames;
      new EffectStage(slot, random.split(), circular).play(whole, gain, loop);
    }
    double emphasis = cues.stream().mapToDouble(cue -> cue.traits().level()).max().orElse(0);
    return EffectMaster.finish(whole, 0.5 * emphasis, loop);
  }

  private static double weight(EffectCue cue) {
    return cue.sound().weight() + (cue.isEvent() ? 0 : BED_DB);
  }

  /** The length to take where nobody says one: 1.5 s for an impact, 8 s for rain, the sum of what happens in turn. */
  public static Duration usualLength(String prompt) {
    double seconds = EffectPlan.usualSeconds(EffectReader.read(prompt));
    double limited = Math.max(SHORTEST_USUAL, Math.min(LONGEST_USUAL, seconds));
    return Duration.ofMillis(100 * Math.round(10 * limited));
  }
}
