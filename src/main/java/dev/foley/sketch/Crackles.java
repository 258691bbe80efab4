package dev.foley.sketch;

/** What crackles: fire, an old record, a bad line, a spark. */
final class Crackles {
  private static final int POPS = 32;

  private Crackles() {}

  /** Lapping flames (a low flutter), hiss that comes and goes, and cracks that come in clusters. */
  static void fire(Take take) {
    flames(take);
    float[][] pops = new float[POPS][];
    Grains grains = take.grains();
    for (int i = 0; i < POPS; i++) {
      double hertz = take.between(900, 6500) * take.pitch();
      pops[i] = i % 5 == 0
          ? grains.ringing(0.0005, take.between(0.03, 0.07), hertz * 0.35, 2)
          : grains.ringing(0.0003, take.between(0.004, 0.025), hertz, 1.5);
    }
    take.scatter(4.5 * take.traits().density(), now -> {
      int cracks = 1 + (int) (5 * StrictMath.pow(take.random().nextDouble(), 3) * 2);
      double at = now;
      double pan = take.between(-0.6, 0.6);
      for (int i = 0; i < cracks; i++) {
        double force = take.random().nextDouble();
        take.add(at, pops[take.random().nextInt(POPS)], 0.12 + 0.9 * force * force * force, pan);
        at += take.between(0.004, 0.05);
      }
    });
  }

  private static void flames(Take take) {
    for (int ear = 0; ear < 2; ear++) {
      Noise noise = take.noise();
      Filter lap = new Filter(190 * take.pitch(), 0.9);
      Filter hiss = new Filter(2600, 0.6);
      Drift flicker = new Drift(take.random(), 11);
      Drift breath = new Drift(take.random(), 1.3);
      for (int i = 0; i < take.extent(); i++) {
        double x = noise.next();
        double flame = 0.6 + 0.3 * flicker.next() + 0.3 * breath.next();
        double gas = 0.5 + 0.5 * breath.next();
        double sample = 0.16 * flame * lap.lowPass(x) + 0.02 * gas * gas * hiss.highPass(x);
        take.add(i, ear == 0 ? sample : 0.3 * sample, ear == 0 ? 0.3 * sample : sample);
      }
    }
  }

  /** A worn record: surface noise, clicks, and one scratch that comes round 33 times a minute. */
  static void vinyl(Take take) {
    Noise noise = take.noise();
    Filter rumble = new Filter(60, 0.7);
    Filter surface = new Filter(2200, 0.5);
    for (int i = 0; i < take.extent(); i++) {
      double low = 0.05 * rumble.lowPass(noise.next());
      take.add(i, low + 0.012 * surface.bandPass(noise.next()), low + 0.012 * surface.bandPass(noise.next()));
    }
    Grains grains = take.grains();
    float[][] clicks = new float[POPS][];
    for (int i = 0; i < POPS; i++) {
      clicks[i] = grains.ringing(0.0002, take.between(0.002, 0.008), take.between(1200, 5000), 1);
    }
    take.scatter(16 * take.traits().density(), now -> {
      double force = take.random().nextDouble();
      take.add(now, clicks[take.random().nextInt(POPS)], 0.04 + 0.4 * force * force * force * force,
          take.between(-0.5, 0.5));
    });
    double turn = take.fit(60 / 33.3);
    for (double now = 0.4 * turn; now < (double) take.extent() / Dsp.SAMPLE_RATE; now += turn) {
      take.add(now, clicks[0], 0.5, 0.1);
      take.add(now + 0.011, clicks[1], 0.25, -0.1);
    }
  }

  /** Noise of an empty channel, with the whistle of a station that will not come in. */
  static void radioStatic(Take take) {
    Noise noise = take.noise();
    Filter low = new Filter(420, 0.7);
    Filter high = new Filter(5200, 0.8);
    Drift fading = new Drift(take.random(), 2);
    Drift tuning = new Drift(take.random(), 0.8);
    Oscillator whistle = new Oscillator(0);
    Grains grains = take.grains();
    for (int i = 0; i < take.extent(); i++) {
      double hiss = high.lowPass(low.highPass(noise.next()));
      double tune = tuning.next();
      double sample = 0.3 * (1 + 0.35 * fading.next()) * hiss
          + 0.02 * (1 - tune * tune) * whistle.sine((1300 + 900 * tune) * take.pitch());
      double wide = 0.03 * noise.next();
      take.add(i, sample + wide, sample - wide);
    }
    take.scatter(7 * take.traits().density(),
        now -> take.add(now, grains.burst(0.001, take.between(0.01, 0.06), 900, 7000), take.between(0.1, 0.7), 0));
  }

  /** Arcs between electrodes: a buzz at twice the mains, torn by sparks. */
  static void spark(Take take) {
    Noise noise = take.noise();
    Filter bite = new Filter(1700 * take.pitch(), 0.6);
    Oscillator mains = new Oscillator(0);
    Drift arc = new Drift(take.random(), 17);
    for (int i = 0; i < take.extent(); i++) {
      double on = Math.max(0, arc.next() + 0.35);
      double buzz = Math.max(0, mains.saw(100)) * on;
      double sample = 0.5 * Dsp.saturate(3 * bite.highPass(buzz * (0.5 + noise.next())));
      take.add(i, sample, sample);
    }
    Grains grains = take.grains();
    take.scatter(16 * take.traits().density(),
        now -> take.add(now, grains.burst(0.0003, take.between(0.004, 0.03), 2000, 14_000), take.between(0.2, 1),
            take.between(-0.5, 0.5)));
  }
}
