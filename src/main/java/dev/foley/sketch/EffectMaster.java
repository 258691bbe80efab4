package dev.foley.sketch;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The last step of an effect: one loudness for every effect where it sounds, a clean end, peaks below the ceiling, 16 bits. */
final class EffectMaster {
  private static final double TARGET_DB = -18;
  private static final double SOFTEST_DB = -21.5;
  private static final double LOUDEST_DB = -15.5;
  private static final double FADE_SHARE = 0.12;
  private static final int LONGEST_FADE = (int) (0.3 * Dsp.SAMPLE_RATE);
  private static final int ATTEMPTS = 4;

  private EffectMaster() {}

  /**
   * @param emphasis dB by which the words ask for a louder or softer sound
   * @param circular whether the clip will be repeated, and so has no end
   */
  static PcmClip finish(Canvas canvas, double emphasis, boolean circular) {
    if (!circular) {
      canvas.fadeOut((int) Math.min(LONGEST_FADE, FADE_SHARE * canvas.frames()), false);
    }
    double target = Dsp.gain(Math.max(SOFTEST_DB, Math.min(LOUDEST_DB, TARGET_DB + emphasis)));
    double gain = target / Math.max(1e-9, canvas.activeLevel());
    double rms = rms(canvas);
    Ceiling ceiling = new Ceiling(circular);
    double wanted = rms * gain;
    for (int i = 0; i < ATTEMPTS; i++) {
      // What is all peaks, such as a clock, would be crushed rather than made louder: hence the limits.
      double missing = wanted / Math.max(1e-9, ceiling.apply(canvas.left(), canvas.right(), gain, null));
      if (missing < 1.03) {
        break;
      }
      gain *= Math.min(1.35, missing);
    }
    byte[] samples = new byte[canvas.frames() * PcmFormat.CD.frameBytes()];
    ceiling.apply(canvas.left(), canvas.right(), gain, ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN));
    return new PcmClip(PcmFormat.CD, samples);
  }

  private static double rms(Canvas canvas) {
    double sum = 0;
    for (int i = 0; i < canvas.frames(); i++) {
      float left = canvas.left()[i];
      float right = canvas.right()[i];
      sum += 0.5 * (left * left + right * right);
    }
    return Math.sqrt(sum / canvas.frames());
  }
}
