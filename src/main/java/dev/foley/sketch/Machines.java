package dev.foley.sketch;

/** Engines, rotors, rails, hums. */
final class Machines {
  private Machines() {}

  /**
   * Four cylinders that fire into an exhaust: pulses, no two alike, through a pipe that echoes and a body that rattles. Pace
   * is the speed of the shaft.
   */
  static void engine(Take take) {
    Drift rev = new Drift(take.random(), 0.5);
    double hertz = 31 * take.pitch() * take.pace();
    Exhaust exhaust = new Exhaust(take);
    for (int i = 0; i < take.extent(); i++) {
      double sample = exhaust.next(hertz * (1 + 0.07 * rev.next()));
      take.add(i, 0.95 * sample, sample);
    }
  }

  /** Comes, passes with a fall in pitch, goes: engine and tyres, from one side to the other. */
  static void carPass(Take take) {
    int frames = take.frames();
    Exhaust exhaust = new Exhaust(take);
    Noise noise = take.noise();
    Filter low = new Filter(250, 0.6);
    Filter high = new Filter(1500, 0.7);
    boolean fromLeft = take.random().nextBoolean();
    double doppler = 1;
    double near = 0;
    double pan = 0;
    for (int i = 0; i < frames; i++) {
      if (i % 16 == 0) {
        // Seconds before and after it is nearest; 25 m/s at 6 m, the speed of sound 343 m/s.
        double away = ((double) i / frames - 0.5) * 5;
        double distance = Math.sqrt(1 + 16 * away * away);
        near = 1 / distance;
        doppler = 1 / (1 + 0.1 * 4 * away / distance);
        pan = 0.85 * (fromLeft ? 1 : -1) * 4 * away / distance;
        high.tune(500 + 5500 * near, 0.7);
      }
      double tyres = high.lowPass(low.highPass(noise.next()));
      double edge = Math.min(1, Math.min(i, frames - i) / (0.12 * frames));
      double sample = edge * near * (1.1 * exhaust.next(62 * take.pitch() * doppler) + 0.9 * tyres);
      take.add(i, sample * Math.sqrt(1 - pan), sample * Math.sqrt(1 + pan));
    }
  }

  /** The slap of each blade, eleven a second, the whine of the turbine, the wash of air. */
  static void helicopter(Take take) {
    double period = take.fit(1 / (11.0 * take.pace()));
    for (int ear = 0; ear < 2; ear++) {
      Noise noise = take.noise();
      Filter slap = new Filter(240 * take.pitch(), 1.2);
      Filter wash = new Filter(900, 0.6);
      Oscillator whine = new Oscillator(0.5 * ear);
      Oscillator body = new Oscillator(0);
      for (int i = 0; i < take.extent(); i++) {
        double turn = i / (period * Dsp.SAMPLE_RATE);
        double phase = turn - Math.floor(turn);
        double blade = phase < 0.06 ? phase / 0.06 : (1 - phase) / 0.94;
        double chop = blade * blade * blade * (Math.floorMod((long) turn, 2L) == 0 ? 1 : 0.8);
        double x = noise.next();
        double sample = chop * (2.4 * slap.lowPass(x) + 0.35 * body.sine(58 * take.pitch()))
            + (0.15 + 0.6 * chop) * wash.bandPass(x)
            + 0.012 * whine.sine(2350 * take.pitch());
        take.add(i, ear == 0 ? sample : 0.3 * sample, ear == 0 ? 0.3 * sample : sample);
      }
    }
  }

  /** Rolling steel, and two axles over each joint of the rails. */
  static void train(Take take) {
    Noise noise = take.noise();
    Filter[] rumble = {new Filter(140, 0.8), new Filter(140, 0.8)};
    Filter[] wheels = {new Filter(700, 0.7), new Filter(700, 0.7)};
    Drift sway = new Drift(take.random(), 1.6);
    for (int i = 0; i < take.extent(); i++) {
      double gain = 1 + 0.25 * sway.next();
      take.add(i, gain * (0.7 * rumble[0].lowPass(noise.next()) + 0.1 * wheels[0].bandPass(noise.next())),
          gain * (0.7 * rumble[1].lowPass(noise.next()) + 0.1 * wheels[1].bandPass(noise.next())));
    }
    double period = take.fit(0.95 / take.pace());
    double[] axles = {0, 0.13, 0.42, 0.55};
    for (double now = 0; now < (double) take.extent() / Dsp.SAMPLE_RATE; now += period) {
      for (int i = 0; i < axles.length; i++) {
        clack(take, now + axles[i] * period, i % 2 == 0 ? 1 : 0.75, i < 2 ? -0.25 : 0.25);
      }
    }
  }

