package dev.foley.sketch;

/** Blows and explosions. */
final class Blasts {
  private Blasts() {}

  /** A blow: a falling thump, a slap of noise, and the ring of what was hit. */
  static void impact(Take take) {
    Grains grains = take.grains();
    double pitch = take.pitch();
    double length = take.traits().length();
    take.add(0, Grains.tone(170 * pitch, 46 * pitch, 0.045, 0.001, 0.75 * length), 1.4, 0);
    take.add(0, grains.burst(0.0006, 0.14 * length, 180, 4200 * pitch), 1.2, 0);
    take.add(0, grains.burst(0.0004, 0.02, 2500, 11_000), 0.7, 0);
    take.add(0.01, grains.burst(0.02, 0.9 * length, 40, 300 * pitch), 0.7, 0);
    take.traits().material().ifPresent(material -> body(take, material, pitch, length));
  }

  private static void body(Take take, Material material, double pitch, double length) {
    switch (material) {
      case METAL -> take.add(0,
          Grains.modes(213 * pitch, 0.6, 2.4 * length, 391 * pitch, 0.5, 2.1 * length, 677 * pitch, 0.5,
              1.8 * length, 1090 * pitch, 0.45, 1.5 * length, 1733 * pitch, 0.35, 1.1 * length, 2671 * pitch, 0.3,
              0.8 * length,
              4019 * pitch, 0.2, 0.5 * length),
          1, 0);
      case WOOD -> take.add(0, Grains.modes(163 * pitch, 1, 0.22, 291 * pitch, 0.8, 0.17, 467 * pitch, 0.6, 0.12,
          811 * pitch, 0.35, 0.07), 1.3, 0);
      case GLASS -> take.add(0, Grains.modes(1870 * pitch, 0.5, 0.9, 3260 * pitch, 0.5, 0.7, 5110 * pitch, 0.4, 0.5,
          7640 * pitch, 0.25, 0.3), 0.9, 0);
      case STONE, GRAVEL, SNOW, GRASS, WATER -> take.add(0.004, take.grains().burst(0.001, 0.3, 300, 2600), 0.9, 0);
    }
  }

  /** Shock, fireball, debris, and a rumble as long as there is time for. */
  static void explosion(Take take) {
    Grains grains = take.grains();
    double pitch = take.pitch();
    double length = Math.max(0.5, 1.1 * take.seconds());
    double near = 1 - 0.8 * take.traits().distance();
    take.add(0, grains.burst(0.0006, 0.09, 300, 14_000), 1.5 * near, 0);
    take.add(0, Grains.tone(130 * pitch, 34 * pitch, 0.11, 0.002, Math.min(length, 1.5)), 1.5, 0);
    for (int side = -1; side <= 1; side += 2) {
      take.add(0.004, grains.burst(0.004, Math.min(length, 2.2), 90, 2800 * pitch), 1.8 * near, 0.5 * side);
      take.add(0.02, grains.burst(0.05, 1.4 * length, 28, 210 * pitch), 4, 0.4 * side);
      take.add(0.1, grains.burst(0.2, 1.2 * length, 60, 900 * pitch), 0.9, 0.6 * side);
    }
    for (int i = 0; i < 45; i++) {
      double now = 0.15 + 0.5 * Math.min(length, 4) * StrictMath.pow(take.random().nextDouble(), 1.4);
      take.add(now, grains.ringing(0.0006, take.between(0.01, 0.09), take.between(300, 4500), 1.5),
          0.35 * near * take.random().nextDouble() * (1 - 0.5 * now / length), take.between(-0.8, 0.8));
    }
  }

  /** A supersonic crack, the muzzle, and the echo of the surroundings. */
  static void gunshot(Take take) {
    Grains grains = take.grains();
    double near = 1 - 0.85 * take.traits().distance();
    take.add(0, grains.burst(0.0003, 0.03, 1200, 16_000), 2 * near, 0);
    take.add(0, grains.burst(0.0006, 0.16, 150, 5000), 1.8, 0);
    take.add(0, Grains.tone(240 * take.pitch(), 55 * take.pitch(), 0.025, 0.0008, 0.25), 1.5, 0);
    take.add(0.02, grains.burst(0.02, 0.9 * take.traits().length(), 120, 1600), 0.35, -0.4);
    take.add(0.05, grains.burst(0.03, 1.1 * take.traits().length(), 90, 1100), 0.3, 0.4);
    for (int i = 1; i < 4; i++) {
      take.add(0.11 * i + take.between(0, 0.05), grains.burst(0.006, 0.3, 200, 2400.0 / i), 0.22 / i,
          i % 2 == 0 ? 0.6 : -0.6);
    }
  }

  /** Two blows of the valves, the second shorter and higher, as heard through the chest. */
  static void heartbeat(Take take) {
    Grains grains = take.grains();
    double gap = 0.3 / take.pace();
    double pitch = take.pitch();
    take.add(0, Grains.tone(78 * pitch, 43 * pitch, 0.05, 0.012, 0.26), 1.2, 0);
    take.add(0, grains.burst(0.012, 0.12, 30, 130), 0.9, 0);
    take.add(gap, Grains.tone(96 * pitch, 58 * pitch, 0.04, 0.01, 0.18), 0.8, 0);
    take.add(gap, grains.burst(0.01, 0.08, 40, 170), 0.6, 0);
  }
}
