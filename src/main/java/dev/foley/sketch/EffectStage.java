package dev.foley.sketch;

import java.util.SplittableRandom;

/**
 * Plays one sound of an effect for as long as its slot lasts. Long slots repeat a part of about a minute, whose end runs into
 * its own beginning: so memory is bounded, and a loop is the same thing once more.
 */
final class EffectStage {
  private static final int LONGEST_PART = 60 * Dsp.SAMPLE_RATE;
  private static final double BLEND_SECONDS = 0.8;
  /** Blending two phases of a siren would be heard, so it is short. */
  private static final double PERIODIC_BLEND_SECONDS = 0.05;
  private static final int EDGE = Dsp.SAMPLE_RATE / 40;
  private static final double LONGEST_TAIL_SECONDS = 8;
  /** A sound may stretch by this much rather than leave silence. */
  private static final double ELASTIC = 1.6;

  private final EffectPlan.Slot slot;
  private final SplittableRandom random;
  private final boolean circular;

  /**
   * @param circular whether the slot's end meets its beginning
   */
  EffectStage(EffectPlan.Slot slot, SplittableRandom random, boolean circular) {
    this.slot = slot;
    this.random = random;
    this.circular = circular;
  }

  /**
   * Adds the sound to the whole.
   *
   * @param gain its level
   * @param wraps whether what rings on beyond the end of the whole is heard at its beginning
   */
  void play(Canvas whole, double gain, boolean wraps) {
    int parts = Math.ceilDiv(slot.frames(), LONGEST_PART);
    int frames = slot.frames() / parts;
    Canvas part = slot.cue().sound().manner() instanceof Manner.Going going
        ? goOn(going, frames, circular || parts > 1)
        : happen(frames, circular || parts > 1);
    new Place(slot.cue()).apply(part);
    double level = gain / Math.max(1e-9, part.activeLevel());
    for (int i = 0; i < parts; i++) {
      whole.lay(part, slot.from() + i * frames, level, wraps);
    }
  }

  private Canvas goOn(Manner.Going going, int frames, boolean meets) {
    double blendSeconds = going.periodic() ? PERIODIC_BLEND_SECONDS : BLEND_SECONDS;
    int blend = meets ? Math.min(frames / 2, (int) (blendSeconds * Dsp.SAMPLE_RATE)) : 0;
    Canvas canvas = new Canvas(frames + blend);
    slot.cue().sound().model().play(new Take(canvas, 0, frames, frames + blend, 0, meets, slot.cue().traits(), random));
    if (meets) {
      canvas.fadeIn(blend, going.periodic());
      canvas.fadeOut(blend, going.periodic());
    } else {
      canvas.fadeIn(Math.min(EDGE, frames / 10), false);
      canvas.fadeOut(Math.min(10 * EDGE, frames / 8), false);
    }
    return canvas;
  }

  private Canvas happen(int frames, boolean meets) {
    EffectCue cue = slot.cue();
    double seconds = (double) frames / Dsp.SAMPLE_RATE;
    double length = Math.min(seconds, cue.eventSeconds());
    double every = cue.every();
    int times = 1;
    if (cue.sound().manner() instanceof Manner.Once once) {
      length = Math.min(seconds, Math.max(length, once.longest()));
    } else if (cue.isCounted()) {
      times = cue.traits().count().orElse(1);
      every = Math.min(every, seconds / times);
    } else if (meets) {
      times = (int) Math.max(1, Math.round(seconds / every));
      every = seconds / times;
    } else {
      times = 1 + (int) Math.max(0, (seconds - 0.8 * length) / every);
    }
    if (times == 1) {
      length = Math.max(length, Math.min(seconds, ELASTIC * length));
    }
    Canvas canvas = new Canvas(frames + tail());
    int eventFrames = Math.max(1, (int) (length * Dsp.SAMPLE_RATE));
    for (int i = 0; i < times; i++) {
      // The first of a rhythm is on time, so that a loop has no stumble at its seam.
      double wander = i == 0 ? 0 : every * cue.unsteadiness() * random.nextDouble(-1, 1);
      int at = (int) ((i * every + wander) * Dsp.SAMPLE_RATE);
      cue.sound().model()
          .play(new Take(canvas, at, eventFrames, eventFrames, i, false, cue.traits(), random.split()));
    }
    canvas.fadeOut(Math.min(canvas.frames(), 4 * EDGE), false);
    return canvas;
  }

  /** Frames that the last event may ring on. */
  private int tail() {
    double seconds = slot.cue().eventSeconds() + 2 + slot.cue().sound().room()
        + Math.max(0, slot.cue().traits().shade(Trait.ROOM));
    return (int) (Math.min(LONGEST_TAIL_SECONDS, seconds) * Dsp.SAMPLE_RATE);
  }
}
