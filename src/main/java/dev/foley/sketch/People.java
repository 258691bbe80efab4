package dev.foley.sketch;

/** A crowd, its hands and its voices; one person at a keyboard. */
final class People {
  private static final int HANDS = 28;
  private static final int VOICES = 14;
  /** First and second resonance of vowels, Hz. */
  private static final double[][] VOWELS = {{730, 1090}, {530, 1840}, {390, 1990}, {570, 840}, {440, 1020},
      {660, 1720}};

  private People() {}

  /** Hundreds of pairs of hands, each with a pitch and a pace of its own; at the edges one hears single ones. */
  static void applause(Take take) {
    Grains grains = take.grains();
    int people = Math.max(5, (int) Math.round(70 * take.traits().density()));
    float[][] claps = new float[HANDS][];
    for (int i = 0; i < HANDS; i++) {
      claps[i] = grains.ringing(0.0006, take.between(0.012, 0.035), take.between(800, 2600) * take.pitch(), 1.3);
    }
    double end = (double) take.extent() / Dsp.SAMPLE_RATE;
    for (int person = 0; person < people; person++) {
      double period = take.between(0.19, 0.33) / take.pace();
      double near = take.random().nextDouble();
      double gain = 0.1 + 0.6 * near * near;
      double pan = take.between(-0.9, 0.9);
      int hands = take.random().nextInt(HANDS);
      for (double now = take.between(0, period); now < end; now += period * take.between(0.9, 1.1)) {
        take.add(now, claps[hands], gain * take.between(0.6, 1), pan);
      }
    }
    Noise noise = take.noise();
    Filter[] far = {new Filter(1700, 0.8), new Filter(1700, 0.8)};
    double many = 0.04 * Math.min(2, take.traits().density());
    for (int i = 0; i < take.extent(); i++) {
      take.add(i, many * far[0].bandPass(noise.next()), many * far[1].bandPass(noise.next()));
    }
  }

  /** Voices that talk at once: a tone through two moving resonances, in syllables. */
  static void crowd(Take take) {
    for (int voice = 0; voice < VOICES; voice++) {
      talk(take, voice, 1, 4.5);
    }
  }

  /** Many who shout for joy: high, open, long vowels. */
  static void cheer(Take take) {
    for (int voice = 0; voice < VOICES; voice++) {
      talk(take, voice, 2.1, 1.2);
    }
    Noise noise = take.noise();
    Filter[] roar = {new Filter(1100, 0.8), new Filter(1100, 0.8)};
    for (int i = 0; i < take.extent(); i++) {
      take.add(i, 0.25 * roar[0].bandPass(noise.next()), 0.25 * roar[1].bandPass(noise.next()));
    }
  }

  private static void talk(Take take, int voice, double height, double syllables) {
    double hertz = (voice % 2 == 0 ? take.between(95, 140) : take.between(170, 240)) * height * take.pitch();
    Oscillator cords = new Oscillator(take.random().nextDouble());
    Drift melody = new Drift(take.random(), 2);
    Drift syllable = new Drift(take.random(), syllables * take.between(0.85, 1.2) * take.pace());
    Drift pause = new Drift(take.random(), 0.6);
    Filter first = new Filter(600, 6);
    Filter second = new Filter(1500, 8);
    double pan = take.between(-0.8, 0.8);
    double gain = take.between(0.4, 1);
    double one = 600;
    double two = 1500;
    double[] vowel = VOWELS[0];
    for (int i = 0; i < take.extent(); i++) {
      if (i % 64 == 0) {
        if (take.random().nextInt(100) < 1) {
          vowel = VOWELS[take.random().nextInt(VOWELS.length)];
        }
        one += 0.03 * (vowel[0] - one);
        two += 0.03 * (vowel[1] - two);
        first.tune(one, 6);
        second.tune(two, 8);
      }
      double loud = Math.max(0, 0.35 + syllable.next()) * Math.max(0.1, Math.min(1, 0.7 + 2 * pause.next()));
      double source = cords.saw(hertz * (1 + 0.12 * melody.next()));
      double sample = gain * loud * (first.bandPass(source) + 0.6 * second.bandPass(source));
      take.add(i, sample * (1 - pan), sample * (1 + pan));
    }
  }

  /** Keys go down and come up again, in bursts of words, with a longer one for each space. */
  static void typing(Take take) {
    double end = (double) take.extent() / Dsp.SAMPLE_RATE;
    double now = 0.01;
    int letters = 4;
    while (now < end) {
      boolean space = letters-- == 0;
      key(take, now, space);
      double pause = take.between(0.075, 0.16);
      if (space) {
        letters = 2 + take.random().nextInt(6);
        pause += take.random().nextInt(5) == 0 ? take.between(0.2, 0.5) : 0.05;
      }
      now += pause / take.pace();
    }
  }

  private static void key(Take take, double at, boolean space) {
    Grains grains = take.grains();
    double pitch = take.pitch() * (space ? 0.65 : take.between(0.9, 1.12));
    double force = take.between(0.6, 1);
    double pan = take.between(-0.25, 0.25);
    take.add(at, grains.ringing(0.0004, 0.014, 2700 * pitch, 1.2), 0.8 * force, pan);
    take.add(at, Grains.modes(330 * pitch, 0.5, 0.035, 840 * pitch, 0.3, 0.025), force, pan);
    take.add(at + take.between(0.05, 0.075), grains.ringing(0.0003, 0.008, 3600 * pitch, 1.2), 0.35 * force, pan);
  }
}
