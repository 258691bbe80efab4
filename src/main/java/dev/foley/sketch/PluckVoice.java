package dev.foley.sketch;

import java.util.random.RandomGenerator;

/**
 * A plucked string: a burst of noise goes round a delay line that loses a little, and more of its treble, each time.
 *
 * @see "David Jaffe and Julius Smith, Extensions of the Karplus-Strong Plucked-String Algorithm (1983)"
 */
final class PluckVoice implements Voice {
  private static final double INAUDIBLE = 4e-5;
  private final float[] line;
  private final double keep;
  private final double damping;
  private final double tuning;
  private final double release;
  private final float level;
  private int position;
  private int framesUntilRelease;
  private double lastIn;
  private double lastTuned;
  private double lastOut;
  private double held = 1;
  private double loudness = 1;

  PluckVoice(PluckPatch patch, int pitch, double velocity, int frames, RandomGenerator random) {
    double hertz = Dsp.hertz(pitch + random.nextDouble(-0.03, 0.03));
    double period = Dsp.SAMPLE_RATE / hertz;
    damping = patch.damping();
    framesUntilRelease = frames;
    release = Dsp.decay(patch.release());
    level = (float) (patch.level() * velocity);
    double seconds = patch.seconds() * StrictMath.pow(2, -(pitch - 60) / 24.0);
    keep = StrictMath.pow(10, -3 * period / Dsp.SAMPLE_RATE / seconds);
    // The loop's filter delays by `damping` frames, the all-pass makes up the fraction that is left.
    int length = Math.max(4, (int) (period - damping - 0.1));
    double fraction = period - damping - length;
    tuning = (1 - fraction) / (1 + fraction);
    line = excitation(length, patch, velocity, random);
  }

  private static float[] excitation(int length, PluckPatch patch, double velocity, RandomGenerator random) {
    Noise noise = new Noise(random.nextLong());
    Filter pick = new Filter(500 + 9_000 * patch.brightness() * (0.25 + 0.75 * velocity), 0.7);
    double[] burst = new double[length];
    double mean = 0;
    // Twice, so that the filter has settled and the burst has no beginning.
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < length; i++) {
        burst[i] = pick.lowPass(noise.next());
      }
    }
    int tap = Math.max(1, (int) (length * patch.position()));
    double[] plucked = new double[length];
    for (int i = 0; i < length; i++) {
      plucked[i] = burst[i] - 0.9 * burst[(i + length - tap) % length];
      mean += plucked[i] / length;
    }
    double power = 0;
    for (double sample : plucked) {
      power += (sample - mean) * (sample - mean) / length;
    }
    double scale = 0.5 / Math.sqrt(power + 1e-12);
    float[] line = new float[length];
    for (int i = 0; i < length; i++) {
      line[i] = (float) ((plucked[i] - mean) * scale);
    }
    return line;
  }

  @Override
  public boolean render(float[] left, float[] right, int from, int to) {
    double peak = 0;
    for (int i = from; i < to; i++) {
      double out = line[position];
      double filtered = keep * ((1 - damping) * out + damping * lastOut);
      lastOut = out;
      double tuned = tuning * (filtered - lastTuned) + lastIn;
      lastIn = filtered;
      lastTuned = tuned;
      line[position] = (float) tuned;
      if (++position == line.length) {
        position = 0;
      }
      if (framesUntilRelease > 0) {
        framesUntilRelease--;
      } else {
        held *= release;
      }
      float sample = (float) (out * held) * level;
      peak = Math.max(peak, Math.abs(sample));
      left[i] += sample;
      right[i] += sample;
    }
    // A block shorter than one round may be quiet by chance, hence the slow fall.
    loudness = Math.max(peak, loudness * 0.5);
    return loudness > INAUDIBLE;
  }
}
