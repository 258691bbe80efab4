package dev.foley.sketch;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A note of a {@link ModalPatch}. Each sine is a complex number turned and shrunk once a frame, four multiplications; sines
 * that can no longer be heard are left out.
 */
final class ModalVoice implements Voice {
  private static final int MAX_SINES = 48;
  private static final double INAUDIBLE = 3e-5;
  private static final double HIGHEST_HERTZ = 15_000;

  private final double[] real = new double[MAX_SINES];
  private final double[] imaginary = new double[MAX_SINES];
  private final double[] turnReal = new double[MAX_SINES];
  private final double[] turnImaginary = new double[MAX_SINES];
  private final Noise noise;
  private final Filter knockFilter;
  private final double attackStep;
  private final double release;
  private final float leftGain;
  private final float rightGain;
  private float[] scratch = new float[0];
  private int sines;
  private int framesUntilRelease;
  private double attack;
  private double damping = 1;
  private double knock;
  private final double knockDecay;

  ModalVoice(ModalPatch patch, int pitch, double velocity, int frames, RandomGenerator random) {
    noise = new Noise(random.nextLong());
    framesUntilRelease = frames;
    release = Dsp.decay(patch.release());
    knock = patch.knock() * velocity * velocity * patch.level();
    knockDecay = Dsp.decay(0.06);
    knockFilter = new Filter(900 + 30.0 * Math.max(0, pitch - 40), 0.8);
    double pan = Math.max(-0.6, Math.min(0.6, (pitch - 62) / 40.0));
    leftGain = (float) Math.sqrt(1 - pan);
    rightGain = (float) Math.sqrt(1 + pan);
    double hertz = Dsp.hertz(pitch);
    double level = velocity * patch.level();
    switch (patch.body()) {
      case ModalPatch.StiffStrings strings -> {
        attackStep = 1 / (0.0025 * Dsp.SAMPLE_RATE);
        addStrings(hertz, pitch, velocity, level, strings.brightness(), random);
      }
      case ModalPatch.Bars bars -> {
        attackStep = 1 / (0.001 * Dsp.SAMPLE_RATE);
        double[] table = bars.partials();
        double scale = Math.sqrt(262 / hertz);
        for (int i = 0; i < table.length; i += 3) {
          double hardness = i == 0 ? 1 : Math.min(1.2, 0.35 + velocity);
          add(hertz * table[i], level * table[i + 1] * hardness, table[i + 2] * scale, random);
        }
      }
      case ModalPatch.Pipes pipes -> {
        attackStep = 1 / (0.012 * Dsp.SAMPLE_RATE);
        double[] table = pipes.drawbars();
        for (int i = 0; i < table.length; i += 2) {
          add(hertz * table[i], level * table[i + 1], 10_000, random);
        }
      }
    }
  }

  /** Partials stretched by stiffness; notched where the hammer strikes, an eighth of the way along the string. */
  private void addStrings(double hertz, int pitch, double velocity, double level, double brightness,
      RandomGenerator random) {
    double stiffness = 0.00012 * StrictMath.pow(2, Math.max(0, pitch - 40) / 12.0);
    double longest = 16 * StrictMath.pow(2, -(pitch - 30) / 16.0);
    double rollOff = 1.9 - 0.7 * brightness - 0.7 * velocity;
    int most = pitch < 48 ? 26 : pitch < 64 ? 18 : 12;
    for (int n = 1; n <= most; n++) {
      double frequency = n * hertz * Math.sqrt(1 + stiffness * n * n);
      double strike = Math.abs(StrictMath.sin(Math.PI * n / 8.2)) + 0.08;
      double amplitude = level * strike * 1.8 / StrictMath.pow(n, Math.max(0.6, rollOff))
          * StrictMath.exp(-frequency / (2200 + 5200 * brightness * (0.4 + velocity)));
      double seconds = Math.max(0.12, longest / (1 + 0.22 * (n - 1)));
      if (n <= 6) {
        // The second string: a little sharp and slower to decay, hence the slow beat and the after-sound.
        add(frequency, amplitude * 0.72, seconds * 0.7, random);
        add(frequency * (1 + random.nextDouble(0.0002, 0.0005)), amplitude * 0.32, seconds * 1.5, random);
      } else {
        add(frequency, amplitude, seconds, random);
      }
    }
  }

  private void add(double hertz, double amplitude, double seconds, RandomGenerator random) {
    if (hertz > HIGHEST_HERTZ || sines == MAX_SINES) {
      return;
    }
    double phase = 2 * Math.PI * random.nextDouble();
    double shrink = Dsp.decay(seconds);
    double angle = 2 * Math.PI * hertz / Dsp.SAMPLE_RATE;
    real[sines] = amplitude * StrictMath.cos(phase);
    imaginary[sines] = amplitude * StrictMath.sin(phase);
    turnReal[sines] = shrink * StrictMath.cos(angle);
    turnImaginary[sines] = shrink * StrictMath.sin(angle);
    sines++;
  }

  @Override
  public boolean render(float[] left, float[] right, int from, int to) {
    int count = to - from;
    if (scratch.length < count) {
      scratch = new float[count];
    }
    Arrays.fill(scratch, 0, count, 0);
    sumSines(count);
    for (int i = 0; i < count; i++) {
      if (attack < 1) {
        attack = Math.min(1, attack + attackStep);
      }
      if (framesUntilRelease > 0) {
        framesUntilRelease--;
      } else {
        damping *= release;
      }
      double sample = scratch[i] * attack;
      if (knock > INAUDIBLE) {
        sample += knockFilter.bandPass(noise.next() * knock);
        knock *= knockDecay;
      }
      sample *= damping;
      left[from + i] += (float) sample * leftGain;
      right[from + i] += (float) sample * rightGain;
    }
    return sines > 0 && damping > INAUDIBLE;
  }

  private void sumSines(int count) {
    int kept = 0;
    for (int s = 0; s < sines; s++) {
      double x = real[s];
      double y = imaginary[s];
      double c = turnReal[s];
      double d = turnImaginary[s];
      for (int i = 0; i < count; i++) {
        double turned = c * x - d * y;
        y = d * x + c * y;
        x = turned;
        scratch[i] += (float) y;
      }
      if (Math.abs(x) + Math.abs(y) > INAUDIBLE) {
        real[kept] = x;
        imaginary[kept] = y;
        turnReal[kept] = c;
        turnImaginary[kept] = d;
        kept++;
      }
    }
    sines = kept;
  }
}
