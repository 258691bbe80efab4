package dev.foley.sketch.speech;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The last step: one loudness, the speaker's vocal tract, 44.1 kHz, peaks below the ceiling, pauses between the
 * sentences.
 */
final class SpeechMaster {
  /**
   * Mono, 16 bits. 44.1 kHz, though the voice has nothing above 8 kHz: what every player, and the rest of the
   * sketch engine, uses.
   */
  static final PcmFormat FORMAT = new PcmFormat(44_100, 1, 16, PcmFormat.Encoding.INTEGER);
  /** RMS while speaking: -18 dBFS. */
  private static final double LEVEL = StrictMath.pow(10, -18 / 20.0);
  /** Peaks are bent from here on and never reach the ceiling, -1.2 dBFS. */
  private static final double KNEE = 0.6;
  private static final double CEILING = StrictMath.pow(10, -1.2 / 20);
  private static final int LEAD_MILLIS = 60;
  private static final int FADE = FORMAT.sampleRate() * 4 / 1000;

  private SpeechMaster() {}

  /**
   * @param speech changed on the way
   * @param tract by which resonances are to be raised
   */
  static PcmClip finish(List<Said> speech, double tract) {
    double before = Leveller.speechLevel(speech);
    speech.forEach(said -> Leveller.compress(said.samples(), before));
    double gain = LEVEL / Math.max(1, Leveller.speechLevel(speech));
    Resampler resampler = new Resampler(Kal.SAMPLE_RATE * tract, FORMAT.sampleRate());
    int frames = frames(LEAD_MILLIS);
    for (Said said : speech) {
      frames = Math.addExact(frames, resampler.lengthOf(said.samples().length) + frames(said.pauseMillis()));
    }
    byte[] bytes = new byte[frames * FORMAT.frameBytes()];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    skip(out, LEAD_MILLIS);
    for (Said said : speech) {
      write(said.samples(), resampler, gain, out);
      skip(out, said.pauseMillis());
    }
    return new PcmClip(FORMAT, bytes);
  }

  private static int frames(int millis) {
    return FORMAT.sampleRate() / 100 * millis / 10;
  }

  private static void skip(ByteBuffer out, int millis) {
    out.position(out.position() + frames(millis) * FORMAT.frameBytes());
  }

  private static void write(short[] samples, Resampler resampler, double gain, ByteBuffer out) {
    int length = resampler.lengthOf(samples.length);
    for (int i = 0; i < length; i++) {
      double edge = Math.min(1, (double) Math.min(i, length - 1 - i) / FADE);
      out.putShort((short) Math.round(32_767 * bent(resampler.at(samples, i) * gain * edge)));
    }
  }

  private static double bent(double sample) {
    double magnitude = Math.abs(sample);
    if (magnitude <= KNEE) {
      return sample;
    }
    double room = CEILING - KNEE;
    double over = (magnitude - KNEE) / room;
    return Math.copySign(KNEE + room * over / (1 + over), sample);
  }
}
