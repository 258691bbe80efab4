package dev.foley.sketch;

/** Birds, insects, dogs and other animals. */
final class Creatures {
  /** Vowel of a bark, Hz. */
  private static final double[] THROAT = {620, 1150, 2500};

  private Creatures() {}

  /** Several birds, each with a song of its own that it repeats: whistles that glide, in phrases. */
  static void birds(Take take) {
    int birds = Math.max(2, (int) Math.round(4 * take.traits().density()));
    double end = (double) take.extent() / Dsp.SAMPLE_RATE;
    for (int bird = 0; bird < birds; bird++) {
      double base = take.between(2300, 5200) * take.pitch();
      int notes = 2 + take.random().nextInt(5);
      double[] from = new double[notes];
      double[] to = new double[notes];
      double[] length = new double[notes];
      for (int n = 0; n < notes; n++) {
        from[n] = base * take.between(0.8, 1.35);
        to[n] = base * take.between(0.75, 1.4);
        length[n] = take.between(0.035, 0.14) / take.pace();
      }
      double pan = take.between(-0.8, 0.8);
      double gain = take.between(0.3, 1);
      double trill = take.random().nextInt(3) == 0 ? take.between(25, 45) : 0;
      double now = bird == 0 ? 0.05 : take.between(0, 1.6);
      while (now < end) {
        for (int n = 0; n < notes && now < end; n++) {
          whistle(take, now, length[n], from[n], to[n], trill, gain * take.between(0.7, 1), pan);
          now += length[n] + take.between(0.02, 0.07);
        }
        now += take.between(0.4, 1.8) / take.pace();
      }
    }
  }

  private static void whistle(Take take, double at, double seconds, double fromHertz, double toHertz, double trill,
      double gain, double pan) {
    int frames = Grains.frames(seconds);
    int start = (int) (at * Dsp.SAMPLE_RATE);
    double phase = 0;
    for (int i = 0; i < frames; i++) {
      double x = (double) i / frames;
      double hertz = fromHertz + (toHertz - fromHertz) * x * x * (3 - 2 * x);
      phase += hertz * (1 + 0.04 * Dsp.sine(trill * i / Dsp.SAMPLE_RATE)) / Dsp.SAMPLE_RATE;
      double swell = 4 * x * (1 - x);
      double sample = gain * Math.sqrt(swell) * swell * (Dsp.sine(phase) + 0.12 * Dsp.sine(2 * phase));
      take.add(start + i, sample * (1 - pan), sample * (1 + pan));
    }
  }

  /** Wings drawn over a comb: pulses of one high tone, in chirps of three, each animal at its own pace. */
  static void crickets(Take take) {
    int insects = Math.max(2, (int) Math.round(5 * take.traits().density()));
    double end = (double) take.extent() / Dsp.SAMPLE_RATE;
    for (int insect = 0; insect < insects; insect++) {
      double hertz = take.between(4100, 5100) * take.pitch();
      float[] pulse = Grains.tone(hertz * 1.01, hertz * 0.99, 0.01, 0.006, 0.02);
      double period = take.fit(take.between(0.38, 0.62) / take.pace());
      double gain = insect == 0 ? 1 : take.between(0.1, 0.6);
      double pan = take.between(-0.85, 0.85);
      for (double now = take.between(0, period); now < end; now += period) {
        for (int i = 0; i < 3; i++) {
          take.add(now + i * 0.038, pulse, gain * (0.7 + 0.15 * i), pan);
        }
      }
    }
    Noise noise = take.noise();
    Filter[] meadow = {new Filter(5600, 3), new Filter(5600, 3)};
    for (int i = 0; i < take.extent(); i++) {
      take.add(i, 0.02 * meadow[0].bandPass(noise.next()), 0.02 * meadow[1].bandPass(noise.next()));
    }
  }

  /** A fly, bee or mosquito that circles. */
  static void buzz(Take take) {
    Oscillator wings = new Oscillator(0);
    Filter body = new Filter(1400 * take.pitch(), 0.8);
    Drift pitch = new Drift(take.random(), 2.5);
    Drift near = new Drift(take.random(), 0.9);
    Drift side = new Drift(take.random(), 0.7);
    for (int i = 0; i < take.extent(); i++) {
      double closeness = 0.55 + 0.45 * near.next();
      double pan = 0.85 * side.next();
      double sample = closeness * body.lowPass(wings.saw(205 * take.pitch() * (1 + 0.09 * pitch.next())));
      take.add(i, sample * (1 - pan), sample * (1 + pan));
    }
  }

  /** A voice with a throat: up and down in a sixth of a second, hoarse, twice. */
  static void bark(Take take) {
    int count = take.traits().count().orElse(2);
    for (int i = 0; i < count; i++) {
      call(take, i * 0.36 * take.between(0.95, 1.1), 0.19, 290, 520, 210, 0.5);
    }
  }

  /** A long vowel that rises and falls. */
  static void howl(Take take) {
    call(take, 0, 0.9 * take.seconds(), 240, 480, 330, 0.05);
  }

  static void meow(Take take) {
    call(take, 0, Math.min(0.8, 0.9 * take.seconds()), 560, 830, 430, 0.06);
  }

  private static void call(Take take, double at, double seconds, double fromHertz, double peakHertz, double toHertz,
      double hoarse) {
    int frames = Grains.frames(seconds);
    int start = (int) (at * Dsp.SAMPLE_RATE);
    Oscillator voice = new Oscillator(0);
    Noise noise = take.noise();
    Drift shake = new Drift(take.random(), 30);
    Filter[] throat = new Filter[THROAT.length];
    for (int f = 0; f < throat.length; f++) {
      throat[f] = new Filter(THROAT[f], 4);
    }
    double open = 0;
    for (int i = 0; i < frames; i++) {
      double x = (double) i / frames;
      if (i % 16 == 0) {
        open = Dsp.sine(0.5 * x);
        throat[0].tune(THROAT[0] * (0.6 + 0.6 * open) * Math.sqrt(take.pitch()), 4);
        throat[1].tune(THROAT[1] * (0.75 + 0.4 * open) * Math.sqrt(take.pitch()), 5);
      }
      double hertz = x < 0.35
          ? fromHertz + (peakHertz - fromHertz) * x / 0.35
          : peakHertz + (toHertz - peakHertz) * (x - 0.35) / 0.65;
      double breath = noise.next();
      double source = voice.saw(hertz * take.pitch() * (1 + 0.15 * hoarse * shake.next())) * (1 + hoarse * breath)
          + 0.5 * hoarse * breath;
      double sum = 0.15 * source;
      for (int f = 0; f < throat.length; f++) {
        sum += throat[f].bandPass(source) * (f == 2 ? 0.5 : 1);
      }
      double swell = Math.min(1, i / (0.1 * frames)) * Math.sqrt(Math.max(0, 1 - x))
          * Math.min(1, (frames - i) / 400.0);
      take.add(start + i, swell * sum, swell * sum);
    }
  }
}
