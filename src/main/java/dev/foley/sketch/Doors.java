package dev.foley.sketch;

/** Knocking, creaking, slamming; a door that opens and closes. */
final class Doors {
  /** Panel resonances of a house door, Hz. */
  private static final double[] PANEL = {125, 250, 395, 560, 790, 1250, 2150};

  private Doors() {}

  static void knock(Take take) {
    int count = take.traits().count().orElse(3);
    double gap = 0.19 / take.pace();
    for (int i = 0; i < count; i++) {
      rap(take, i * gap * take.between(0.95, 1.06), i == count - 1 ? 1 : take.between(0.75, 0.95));
    }
  }

  private static void rap(Take take, double at, double force) {
    double pitch = take.pitch() * take.between(0.97, 1.03);
    boolean metal = take.traits().isMadeOf(Material.METAL);
    double ring = metal ? 5 : take.traits().isMadeOf(Material.GLASS) ? 2 : 1;
    double scale = metal ? 2.3 : ring > 1 ? 3 : 1;
    take.add(at, Grains.modes(142 * scale * pitch, 1, 0.13 * ring, 231 * scale * pitch, 0.8, 0.1 * ring,
        389 * scale * pitch, 0.6, 0.075 * ring, 571 * scale * pitch, 0.4, 0.05 * ring, 1020 * scale * pitch, 0.2,
        0.035 * ring), force, 0);
    take.add(at, take.grains().burst(0.0006, 0.014, 900, 5000), 0.5 * force, 0);
  }

  /** Stick and slip: the hinge lets go in jerks, ever faster as it turns faster, and each jerk rings the panel. */
  static void creak(Take take) {
    double length = take.seconds();
    float[] jerks = new float[Grains.frames(length)];
    Drift unsteady = new Drift(take.random(), 7);
    double phase = 0;
    for (int i = 0; i < jerks.length; i++) {
      double x = (double) i / jerks.length;
      double turning = 0.25 + Dsp.sine(x / 2) * (0.75 + 0.25 * Dsp.sine(2.3 * x));
      double hertz = (16 + 95 * turning * turning) * take.pitch() * (1 + 0.18 * unsteady.next());
      phase += hertz / Dsp.SAMPLE_RATE;
      if (phase >= 1) {
        phase -= 1 + take.between(-0.12, 0.12);
        jerks[i] = (float) ((0.4 + turning) * take.between(0.5, 1));
      }
    }
    double edge = 0.04 * jerks.length;
    for (int p = 0; p < PANEL.length; p++) {
      Filter mode = new Filter(PANEL[p] * 1.35 * take.pitch(), 9 + p);
      double gain = (p < 2 ? 2.5 : 5.5) * Math.sqrt(9 + p);
      double pan = 0.2 * (p % 3 - 1);
      for (int i = 0; i < jerks.length; i++) {
        double fade = Math.min(1, Math.min(i, jerks.length - i) / edge);
        double sample = fade * gain * mode.bandPass(jerks[i]);
        take.add(i, (1 - pan) * sample, (1 + pan) * sample);
      }
    }
  }

  static void slam(Take take) {
    Grains grains = take.grains();
    double pitch = take.pitch();
    boolean metal = take.traits().isMadeOf(Material.METAL);
    take.add(0, grains.burst(0.001, 0.03, 1500, 6000), 0.5, 0.1);
    take.add(0.008, Grains.tone(120 * pitch, 52 * pitch, 0.04, 0.002, 0.6), 1.5, 0);
    take.add(0.008, grains.burst(0.001, 0.3, 90, 1600), 1.7, 0);
    take.add(0.008,
        Grains.modes(97 * pitch, 0.8, 0.5, 171 * pitch, 0.6, 0.36, 263 * pitch, 0.5, 0.28, 433 * pitch, 0.35,
            0.12),
        1, 0);
    if (metal) {
      take.add(0.008, Grains.modes(311 * pitch, 0.5, 1.4, 523 * pitch, 0.4, 1.1, 874 * pitch, 0.35, 0.9, 1411 * pitch,
          0.25, 0.7, 2317 * pitch, 0.2, 0.5), 0.9, 0);
    }
    // The latch falls and the frame rattles after.
    for (int i = 0; i < 5; i++) {
      take.add(0.05 + 0.035 * i * take.between(0.8, 1.2), grains.ringing(0.0005, 0.03, take.between(1400, 3200), 4),
          0.25 / (1 + i), 0.15);
    }
    take.add(0.03, grains.burst(0.03, 1.1, 60, 520), 0.4, 0);
  }

  /** The handle, the hinge for a moment, the door in its frame. */
  static void door(Take take) {
    Grains grains = take.grains();
    take.add(0, grains.ringing(0.001, 0.04, 2300, 3), 0.4, 0.1);
    take.add(0.09, grains.ringing(0.001, 0.06, 1500, 3), 0.5, 0.1);
    double swing = Math.max(0.2, take.seconds() - 0.9);
    Take hinge = new Take(take.canvas(), take.at() + Grains.frames(0.2), Grains.frames(swing), Grains.frames(swing), 0,
        false, take.traits(), take.random());
    creak(hinge);
    double shut = 0.35 + swing;
    take.add(shut,
        Grains.modes(93 * take.pitch(), 1, 0.22, 160 * take.pitch(), 0.7, 0.18, 287 * take.pitch(), 0.4, 0.1),
        1.3, 0);
    take.add(shut, grains.burst(0.001, 0.09, 120, 1700), 1.1, 0);
    take.add(shut + 0.05, grains.ringing(0.0008, 0.05, 1900, 3), 0.6, 0.1);
  }
}
