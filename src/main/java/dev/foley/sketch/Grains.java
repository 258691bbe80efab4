package dev.foley.sketch;

/** Short sounds made once and scattered: taps, pings, bubbles. Each begins and ends at zero. Decays are seconds to -60 dB. */
final class Grains {
  private static final double RELEASE_SECONDS = 0.004;
  private final Noise noise;

  Grains(long seed) {
    noise = new Noise(seed);
  }

  /** Noise between two frequencies that dies away. */
  float[] burst(double attack, double decay, double lowHertz, double highHertz) {
    float[] sound = new float[frames(attack + decay)];
    Filter high = new Filter(lowHertz, 0.7);
    Filter low = new Filter(highHertz, 0.7);
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (float) low.lowPass(high.highPass(noise.next()));
    }
    return shape(sound, attack, decay);
  }

  /** Noise about one frequency: 1 is broad, 20 nearly a tone. */
  float[] ringing(double attack, double decay, double hertz, double resonance) {
    float[] sound = new float[frames(attack + decay)];
    Filter band = new Filter(hertz, resonance);
    double gain = Math.sqrt(resonance);
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (float) (gain * band.bandPass(noise.next()));
    }
    return shape(sound, attack, decay);
  }

  /**
   * A sine that glides.
   *
   * @param glide seconds in which it does 63 % of the way
   */
  static float[] tone(double fromHertz, double toHertz, double glide, double attack, double decay) {
    float[] sound = new float[frames(attack + decay)];
    double phase = 0;
    double distance = fromHertz - toHertz;
    double shrink = StrictMath.exp(-1 / Math.max(1, glide * Dsp.SAMPLE_RATE));
    for (int i = 0; i < sound.length; i++) {
      phase += (toHertz + distance) / Dsp.SAMPLE_RATE;
      distance *= shrink;
      sound[i] = Dsp.sine(phase);
    }
    return shape(sound, attack, decay);
  }

  /**
   * A struck thing: sines that die away each at its own pace.
   *
   * @param modes hertz, level and decay, three numbers for each sine
   */
  static float[] modes(double... modes) {
    double longest = 0;
    for (int i = 2; i < modes.length; i += 3) {
      longest = Math.max(longest, modes[i]);
    }
    float[] sound = new float[frames(longest)];
    for (int i = 0; i < modes.length; i += 3) {
      if (modes[i] < 0.4 * Dsp.SAMPLE_RATE) {
        addMode(sound, modes[i], modes[i + 1], modes[i + 2]);
      }
    }
    return shape(sound, 0.0005, 1e6);
  }

  /** A sine as a complex number turned and shrunk once a frame. */
  private static void addMode(float[] sound, double hertz, double level, double decay) {
    double angle = 2 * Math.PI * hertz / Dsp.SAMPLE_RATE;
    double shrink = Dsp.decay(decay);
    double c = shrink * StrictMath.cos(angle);
    double d = shrink * StrictMath.sin(angle);
    double x = level;
    double y = 0;
    for (int i = 0; i < Math.min(sound.length, frames(decay)); i++) {
      sound[i] += (float) y;
      double turned = c * x - d * y;
      y = d * x + c * y;
      x = turned;
    }
  }

  private static float[] shape(float[] sound, double attack, double decay) {
    double shrink = Dsp.decay(decay);
    double gain = 1;
    int rise = Math.max(12, frames(attack));
    int release = Math.min(sound.length, frames(RELEASE_SECONDS));
    for (int i = 0; i < sound.length; i++) {
      double edge = Math.min(1, (double) (sound.length - 1 - i) / release);
      if (i < rise) {
        edge *= (double) i / rise;
      } else {
        gain *= shrink;
      }
      sound[i] *= (float) (gain * edge);
    }
    return sound;
  }

  static int frames(double seconds) {
    return Math.max(16, (int) (seconds * Dsp.SAMPLE_RATE));
  }
}
