package dev.foley.sketch;

/** Attack, decay, sustain, release; the note is let go after a given number of frames. */
final class Envelope {
  private static final double SILENCE = 2e-4;
  private final double attackStep;
  private final double decay;
  private final double sustain;
  private final double release;
  private int framesUntilRelease;
  private boolean attacking = true;
  private double level;

  Envelope(Shape shape, int frames) {
    attackStep = 1 / Math.max(1, shape.attack() * Dsp.SAMPLE_RATE);
    decay = Dsp.decay(shape.decay());
    sustain = shape.sustain();
    release = Dsp.decay(shape.release());
    framesUntilRelease = frames;
  }

  double next() {
    if (framesUntilRelease > 0) {
      framesUntilRelease--;
      if (attacking) {
        level += attackStep;
        if (level >= 1) {
          level = 1;
          attacking = false;
        }
      } else {
        level = sustain + (level - sustain) * decay;
      }
    } else {
      level *= release;
    }
    return level;
  }

  /** Whether nothing more will be heard. */
  boolean finished() {
    return level < SILENCE && (!attacking || framesUntilRelease <= 0);
  }

  /**
   * @param attack seconds to full level
   * @param decay seconds to fall 60 dB towards the sustain level
   * @param sustain level while held, 0 to 1
   * @param release seconds to fall 60 dB after the note is let go
   */
  record Shape(double attack, double decay, double sustain, double release) {}
}
