package dev.foley.sketch;

/**
 * One step of a walk. The foot presses twice, heel and toe, and the ground answers in its own way: hard floors ring, loose
 * ones crunch with as many grains as the pressure moves.
 *
 * @see "Andy Farnell, Designing Sound (2010), chapter Footsteps"
 */
final class Footfall {
  private Footfall() {}

  static void step(Take take) {
    boolean left = take.index() % 2 == 0;
    double pan = left ? -0.15 : 0.15;
    // Two feet are never quite alike, nor two steps of one foot.
    double weight = (left ? 1 : 0.88) * take.between(0.82, 1.05);
    double roll = take.between(0.075, 0.1) / Math.max(1, take.pace());
    Material ground = take.traits().material().orElse(Material.STONE);
    press(take, ground, 0, 0.07, weight, pan);
    press(take, ground, roll, 0.11, 0.6 * weight, pan);
  }

  private static void press(Take take, Material ground, double at, double length, double weight, double pan) {
    Grains grains = take.grains();
    double pitch = take.pitch() * take.between(0.95, 1.06);
    double heel = at == 0 ? 1 : 0.45;
    switch (ground) {
      case GRAVEL -> crunch(take, at, length, 46, weight, pan, 1500, 6500, 0.012);
      case SNOW -> {
        crunch(take, at, length * 1.5, 90, 0.55 * weight, pan, 700, 2600, 0.018);
        take.add(at, grains.burst(0.03, 0.1, 90, 500), 0.5 * weight, pan);
      }
      case GRASS -> {
        take.add(at, grains.burst(0.03, 0.14, 2200, 9000), 0.35 * weight, pan);
        crunch(take, at, length, 12, 0.5 * weight, pan, 2500, 8000, 0.006);
        take.add(at, grains.burst(0.01, 0.06, 60, 260), 0.7 * weight, pan);
      }
      case WATER -> {
        take.add(at, grains.burst(0.006, 0.16, 600, 5500), 0.8 * weight, pan);
        for (int i = 0; i < 7; i++) {
          double hertz = take.between(500, 1700) * pitch;
          take.add(at + take.between(0.02, 0.16), Grains.tone(hertz, hertz * 1.5, 0.04, 0.001, 0.05), 0.2 * weight,
              pan);
        }
      }
      case WOOD -> {
        take.add(at, Grains.modes(88 * pitch, 0.9, 0.16, 143 * pitch, 0.7, 0.13, 236 * pitch, 0.5, 0.1, 417 * pitch,
            0.25, 0.06, 690 * pitch, 0.12, 0.04), weight * heel, pan);
        take.add(at, grains.burst(0.0008, 0.02, 700, 3800), 0.5 * weight * heel, pan);
      }
      case METAL -> {
        take.add(at, Grains.modes(181 * pitch, 0.5, 0.35, 431 * pitch, 0.4, 0.5, 887 * pitch, 0.3, 0.4, 1523 * pitch,
            0.2, 0.3, 2510 * pitch, 0.1, 0.2), 0.7 * weight * heel, pan);
        take.add(at, grains.burst(0.0005, 0.02, 1500, 7000), 0.5 * weight * heel, pan);
      }
      case STONE, GLASS -> {
        take.add(at, grains.ringing(0.0006, 0.045, 1750 * pitch, 1.2), 0.9 * weight * heel, pan);
        take.add(at, Grains.modes(105 * pitch, 0.8, 0.09, 270 * pitch, 0.35, 0.06), 0.9 * weight * heel, pan);
        take.add(at + 0.012, grains.burst(0.015, 0.05, 2500, 7500), 0.09 * weight, pan);
      }
    }
  }

  /** Grains under the force of the foot, which rises and falls. */
  private static void crunch(Take take, double at, double length, int count, double weight, double pan, double lowHertz,
      double highHertz, double decay) {
    Grains grains = take.grains();
    for (int i = 0; i < count; i++) {
      double place = 0.5 * (take.random().nextDouble() + take.random().nextDouble());
      double force = 4 * place * (1 - place);
      double hertz = take.between(lowHertz, highHertz) * take.pitch();
      take.add(at + place * length, grains.ringing(0.0004, decay * take.between(0.3, 1), hertz, 1.6),
          0.5 * weight * force * take.between(0.2, 1), pan + take.between(-0.15, 0.15));
    }
    take.add(at, grains.burst(0.01, 0.05, 70, 320), 0.5 * weight, pan);
  }
}
