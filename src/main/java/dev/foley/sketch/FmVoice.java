package dev.foley.sketch;

import java.util.random.RandomGenerator;

/** A note of an {@link FmPatch}. */
final class FmVoice implements Voice {
  private static final double TREMOLO_HERTZ = 4.4;
  private final Envelope envelope;
  private final double step;
  private final double bodyStep;
  private final double tineStep;
  private final double bodyDecay;
  private final double tineDecay;
  private final double tremolo;
  private final double level;
  private double phase;
  private double bodyPhase;
  private double tinePhase;
  private double bodyIndex;
  private double tineIndex;
  private double tremoloPhase;

  FmVoice(FmPatch patch, int pitch, double velocity, int frames, RandomGenerator random) {
    envelope = new Envelope(patch.envelope(), frames);
    step = Dsp.hertz(pitch + random.nextDouble(-0.03, 0.03)) / Dsp.SAMPLE_RATE;
    bodyStep = step * patch.body().ratio();
    // A modulator above the audible range would only alias.
    tineStep = Math.min(step * patch.tine().ratio(), 0.3);
    bodyDecay = Dsp.decay(patch.body().seconds());
    tineDecay = Dsp.decay(patch.tine().seconds());
    double hardness = velocity * velocity * StrictMath.pow(2, -Math.max(0, pitch - 60) / 18.0);
    bodyIndex = patch.body().index() * hardness;
    tineIndex = patch.tine().index() * hardness;
    tremolo = patch.tremolo();
    level = patch.level() * velocity;
  }

  @Override
  public boolean render(float[] left, float[] right, int from, int to) {
    for (int i = from; i < to; i++) {
      bodyPhase += bodyStep;
      tinePhase += tineStep;
      phase += step;
      double modulation = bodyIndex * Dsp.sine(bodyPhase) + tineIndex * Dsp.sine(tinePhase);
      bodyIndex *= bodyDecay;
      tineIndex *= tineDecay;
      double sample = Dsp.sine(phase + modulation) * envelope.next() * level;
      double sway = 0;
      if (tremolo > 0) {
        tremoloPhase += TREMOLO_HERTZ / Dsp.SAMPLE_RATE;
        sway = tremolo * Dsp.sine(tremoloPhase);
      }
      left[i] += (float) (sample * (1 + sway));
      right[i] += (float) (sample * (1 - sway));
    }
    return !envelope.finished();
  }
}
