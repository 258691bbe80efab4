package dev.foley.sketch;

/** Rain, wind, thunder, surf. */
final class Weather {
  private static final int DROPS = 40;

  private Weather() {}

  /** Many drops, each a tap or a small bubble, over the hiss of those too many to tell apart. */
  static void rain(Take take) {
    double heavy = take.traits().density();
    Noise noise = take.noise();
    Filter[] body = {new Filter(700 / heavy, 0.6), new Filter(700 / heavy, 0.6)};
    Filter[] air = {new Filter(9500, 0.6), new Filter(9500, 0.6)};
    Drift gust = new Drift(take.random(), 0.7);
    for (int i = 0; i < take.extent(); i++) {
      double gain = 0.06 * Math.sqrt(heavy) * (1 + 0.12 * gust.next());
      take.add(i, gain * air[0].lowPass(body[0].highPass(noise.next())),
          gain * air[1].lowPass(body[1].highPass(noise.next())));
    }
    float[][] drops = new float[DROPS][];
    Grains grains = take.grains();
    for (int i = 0; i < DROPS; i++) {
      double hertz = take.between(1800, 6500) * take.pitch();
      drops[i] = i % 3 == 0
          ? Grains.tone(0.75 * hertz, hertz, 0.006, 0.0005, take.between(0.012, 0.035))
          : grains.burst(0.0004, take.between(0.004, 0.018), hertz * 0.5, hertz * 2);
    }
    take.scatter(280 * heavy, now -> {
      double near = take.random().nextDouble();
      take.add(now, drops[take.random().nextInt(DROPS)], 0.02 + 0.11 * near * near * near, take.between(-0.9, 0.9));
    });
  }

  /** Noise through resonances that wander with the gusts: the whistling of edges, over a low rush. */
  static void wind(Take take) {
    for (int ear = 0; ear < 2; ear++) {
      Noise noise = take.noise();
      Filter rush = new Filter(260 * take.pitch(), 0.7);
      Filter whistle = new Filter(500, 4);
      Filter edge = new Filter(900, 9);
      Drift gust = new Drift(take.random(), 0.35 * take.pace());
      Drift flutter = new Drift(take.random(), 3 * take.pace());
      for (int i = 0; i < take.extent(); i++) {
        double strength = 0.55 + 0.4 * gust.next() + 0.08 * flutter.next();
        if (i % 32 == 0) {
          rush.tune((140 + 420 * strength) * take.pitch(), 0.7);
          whistle.tune((260 + 700 * strength) * take.pitch(), 4);
          edge.tune((520 + 1300 * strength) * take.pitch(), 9);
        }
        double x = noise.next();
        double sample = strength
            * (0.5 * rush.lowPass(x) + 0.9 * whistle.bandPass(x) + 0.9 * strength * edge.bandPass(x));
        take.add(i, ear == 0 ? sample : 0.25 * sample, ear == 0 ? 0.25 * sample : sample);
      }
    }
  }

  /** A tearing crack, unless it is far away, then a rumble that rolls in several waves. */
  static void thunder(Take take) {
    double near = 1 - take.traits().distance();
    Grains grains = take.grains();
    double start = 0.02;
    if (near > 0.3) {
      for (int i = 0; i < 9; i++) {
        start += take.between(0.01, 0.07);
        take.add(start, grains.burst(0.001, take.between(0.2, 0.9), 160, 1500 + 6000 * near * take.between(0.3, 1)),
            near * take.between(0.5, 1.6), take.between(-0.7, 0.7));
      }
    }
    double length = Math.max(0.5, take.seconds() * 1.15 - start);
    int rolls = 4 + take.random().nextInt(4);
    for (int i = 0; i < rolls; i++) {
      double at = start + (i == 0 ? 0 : take.between(0, 0.45 * length));
      double high = take.between(110, 260) * (0.7 + 0.6 * near) * take.pitch();
      float[] roll = grains.burst(take.between(0.05, 0.35), take.between(0.6, 1) * (length - (at - start)), 26, high);
      take.add(at, roll, take.between(1.5, 4) * (i == 0 ? 1.3 : 1), take.between(-0.6, 0.6));
    }
  }

  /** Waves that gather, break and draw back over the sand, on the rumble of those further out. */
  static void ocean(Take take) {
    double period = take.fit(take.between(6.2, 7.4) / take.pace() * take.traits().length());
    for (int layer = 0; layer < 2; layer++) {
      double shift = layer == 0 ? 0.12 : 0.55;
      double share = layer == 0 ? 1 : 0.5;
      for (int ear = 0; ear < 2; ear++) {
        surf(take, period, shift + 0.04 * ear, share, ear);
      }
    }
  }

  private static void surf(Take take, double period, double shift, double share, int ear) {
    Noise noise = take.noise();
    Filter water = new Filter(800, 0.6);
    Filter foam = new Filter(2500, 0.6);
    Filter deep = new Filter(140, 0.7);
    Drift each = new Drift(take.random(), 1 / period);
    double swell = 0;
    double unrest = 0;
    for (int i = 0; i < take.extent(); i++) {
      if (i % 32 == 0) {
        double turn = i / (period * Dsp.SAMPLE_RATE) + shift;
        double phase = turn - Math.floor(turn);
        swell = phase < 0.38 ? smooth(phase / 0.38) : StrictMath.exp(-4.2 * (phase - 0.38) / 0.62);
        water.tune((250 + 2600 * swell * swell) * take.pitch(), 0.6);
      }
      unrest = 0.8 + 0.2 * each.next();
      double x = noise.next();
      double sample = share
          * (unrest * swell * (0.8 * water.lowPass(x) + 0.22 * swell * foam.highPass(x)) + 0.22 * deep.lowPass(x)
              + 0.02 * x);
      take.add(i, ear == 0 ? sample : 0.2 * sample, ear == 0 ? 0.2 * sample : sample);
    }
  }

  private static double smooth(double x) {
    return x * x * (3 - 2 * x);
  }
}
