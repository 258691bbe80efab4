package dev.foley.sketch;

/**
 * Water that is not rain. A bubble rings at a pitch set by its radius, rises as it nears the surface, and dies away.
 *
 * @see "Kees van den Doel, Physically based models for liquid sounds (2005)"
 */
final class Water {
  private static final int BUBBLES = 48;

  private Water() {}

  static void stream(Take take) {
    rush(take, 0.035);
    bubbling(take, 110 * take.traits().density() * take.pace(), 350, 2100, 0.02, 0.07);
  }

  static void bubbles(Take take) {
    rush(take, 0.004);
    bubbling(take, 13 * take.traits().density() * take.pace(), 220, 900, 0.06, 0.16);
  }

  private static void bubbling(Take take, double perSecond, double lowHertz, double highHertz, double shortest,
      double longest) {
    float[][] bubbles = new float[BUBBLES][];
    for (int i = 0; i < BUBBLES; i++) {
      double place = (double) i / BUBBLES;
      double hertz = lowHertz * StrictMath.pow(highHertz / lowHertz, place) * take.pitch();
      bubbles[i] = bubble(hertz, take.between(shortest, longest) * (1.5 - place), take.between(0.05, 0.6));
    }
    take.scatter(perSecond, now -> {
      double near = take.random().nextDouble();
      take.add(now, bubbles[take.random().nextInt(BUBBLES)], 0.03 + 0.25 * near * near, take.between(-0.8, 0.8));
    });
  }

  private static float[] bubble(double hertz, double decay, double rise) {
    return Grains.tone(hertz, hertz * (1 + rise), decay, 0.001, decay);
  }

  private static void rush(Take take, double gain) {
    Noise noise = take.noise();
    Filter[] low = {new Filter(500, 0.6), new Filter(500, 0.6)};
    Filter[] high = {new Filter(3800, 0.6), new Filter(3800, 0.6)};
    Drift flow = new Drift(take.random(), 2.5);
    for (int i = 0; i < take.extent(); i++) {
      double now = gain * (1 + 0.3 * flow.next());
      take.add(i, now * high[0].lowPass(low[0].highPass(noise.next())),
          now * high[1].lowPass(low[1].highPass(noise.next())));
    }
  }

  /** A tap on the surface, then the bubble that it caught. */
  static void drip(Take take) {
    double hertz = take.between(750, 1500) * take.pitch();
    double pan = take.between(-0.4, 0.4);
    take.add(0, take.grains().burst(0.0004, 0.012, 2500, 9000), 0.35, pan);
    take.add(take.between(0.012, 0.03), bubble(hertz, take.between(0.09, 0.16), 0.7), 0.9, pan);
    if (take.random().nextInt(3) == 0) {
      take.add(take.between(0.06, 0.12), bubble(hertz * 1.3, 0.06, 0.5), 0.25, pan);
    }
  }

  /** The slap, the sheet of spray, and the drops and bubbles that come after. */
  static void splash(Take take) {
    Grains grains = take.grains();
    double length = Math.min(take.seconds(), 1.6 * take.traits().length());
    take.add(0, Grains.tone(190 * take.pitch(), 60 * take.pitch(), 0.05, 0.002, 0.22), 0.9, 0);
    take.add(0.005, grains.burst(0.008, 0.4 * length, 350 * take.pitch(), 2600), 1.6, -0.2);
    take.add(0.03, grains.burst(0.05, 0.8 * length, 1200, 8500), 0.7, 0.25);
    for (int i = 0; i < 60; i++) {
      double now = 0.06 + length * StrictMath.pow(take.random().nextDouble(), 1.5);
      double fading = 1 - 0.85 * now / (length + 0.1);
      take.add(now, bubble(take.between(400, 2400) * take.pitch(), take.between(0.02, 0.08), 0.5), 0.25 * fading,
          take.between(-0.7, 0.7));
    }
  }
}
