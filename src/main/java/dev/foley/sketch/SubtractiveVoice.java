package dev.foley.sketch;

import dev.foley.sketch.SubtractivePatch.Wave;
import java.util.random.RandomGenerator;

/** A note of a {@link SubtractivePatch}: band-limited oscillators (PolyBLEP), one filter for each ear. */
final class SubtractiveVoice implements Voice {
  /** Frames between two settings of the filters and the vibrato: 0.7 ms. */
  private static final int CONTROL_FRAMES = 32;

  private final SubtractivePatch.Tone tone;
  private final SubtractivePatch.Vibrato vibrato;
  private final Wave wave;
  private final Envelope envelope;
  private final Filter leftFilter;
  private final Filter rightFilter;
  private final Noise noise;
  private final double[] phases;
  private final double[] steps;
  private final float[] leftGains;
  private final float[] rightGains;
  private final double subLevel;
  private final double noiseLevel;
  private final double subStep;
  private final double hertz;
  private final double brightness;
  private final double level;
  private final double vibratoPhase;
  private double subPhase;
  private double bend = 1;
  private double sweep;
  private final double sweepDecay;
  private long frame;

  SubtractiveVoice(SubtractivePatch patch, int pitch, double velocity, int frames, RandomGenerator random) {
    var oscillators = patch.oscillators();
    tone = patch.tone();
    vibrato = patch.vibrato();
    wave = oscillators.wave();
    envelope = new Envelope(patch.envelope(), frames);
    noise = new Noise(random.nextLong());
    hertz = Dsp.hertz(pitch + random.nextDouble(-0.02, 0.02));
    brightness = Dsp.exp2((velocity - 0.7) * 1.6);
    level = patch.level() * velocity;
    vibratoPhase = random.nextDouble();
    subLevel = oscillators.sub();
    noiseLevel = oscillators.noise();
    subStep = hertz / 2 / Dsp.SAMPLE_RATE;
    sweep = tone.sweep();
    sweepDecay = StrictMath.pow(Dsp.decay(tone.sweepSeconds()), CONTROL_FRAMES);
    leftFilter = new Filter(tone.cutoff(), tone.resonance());
    rightFilter = new Filter(tone.cutoff(), tone.resonance());
    int count = oscillators.count();
    phases = new double[count];
    steps = new double[count];
    leftGains = new float[count];
    rightGains = new float[count];
    for (int i = 0; i < count; i++) {
      double place = count == 1 ? 0 : 2.0 * i / (count - 1) - 1;
      phases[i] = count == 1 ? 0.25 : random.nextDouble();
      steps[i] = hertz * StrictMath.pow(2, place * oscillators.detune() / 1200) / Dsp.SAMPLE_RATE;
      // Neighbours in pitch sit on opposite sides, so that neither ear hears only the flat ones.
      double pan = count == 1 ? 0 : (i % 2 == 0 ? 1 : -1) * (0.35 + 0.5 * Math.abs(place));
      double share = 1 / Math.sqrt(count);
      leftGains[i] = (float) (share * Math.sqrt((1 - pan) / 2) * 1.4142);
      rightGains[i] = (float) (share * Math.sqrt((1 + pan) / 2) * 1.4142);
    }
  }

  @Override
  public boolean render(float[] left, float[] right, int from, int to) {
    boolean stereo = phases.length > 1;
    for (int i = from; i < to; i++, frame++) {
      if (frame % CONTROL_FRAMES == 0) {
        control();
      }
      double extra = noiseLevel * noise.next();
      if (subLevel > 0) {
        subPhase += subStep * bend;
        extra += subLevel * Dsp.sine(subPhase);
      }
      double gain = envelope.next() * level;
      double leftSum = extra;
      double rightSum = extra;
      for (int o = 0; o < phases.length; o++) {
        double step = steps[o] * bend;
        double phase = phases[o] + step;
        phase -= (int) phase;
        phases[o] = phase;
        double sample = oscillator(phase, step);
        leftSum += leftGains[o] * sample;
        rightSum += rightGains[o] * sample;
      }
      double heard = leftFilter.lowPass(leftSum) * gain;
      left[i] += (float) heard;
      right[i] += (float) (stereo ? rightFilter.lowPass(rightSum) * gain : heard);
    }
    return !envelope.finished();
  }

  private void control() {
    double seconds = (double) frame / Dsp.SAMPLE_RATE;
    if (vibrato.cents() > 0) {
      double depth = Math.min(1, seconds / vibrato.delay());
      bend = Dsp.exp2(depth * vibrato.cents() / 1200 * Dsp.sine(vibratoPhase + seconds * vibrato.hertz()));
    }
    double cutoff = (tone.cutoff() + tone.tracking() * hertz) * brightness * Dsp.exp2(sweep);
    sweep *= sweepDecay;
    leftFilter.tune(cutoff, tone.resonance());
    rightFilter.tune(cutoff, tone.resonance());
  }

  private double oscillator(double phase, double step) {
    return switch (wave) {
      case SAW -> 2 * phase - 1 - corner(phase, step);
      case SQUARE -> pulse(phase, step, 0.5);
      case PULSE -> pulse(phase, step, 0.25);
      case TRIANGLE -> 1 - 4 * Math.abs(phase - 0.5);
      case SINE -> Dsp.sine(phase);
    };
  }

  private static double pulse(double phase, double step, double width) {
    double fall = phase + 1 - width;
    fall -= (int) fall;
    double sample = phase < width ? 1 : -1;
    // What is subtracted last is the mean of an unequal pulse.
    return sample + corner(phase, step) - corner(fall, step) - (2 * width - 1);
  }

  /** Rounds off the jump at the turn of the phase, which would alias. */
  private static double corner(double phase, double step) {
    if (phase < step) {
      double t = phase / step;
      return t + t - t * t - 1;
    }
    if (phase > 1 - step) {
      double t = (phase - 1) / step;
      return t * t + t + t + 1;
    }
    return 0;
  }
}
