package dev.foley.sketch;

/** Gestures: something goes by, rises or falls. They take the time they are given. */
final class Sweeps {
  private Sweeps() {}

  /** Air that something pushes aside: louder, higher and from one side to the other as it passes. */
  static void whoosh(Take take) {
    pass(take, 320 * take.pitch(), 1900 * take.pitch(), 1.1, 0.55);
    pass(take, 90 * take.pitch(), 420 * take.pitch(), 0.8, 0.6);
  }

  /** A blade through the air, thin and quick; with the ring of steel where the words say so. */
  static void swish(Take take) {
    pass(take, 900 * take.pitch(), 4600 * take.pitch(), 1.6, 0.5);
    if (take.traits().isMadeOf(Material.METAL)) {
      double pitch = take.pitch();
      take.add(0.35 * take.seconds(),
          Grains.modes(2790 * pitch, 0.12, 1.3, 4370 * pitch, 0.12, 1.1, 6130 * pitch, 0.1, 0.9,
              8650 * pitch, 0.07, 0.6),
          0.5, 0.2);
    }
  }

  private static void pass(Take take, double fromHertz, double peakHertz, double resonance, double peakAt) {
    int frames = take.frames();
    boolean fromLeft = take.random().nextBoolean();
    Noise noise = take.noise();
    Filter[] bands = {new Filter(fromHertz, resonance), new Filter(fromHertz, resonance)};
    double octaves = StrictMath.log(peakHertz / fromHertz) / StrictMath.log(2);
    Drift turbulence = new Drift(take.random(), 24);
    double swell = 0;
    double pan = 0;
    for (int i = 0; i < frames; i++) {
      if (i % 16 == 0) {
        double x = (double) i / frames;
        double rise = x < peakAt ? x / peakAt : (1 - x) / (1 - peakAt);
        swell = rise * rise * (3 - 2 * rise);
        swell *= swell;
        pan = 0.75 * (fromLeft ? 2 * x - 1 : 1 - 2 * x);
        double hertz = fromHertz * Dsp.exp2(octaves * Math.sqrt(swell));
        bands[0].tune(hertz, resonance);
        bands[1].tune(hertz, resonance);
      }
      double gain = swell * (1 + 0.2 * turbulence.next());
      take.add(i, gain * Math.sqrt(1 - pan) * bands[0].bandPass(noise.next()),
          gain * Math.sqrt(1 + pan) * bands[1].bandPass(noise.next()));
    }
  }

  static void riser(Take take) {
    climb(take, 1, take.frames());
  }

  static void downer(Take take) {
    climb(take, -1, take.frames());
  }

  /**
   * Noise and a chord of saws that climb together, or the same backwards.
   *
   * @param direction 1 up, -1 down
   */
  private static void climb(Take take, int direction, int frames) {
    Noise noise = take.noise();
    Filter[] air = {new Filter(500, 2), new Filter(500, 2)};
    Filter[] tone = {new Filter(500, 1), new Filter(500, 1)};
    double[] ratios = {1, 1.006, 1.5, 2.01};
    Oscillator[] saws = new Oscillator[ratios.length];
    for (int i = 0; i < saws.length; i++) {
      saws[i] = new Oscillator(take.random().nextDouble());
    }
    Oscillator flutter = new Oscillator(0);
    double height = 1;
    for (int i = 0; i < frames; i++) {
      double along = (double) i / frames;
      double x = direction > 0 ? along : 1 - along;
      if (i % 16 == 0) {
        height = Dsp.exp2(3 * x);
        for (int ear = 0; ear < 2; ear++) {
          air[ear].tune(320 * Dsp.exp2(4.3 * x) * take.pitch(), 2);
          tone[ear].tune((250 + 6000 * x * x) * take.pitch(), 1);
        }
      }
      double beat = 0.75 + 0.25 * flutter.sine(3 + 15 * x * x);
      double gain = (0.06 + 0.94 * x * x) * beat * Math.min(1, Math.min(i, frames - i) / 800.0);
      double l = 0;
      double r = 0;
      for (int s = 0; s < saws.length; s++) {
        double saw = saws[s].saw(110 * ratios[s] * height * take.pitch());
        l += s % 2 == 0 ? saw : 0.4 * saw;
        r += s % 2 == 0 ? 0.4 * saw : saw;
      }
      take.add(i, gain * (0.16 * tone[0].lowPass(l) + 0.8 * air[0].bandPass(noise.next())),
          gain * (0.16 * tone[1].lowPass(r) + 0.8 * air[1].bandPass(noise.next())));
    }
  }

  /** A chirp that falls as fast at each pitch as its pitch is high. */
  static void laser(Take take) {
    double length = Math.min(take.seconds(), 0.55 * take.traits().length());
    int frames = Grains.frames(length);
    double start = take.between(2800, 3800) * take.pitch();
    double octaves = -4.2;
    Oscillator main = new Oscillator(0);
    Oscillator second = new Oscillator(0.3);
    double pan = take.between(-0.3, 0.3);
    for (int i = 0; i < frames; i++) {
      double x = (double) i / frames;
      double hertz = start * Dsp.exp2(octaves * (1 - (1 - x) * (1 - x)));
      double gain = Math.min(1, i / 60.0) * (1 - x) * (1 - x * x);
      double sample = gain * Dsp.saturate(1.4 * main.sine(hertz) + 0.35 * second.pulse(hertz * 1.01, 0.35));
      take.add(i, sample * (1 - pan), sample * (1 + pan));
    }
  }

  /** Low brass by the dozen: a cluster of saws that bites, swells and decays, over its own sub-octave. */
  static void braam(Take take) {
    int frames = take.frames();
    double hertz = 55 * take.pitch();
    double[] ratios = {0.5, 1, 1.004, 0.997, 1.498, 2.003, 2.99, 1.06};
    Oscillator[] saws = new Oscillator[ratios.length];
    for (int i = 0; i < saws.length; i++) {
      saws[i] = new Oscillator(take.random().nextDouble());
    }
    Oscillator sub = new Oscillator(0);
    Filter[] lips = {new Filter(300, 1.1), new Filter(300, 1.1)};
    Drift growl = new Drift(take.random(), 28);
    for (int i = 0; i < frames; i++) {
      double x = (double) i / frames;
      double swell = Math.min(1, i / (0.09 * Dsp.SAMPLE_RATE))
          * (x < 0.35 ? 1 : StrictMath.pow(1 - (x - 0.35) / 0.65, 2));
      if (i % 16 == 0) {
        double open = 160 + 2100 * swell * (1 - 0.6 * x);
        lips[0].tune(open, 1.1);
        lips[1].tune(open * 1.06, 1.1);
      }
      double l = 0;
      double r = 0;
      for (int s = 0; s < saws.length; s++) {
        double saw = saws[s].saw(hertz * ratios[s]);
        l += s % 2 == 0 ? saw : 0.5 * saw;
        r += s % 2 == 0 ? 0.5 * saw : saw;
      }
      double rough = 1 + 0.3 * growl.next();
      double low = 0.7 * sub.sine(hertz * 0.5);
      take.add(i, swell * Dsp.saturate(1.2 * rough * lips[0].lowPass(0.5 * l) + low),
          swell * Dsp.saturate(1.2 * rough * lips[1].lowPass(0.5 * r) + low));
    }
    take.add(0, take.grains().burst(0.002, 0.5, 40, 900), 1.2, 0);
  }
}
