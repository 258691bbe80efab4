package dev.foley.sketch;

/** Things that ring when struck: bells, chimes, clocks, telephones, coins, glass. */
final class Struck {
  /** Partials of a church bell about its strike note, named hum, prime, tierce, quint, nominal and so on: ratio, level, decay. */
  private static final double[] CHURCH = {0.5, 0.5, 9, 1, 0.6, 6.5, 1.183, 0.75, 5, 1.506, 0.35, 3.5, 2, 1.2, 3.2,
      2.514, 0.7,
      2.2, 2.662, 0.5, 1.9, 3.011, 0.6, 1.5, 4.166, 0.55, 1.1, 5.433, 0.4, 0.8, 6.796, 0.3, 0.6};
  private static final double[] HAND = {1, 1, 2.6, 2.76, 0.55, 1.6, 5.4, 0.4, 0.9, 8.93, 0.2, 0.45, 13.34, 0.08, 0.25};
  private static final double[] TUBE = {1, 0.8, 3.4, 2.756, 0.6, 2.1, 5.404, 0.3, 1.1, 8.933, 0.12, 0.5};
  private static final int[] PENTATONIC = {0, 2, 4, 7, 9, 12, 14, 16};

  private Struck() {}

  static void churchBell(Take take) {
    double hertz = 262 * take.pitch();
    ring(take, 0, CHURCH, hertz, 0.5, -0.15);
    // A second, slightly different half of the bell: the two beat.
    ring(take, 0, CHURCH, hertz * 1.0017, 0.4, 0.15);
    take.add(0, take.grains().burst(0.001, 0.06, 400, 3500), 0.35, 0);
  }

  static void bell(Take take) {
    double hertz = 1180 * take.pitch();
    ring(take, 0, HAND, hertz, 0.6, -0.1);
    ring(take, 0, HAND, hertz * 1.003, 0.35, 0.1);
    take.add(0, take.grains().burst(0.0005, 0.015, 2500, 12_000), 0.3, 0);
  }

  /** Tubes in the wind: a handful of notes in loose order. */
  static void chimes(Take take) {
    double now = 0;
    double end = Math.max(0.2, take.seconds() - 0.4);
    while (now < end) {
      double hertz = 880 * take.pitch()
          * StrictMath.pow(2, PENTATONIC[take.random().nextInt(PENTATONIC.length)] / 12.0);
      ring(take, now, TUBE, hertz, take.between(0.15, 0.6), take.between(-0.7, 0.7));
      now += take.random().nextInt(3) == 0 ? take.between(0.03, 0.12) : take.between(0.15, 0.8);
    }
  }

  private static void ring(Take take, double at, double[] partials, double hertz, double gain, double pan) {
    double[] modes = partials.clone();
    double length = take.traits().length() * (take.traits().isMadeOf(Material.WOOD) ? 0.1 : 1);
    for (int i = 0; i < modes.length; i += 3) {
      modes[i] *= hertz;
      modes[i + 2] *= length;
    }
    take.add(at, Grains.modes(modes), gain, pan);
  }

  /** A clapper between two gongs, twenty strokes a second, for two short calls. */
  static void telephone(Take take) {
    double pitch = take.pitch();
    float[] high = Grains.modes(1390 * pitch, 0.6, 0.5, 2780 * pitch, 0.3, 0.3, 4610 * pitch, 0.4, 0.2, 6900 * pitch,
        0.15,
        0.1);
    float[] low = Grains.modes(1130 * pitch, 0.6, 0.5, 2240 * pitch, 0.3, 0.3, 3800 * pitch, 0.4, 0.2, 5700 * pitch,
        0.15,
        0.1);
    double call = Math.min(0.85, 0.45 * take.seconds());
    for (int half = 0; half < 2; half++) {
      int strokes = Math.max(4, (int) (call * 22));
      for (int i = 0; i < strokes; i++) {
        double at = half * (call + 0.22) + i / 22.0;
        take.add(at, i % 2 == 0 ? high : low, take.between(0.45, 0.6), i % 2 == 0 ? -0.2 : 0.2);
      }
    }
  }

  /** Tick, then tock: the escapement strikes from either side. */
  static void clock(Take take) {
    boolean tick = take.index() % 2 == 0;
    double pitch = take.pitch() * (tick ? 1 : 0.84);
    Grains grains = take.grains();
    take.add(0,
        Grains.modes(2310 * pitch, 0.7, 0.09, 3470 * pitch, 0.6, 0.07, 5230 * pitch, 0.4, 0.04, 870 * pitch, 0.4,
            0.12),
        tick ? 1 : 0.85, 0);
    take.add(0, grains.burst(0.0003, 0.008, 2500, 12_000), 0.7, 0);
    take.add(0.018, grains.burst(0.0003, 0.006, 1800, 9000), 0.22, 0);
  }

  /** A coin that falls, bounces ever faster, and spins out. */
  static void coin(Take take) {
    double gap = take.between(0.2, 0.26) * take.traits().length();
    double force = 1;
    double now = 0;
    for (int i = 0; i < 16; i++) {
      double pitch = take.pitch() * take.between(0.985, 1.015);
      double ring = 0.5 * force + 0.12;
      take.add(now, Grains.modes(4210 * pitch, 0.6, ring, 6830 * pitch, 0.5, ring * 0.8, 9140 * pitch, 0.35, ring * 0.5,
          12_400 * pitch, 0.2, ring * 0.3), force, take.between(-0.2, 0.2));
      take.add(now, take.grains().burst(0.0003, 0.006, 3000, 12_000), 0.35 * force, 0);
      now += gap;
      gap *= 0.74;
      force *= 0.78;
    }
  }

  /** The pane gives way with a crack, then its pieces ring and fall. */
  static void glass(Take take) {
    Grains grains = take.grains();
    double length = Math.max(0.3, Math.min(take.seconds(), 1.4 * take.traits().length()));
    take.add(0, grains.burst(0.0004, 0.16, 1300, 14_000), 1.1, 0);
    take.add(0, Grains.tone(420 * take.pitch(), 160 * take.pitch(), 0.02, 0.001, 0.09), 0.6, 0);
    for (int i = 0; i < 70; i++) {
      double now = 0.01 + length * StrictMath.pow(take.random().nextDouble(), 1.9);
      double hertz = 2000 * StrictMath.pow(4.6, take.random().nextDouble()) * take.pitch();
      double ring = take.between(0.04, 0.3);
      double force = take.between(0.08, 0.42) * (1 - 0.7 * now / (length + 0.02));
      take.add(now, Grains.modes(hertz, 1, ring, hertz * take.between(1.4, 1.9), 0.5, ring * 0.6, hertz * 2.7, 0.25,
          ring * 0.4), force, take.between(-0.8, 0.8));
      take.add(now, grains.burst(0.0003, 0.012, 4000, 15_000), 0.4 * force, take.between(-0.5, 0.5));
    }
  }
}