  private static void clack(Take take, double at, double force, double pan) {
    double pitch = take.pitch() * take.between(0.97, 1.03);
    take.add(at,
        Grains.modes(178 * pitch, 0.8, 0.12, 611 * pitch, 0.4, 0.09, 1130 * pitch, 0.3, 0.07, 2260 * pitch, 0.15,
            0.05),
        0.8 * force, pan);
    take.add(at, take.grains().burst(0.001, 0.06, 300, 3500), 0.7 * force, pan);
  }

  /** The chord of a locomotive's horns. */
  static void trainHorn(Take take) {
    double[] chord = {311, 370, 415, 494, 622};
    Oscillator[] reeds = new Oscillator[chord.length];
    for (int i = 0; i < reeds.length; i++) {
      reeds[i] = new Oscillator(take.random().nextDouble());
    }
    Filter bell = new Filter(2400, 0.8);
    double blow = 0.85 * take.frames();
    for (int i = 0; i < take.frames(); i++) {
      double pressure = Math.min(1, Math.min(i / 3500.0, Math.max(0, blow - i) / 6000.0));
      double sum = 0;
      for (int r = 0; r < reeds.length; r++) {
        sum += reeds[r].saw(chord[r] * take.pitch() * (0.985 + 0.015 * pressure));
      }
      double sample = pressure * Dsp.saturate(0.5 * bell.lowPass(sum));
      take.add(i, sample, sample);
    }
  }

  /** A machine of the future at rest: mains harmonics that beat, a throb that opens and closes, a slow shimmer above. */
  static void hum(Take take) {
    double[] ratios = {1, 2, 3, 4.02, 6, 7.97};
    double[] levels = {1, 0.7, 0.35, 0.2, 0.12, 0.08};
    for (int p = 0; p < ratios.length; p++) {
      Oscillator left = new Oscillator(take.random().nextDouble());
      Oscillator right = new Oscillator(take.random().nextDouble());
      Drift breath = new Drift(take.random(), 0.5 + 0.3 * p);
      double hertz = 58 * ratios[p] * take.pitch();
      for (int i = 0; i < take.extent(); i++) {
        double gain = 0.2 * levels[p] * (0.75 + 0.25 * breath.next());
        take.add(i, gain * left.sine(hertz), gain * right.sine(hertz * 1.004));
      }
    }
    Noise noise = take.noise();
    Oscillator field = new Oscillator(0);
    Filter throb = new Filter(400, 5);
    double period = take.fit(1.3 / take.pace());
    Filter air = new Filter(2900 * take.pitch(), 12);
    Drift shimmer = new Drift(take.random(), 0.9);
    for (int i = 0; i < take.extent(); i++) {
      if (i % 64 == 0) {
        air.tune(2900 * take.pitch() * (1 + 0.2 * shimmer.next()), 12);
        throb.tune(480 * Dsp.exp2(0.9 * Dsp.sine(i / (period * Dsp.SAMPLE_RATE))) * take.pitch(), 5);
      }
      double shine = 0.06 * air.bandPass(noise.next());
      double pulse = 0.3 * throb.bandPass(field.saw(116 * take.pitch()));
      take.add(i, pulse + shine, pulse - shine);
    }
  }

  /** Low saws a hair apart under a filter that opens and closes slowly. */
  static void drone(Take take) {
    double[] ratios = {0.5, 1, 1.003, 1.498, 1.502, 2.002};
    Oscillator[] saws = new Oscillator[ratios.length];
    for (int i = 0; i < saws.length; i++) {
      saws[i] = new Oscillator(take.random().nextDouble());
    }
    Filter[] mouths = {new Filter(300, 1.4), new Filter(300, 1.4)};
    Drift slow = new Drift(take.random(), 0.35);
    double hertz = 65.4 * take.pitch();
    for (int i = 0; i < take.extent(); i++) {
      double open = slow.next();
      if (i % 64 == 0) {
        mouths[0].tune(380 * Dsp.exp2(1.1 * open), 1.4);
        mouths[1].tune(380 * Dsp.exp2(1.1 * open + 0.2), 1.4);
      }
      double l = 0;
      double r = 0;
      for (int s = 0; s < saws.length; s++) {
        double saw = saws[s].saw(hertz * ratios[s]);
        l += s % 2 == 0 ? saw : 0.45 * saw;
        r += s % 2 == 0 ? 0.45 * saw : saw;
      }
      take.add(i, 0.15 * mouths[0].lowPass(l), 0.15 * mouths[1].lowPass(r));
    }
  }
}
