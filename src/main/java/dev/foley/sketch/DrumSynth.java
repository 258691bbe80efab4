package dev.foley.sketch;

import java.util.Arrays;

/** Makes the sound of each drum once for a piece: tuned membranes, noise, and rings of squares for metal. */
final class DrumSynth {
  /** Frequencies of the metal in a cymbal, Hz, far from any harmonic series. */
  private static final double[] METAL = {263, 400, 421, 474, 587, 845};

  private final Kit kit;
  private final Noise noise = new Noise(20_261_121);

  DrumSynth(Kit kit) {
    this.kit = kit;
  }

  float[] make(Drum drum) {
    float[] sound = switch (drum) {
      case KICK -> kick();
      case SNARE -> snare();
      case RIM -> mix(ring(0.05, 1700, 0.03, 0.7), burst(0.04, 2500, 4000, 0.02, 0.7));
      case CLAP -> clap();
      case HAT -> hat(kit == Kit.BOOM ? 0.05 : kit == Kit.ACOUSTIC || kit == Kit.DUSTY ? 0.11 : 0.08);
      case OPEN_HAT -> hat(0.42);
      case RIDE -> mix(cymbal(1.5, 4600, 1.3, 0.3), ring(0.5, 3150, 0.3, 0.12));
      case CRASH -> cymbal(2.6, 3200, 2.2, 0.4);
      case LOW_TOM -> tom(kit == Kit.ORCHESTRAL ? 70 : 92, 0.55);
      case HIGH_TOM -> tom(kit == Kit.ORCHESTRAL ? 95 : 150, 0.4);
      case SHAKER -> swish(0.09, 0.025, 6500, 0.22);
      case TAMBOURINE -> mix(cymbal(0.25, 7500, 0.2, 0.15), swish(0.08, 0.01, 8000, 0.15));
      case LOW_CONGA -> mix(membrane(0.4, 190, 1.25, 0.02, 0.3, 0.7), burst(0.03, 900, 3000, 0.02, 0.25));
      case HIGH_CONGA -> mix(membrane(0.3, 290, 1.2, 0.015, 0.22, 0.65), burst(0.03, 1200, 4000, 0.02, 0.3));
      case COWBELL -> mix(square(0.3, 562, 0.2, 0.22), square(0.3, 845, 0.2, 0.22));
      case BRUSH -> swish(0.2, 0.03, 2600, 0.4);
      case TIMPANI -> mix(membrane(1.8, 73, 1.08, 0.03, 1.5, 0.7), membrane(1.2, 110, 1.05, 0.03, 0.9, 0.35));
      case TAIKO -> mix(membrane(1.1, 58, 1.7, 0.035, 0.9, 1), burst(0.12, 180, 1400, 0.1, 0.6));
    };
    if (kit == Kit.DUSTY) {
      wearOut(sound);
    }
    return sound;
  }

  private float[] kick() {
    return switch (kit) {
      case CLUB -> mix(membrane(0.4, 49, 5.5, 0.018, 0.34, 1), burst(0.01, 1500, 6000, 0.008, 0.3));
      case BOOM -> mix(membrane(0.9, 43, 4.5, 0.012, 0.8, 1), burst(0.01, 1500, 6000, 0.006, 0.25));
      case ACOUSTIC -> mix(membrane(0.3, 58, 2.6, 0.016, 0.24, 0.95), burst(0.03, 1800, 4500, 0.02, 0.5));
      case DUSTY -> mix(membrane(0.32, 56, 2.8, 0.02, 0.26, 1), burst(0.03, 700, 2500, 0.02, 0.4));
      case BRUSHES -> mix(membrane(0.3, 62, 1.8, 0.018, 0.22, 0.7), burst(0.02, 500, 1600, 0.015, 0.15));
      case ORCHESTRAL -> mix(membrane(0.9, 48, 1.8, 0.03, 0.8, 1), burst(0.08, 150, 900, 0.06, 0.4));
      case CHIP -> square(0.12, 90, 0.1, 0.5);
    };
  }

  private float[] snare() {
    return switch (kit) {
      case CLUB -> mix(membrane(0.16, 185, 1.5, 0.01, 0.12, 0.6), burst(0.22, 1800, 8000, 0.18, 0.75));
      case BOOM -> mix(membrane(0.14, 205, 1.4, 0.01, 0.1, 0.5), burst(0.18, 2500, 10_000, 0.13, 0.7));
      case CHIP -> burst(0.14, 1200, 12_000, 0.12, 0.6);
      case ORCHESTRAL -> mix(membrane(0.15, 190, 1.2, 0.01, 0.1, 0.35), burst(0.26, 1800, 7000, 0.22, 0.6));
      case ACOUSTIC, DUSTY, BRUSHES -> mix(
          mix(membrane(0.2, 188, 1.35, 0.012, 0.16, 0.6), ring(0.14, 331, 0.11, 0.25)),
          burst(0.26, 1500, 7500, 0.2, 0.7));
    };
  }

  private float[] clap() {
    float[] sound = new float[frames(0.3)];
    double[] starts = {0, 0.011, 0.022};
    for (double start : starts) {
      add(sound, burst(0.02, 900, 2800, 0.016, 1.4), frames(start));
    }
    add(sound, burst(0.26, 900, 3200, 0.2, 1.6), frames(0.031));
    return sound;
  }

