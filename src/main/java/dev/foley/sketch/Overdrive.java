package dev.foley.sketch;

/** A driven valve amplifier and its loudspeaker. */
final class Overdrive implements Effect {
  private static final double DRIVE = 14;
  private final Filter tight = new Filter(110, 0.7);
  private final Filter cabinetLow = new Filter(4200, 0.9);
  private final Filter cabinetSteep = new Filter(4800, 0.7);
  private final Filter presence = new Filter(2400, 1);
  private final Filter thump = new Filter(75, 0.7);

  @Override
  public void process(float[] left, float[] right, int count) {
    for (int i = 0; i < count; i++) {
      double driven = Dsp.saturate(DRIVE * tight.highPass(left[i] + right[i]) * 0.5);
      // Unequal halves make even harmonics; what they add as a mean, the last high-pass removes.
      double shaped = Dsp.saturate(1.2 * driven + 0.2 * driven * driven);
      double speaker = cabinetSteep.lowPass(cabinetLow.lowPass(shaped)) + 0.35 * presence.bandPass(shaped);
      float out = (float) (0.36 * thump.highPass(speaker));
      left[i] = out;
      right[i] = out;
    }
  }
}
