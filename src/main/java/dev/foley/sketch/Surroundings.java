package dev.foley.sketch;

import java.util.Set;

/** Noise around the music: a worn record, rain, tape, sea, wind. Fades in; the master fades it out. */
final class Surroundings implements Stem {
  private static final double FADE_IN_SECONDS = 0.4;
  private final Set<Texture> textures;
  private final Noise noise;
  private final Filter leftTone = new Filter(1000, 0.7);
  private final Filter rightTone = new Filter(1000, 0.7);
  private final Filter rainLeft = new Filter(1800, 0.6);
  private final Filter rainRight = new Filter(1800, 0.6);
  private final Filter hiss = new Filter(3500, 0.7);
  private final Filter pop = new Filter(2400, 1.2);
  private final Filter drop = new Filter(3300, 3);
  private double brown;
  private double popLevel;
  private double dropLevel;

  Surroundings(Set<Texture> textures, long seed) {
    this.textures = textures;
    noise = new Noise(seed);
  }

  @Override
  public void render(float[] left, float[] right, int start, int count) {
    for (Texture texture : Texture.values()) {
      if (!textures.contains(texture)) {
        continue;
      }
      tune(texture, (double) start / Dsp.SAMPLE_RATE);
      for (int i = 0; i < count; i++) {
        float fade = (float) Math.min(1, (start + i) / (FADE_IN_SECONDS * Dsp.SAMPLE_RATE));
        switch (texture) {
          case VINYL -> vinyl(left, right, i, fade);
          case RAIN -> rain(left, right, i, fade);
          case TAPE -> {
            left[i] += fade * 0.006f * (float) hiss.highPass(noise.next());
            right[i] += fade * 0.006f * noise.next() * 0.7f;
          }
          case WAVES, WIND -> {
            left[i] += fade * 0.12f * (float) leftTone.bandPass(noise.next());
            right[i] += fade * 0.12f * (float) rightTone.bandPass(noise.next());
          }
        }
      }
    }
  }

  /** Sea and wind come and go, each ear at its own pace. */
  private void tune(Texture texture, double seconds) {
    double base = texture == Texture.WAVES ? 500 : 380;
    double resonance = texture == Texture.WAVES ? 0.6 : 2.5;
    leftTone.tune(base * Dsp.exp2(1.1 * Dsp.sine(seconds / 8.3)), resonance);
    rightTone.tune(base * Dsp.exp2(1.1 * Dsp.sine(seconds / 8.3 + 0.13)), resonance);
  }

  private void vinyl(float[] left, float[] right, int i, float fade) {
    float chance = noise.next();
    if (chance > 0.99976f) {
      popLevel = 0.12 + 0.5 * Math.abs(noise.next()) * Math.abs(noise.next());
    }
    double crackle = pop.bandPass(popLevel * noise.next());
    popLevel *= 0.985;
    brown = 0.998 * brown + 0.02 * noise.next();
    double surface = 0.0035 * noise.next() + 0.004 * brown;
    left[i] += fade * (float) (0.9 * crackle + surface);
    right[i] += fade * (float) (0.6 * crackle + surface + 0.002 * noise.next());
  }

  private void rain(float[] left, float[] right, int i, float fade) {
    if (noise.next() > 0.9988f) {
      dropLevel = 0.25 * Math.abs(noise.next());
    }
    double patter = drop.bandPass(dropLevel * noise.next());
    dropLevel *= 0.992;
    left[i] += fade * (float) (0.03 * rainLeft.highPass(noise.next()) + patter);
    right[i] += fade * (float) (0.03 * rainRight.highPass(noise.next()) + 0.7 * patter);
  }
}