  private float[] hat(double seconds) {
    if (kit == Kit.CHIP) {
      return burst(seconds * 0.6, 6000, 18_000, seconds * 0.5, 0.3);
    }
    return mix(cymbal(seconds, 7200, seconds * 0.9, 0.4), burst(seconds, 6500, 16_000, seconds * 0.8, 0.45));
  }

  private float[] tom(double hertz, double seconds) {
    return mix(membrane(seconds, hertz, 1.6, 0.03, seconds * 0.9, 0.85), burst(0.04, 500, 3000, 0.03, 0.25));
  }

  /**
   * A sine that falls to its pitch.
   *
   * @param bend how many times higher it starts
   * @param bendSeconds time constant of the fall
   * @param decay seconds to -60 dB
   */
  private static float[] membrane(double seconds, double hertz, double bend, double bendSeconds, double decay,
      double level) {
    float[] sound = new float[frames(seconds)];
    double phase = 0;
    double fall = StrictMath.exp(-1 / (bendSeconds * Dsp.SAMPLE_RATE));
    double shrink = Dsp.decay(decay * 1.6);
    double excess = bend - 1;
    double gain = level;
    for (int i = 0; i < sound.length; i++) {
      phase += hertz * (1 + excess) / Dsp.SAMPLE_RATE;
      excess *= fall;
      sound[i] = (float) (Dsp.saturate(1.3 * Dsp.sine(phase)) * gain * Math.min(1, i / 20.0));
      gain *= shrink;
    }
    return fadeOut(sound);
  }

  private static float[] ring(double seconds, double hertz, double decay, double level) {
    return membrane(seconds, hertz, 1, 0.01, decay, level);
  }

  private static float[] square(double seconds, double hertz, double decay, double level) {
    float[] sound = new float[frames(seconds)];
    double shrink = Dsp.decay(decay * 1.6);
    double gain = level;
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (float) (Dsp.saturate(4 * Dsp.sine(i * hertz / Dsp.SAMPLE_RATE)) * gain);
      gain *= shrink;
    }
    return fadeOut(sound);
  }

  /** Noise between two frequencies that dies away. */
  private float[] burst(double seconds, double lowHertz, double highHertz, double decay, double level) {
    float[] sound = new float[frames(seconds)];
    Filter high = new Filter(lowHertz, 0.7);
    Filter low = new Filter(highHertz, 0.7);
    double shrink = Dsp.decay(decay * 1.6);
    double gain = level;
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (float) (low.lowPass(high.highPass(noise.next())) * gain);
      gain *= shrink;
    }
    return fadeOut(sound);
  }

  /** Noise that swells and falls, as of beads or brushes. */
  private float[] swish(double seconds, double rise, double hertz, double level) {
    float[] sound = new float[frames(seconds)];
    Filter filter = new Filter(hertz, 1);
    for (int i = 0; i < sound.length; i++) {
      double at = (double) i / Dsp.SAMPLE_RATE;
      double shape = at < rise ? at / rise : Math.max(0, 1 - (at - rise) / (seconds - rise));
      sound[i] = (float) (filter.bandPass(noise.next()) * shape * shape * level * 2);
    }
    return sound;
  }

  private float[] cymbal(double seconds, double hertz, double decay, double level) {
    float[] sound = new float[frames(seconds)];
    Filter high = new Filter(hertz, 0.8);
    Filter second = new Filter(hertz * 0.8, 0.7);
    double shrink = Dsp.decay(decay * 1.4);
    double gain = level;
    for (int i = 0; i < sound.length; i++) {
      double sum = 0.5 * noise.next();
      for (double metal : METAL) {
        double phase = i * metal * 1.73 / Dsp.SAMPLE_RATE;
        sum += phase - Math.floor(phase) < 0.5 ? 0.3 : -0.3;
      }
      sound[i] = (float) (second.highPass(high.highPass(sum)) * gain);
      gain *= shrink;
    }
    return fadeOut(sound);
  }

  /** Fewer bits, less treble: a drum off an old record. */
  private static void wearOut(float[] sound) {
    Filter low = new Filter(5200, 0.7);
    float held = 0;
    for (int i = 0; i < sound.length; i++) {
      if (i % 2 == 0) {
        held = Math.round(sound[i] * 300) / 300f;
      }
      sound[i] = (float) low.lowPass(held);
    }
  }

  private static float[] fadeOut(float[] sound) {
    int length = Math.min(sound.length, frames(0.01));
    for (int i = 0; i < length; i++) {
      sound[sound.length - 1 - i] *= (float) i / length;
    }
    return sound;
  }

  private static float[] mix(float[] first, float[] second) {
    float[] sum = Arrays.copyOf(first, Math.max(first.length, second.length));
    add(sum, second, 0);
    return sum;
  }

  private static void add(float[] sound, float[] other, int at) {
    for (int i = 0; i < other.length && at + i < sound.length; i++) {
      sound[at + i] += other[i];
    }
  }

  private static int frames(double seconds) {
    return (int) (seconds * Dsp.SAMPLE_RATE);
  }
}
