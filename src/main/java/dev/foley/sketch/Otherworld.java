package dev.foley.sketch;

/** Sounds that nothing makes: spells, faults in the signal, and textures for words that nobody knows. */
final class Otherworld {
  private static final int[] SCALE = {0, 2, 4, 7, 9, 11};

  private Otherworld() {}

  /** High bells in a shower, upwards. */
  static void magic(Take take) {
    double length = Math.max(0.3, 0.75 * take.seconds());
    int pings = Math.max(10, (int) (22 * length));
    for (int i = 0; i < pings; i++) {
      double x = (double) i / pings;
      int step = (int) (x * 12) + take.random().nextInt(4);
      int octave = step / SCALE.length;
      double hertz = 780 * take.pitch()
          * StrictMath.pow(2, octave + SCALE[step % SCALE.length] / 12.0);
      double decay = take.between(0.25, 0.8);
      take.add(x * length + take.between(0, 0.05),
          Grains.modes(hertz, 0.7, decay, 2.76 * hertz, 0.3, 0.5 * decay, 5.4 * hertz,
              0.12, 0.25 * decay),
          (0.25 + 0.4 * x) * take.between(0.4, 1), take.between(-0.8, 0.8));
    }
    Noise noise = take.noise();
    Filter[] dust = {new Filter(7500, 1.5), new Filter(7500, 1.5)};
    for (int i = 0; i < take.frames(); i++) {
      double x = (double) i / take.frames();
      double gain = 0.1 * Dsp.sine(0.5 * x) * x;
      take.add(i, gain * dust[0].bandPass(noise.next()), gain * dust[1].bandPass(noise.next()));
    }
  }

  /** A signal that stumbles: fragments of tone and noise, repeated too often, at too few bits. */
  static void glitch(Take take) {
    int at = 0;
    while (at < take.extent()) {
      int piece = Grains.frames(take.between(0.008, 0.07) / take.pace());
      int repeats = 1 + take.random().nextInt(7);
      int kind = take.random().nextInt(4);
      double hertz = 80 * StrictMath.pow(40, take.random().nextDouble()) * take.pitch();
      int crush = 1 + take.random().nextInt(24);
      double pan = take.between(-0.7, 0.7);
      double gain = take.random().nextInt(5) == 0 ? 0.05 : take.between(0.4, 1);
      fragment(take, at, piece, repeats, kind, hertz, crush, gain, pan);
      at += piece * repeats;
    }
  }

  private static void fragment(Take take, int at, int piece, int repeats, int kind, double hertz, int crush,
      double gain,
      double pan) {
    float[] sound = new float[piece];
    Noise noise = take.noise();
    Oscillator tone = new Oscillator(0);
    float held = 0;
    for (int i = 0; i < piece; i++) {
      double x = switch (kind) {
        case 0 -> tone.pulse(hertz, 0.5);
        case 1 -> noise.next();
        case 2 -> tone.sine(hertz * (1 + 2.0 * i / piece));
        default -> tone.saw(hertz);
      };
      if (i % crush == 0) {
        held = Math.round(6 * x) / 6f;
      }
      sound[i] = held * (float) Math.min(1, Math.min(i, piece - 1 - i) / 20.0);
    }
    for (int i = 0; i < repeats; i++) {
      take.canvas().add(take.at() + at + i * piece, sound, gain, pan);
    }
  }

  /** A place of its own for each seed: a band of noise, a chord of glass, and grains, each wandering. */
  static void texture(Take take) {
    double base = take.between(90, 330) * take.pitch();
    double airy = take.between(0.2, 1);
    double glassy = take.between(0.2, 1);
    for (int ear = 0; ear < 2; ear++) {
      Noise noise = take.noise();
      Filter band = new Filter(base * 3, 3);
      Drift wander = new Drift(take.random(), take.between(0.3, 1.2) * take.pace());
      for (int i = 0; i < take.extent(); i++) {
        double now = wander.next();
        if (i % 64 == 0) {
          band.tune(base * 4 * Dsp.exp2(1.3 * now), 3);
        }
        double sample = 0.35 * airy * (0.7 + 0.3 * now) * band.bandPass(noise.next());
        take.add(i, ear == 0 ? sample : 0.2 * sample, ear == 0 ? 0.2 * sample : sample);
      }
    }
    for (int voice = 0; voice < 4; voice++) {
      double hertz = base * StrictMath.pow(2, SCALE[take.random().nextInt(SCALE.length)] / 12.0) * (1 + voice % 3);
      Oscillator tone = new Oscillator(take.random().nextDouble());
      Drift swell = new Drift(take.random(), 0.6);
      double pan = take.between(-0.7, 0.7);
      for (int i = 0; i < take.extent(); i++) {
        double sample = 0.07 * glassy * (0.6 + 0.4 * swell.next()) * tone.sine(hertz);
        take.add(i, sample * (1 - pan), sample * (1 + pan));
      }
    }
    take.scatter(take.between(2, 14) * take.traits().density(), now -> {
      double hertz = base * take.between(4, 16);
      take.add(now, Grains.modes(hertz, 0.6, take.between(0.05, 0.4), hertz * 1.51, 0.3, 0.1), take.between(0.02, 0.2),
          take.between(-0.8, 0.8));
    });
  }
}
