package dev.foley.sketch;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Turns a prompt into music, offline: 44.1 kHz, stereo, 16 bits. The same prompt, length and seed give the same bytes, on
 * any machine; another seed gives another tune. Thread-safe.
 */
public final class MusicSketch {
  /** What a service that plays this must tell its listeners. */
  public static final String DISCLAIMER = "This is a sketch by Foley's built-in synthesiser, not the AI model.";

  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(380);
  private static final int BLOCK = 1024;
  private static final int[] ROOTS = {0, 5, 3, 4};

  /**
   * @param length 0.5 to 380 s; the clip has exactly {@code PcmFormat.CD.framesIn(length)} frames
   * @throws IllegalArgumentException if the length is outside that range
   */
  public PcmClip render(String prompt, Duration length, long seed) {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a sketch lasts 0.5 to 380 s, not " + length);
    }
    int frames = (int) PcmFormat.CD.framesIn(length);
    RandomGenerator random = new SplittableRandom(seed ^ prompt.hashCode());
    var piano = new ModalPatch(new ModalPatch.StiffStrings(0.5), 0.3, 0.2, 0.25);
    int tonic = 48 + random.nextInt(12);
    int[] scale = {0, 2, 4, 5, 7, 9, 11};
    int beat = Dsp.SAMPLE_RATE / 2;
    float[] left = new float[frames];
    float[] right = new float[frames];
    List<Voice> sounding = new ArrayList<>();
    for (int from = 0, next = 0, count = 0; from < frames; from += BLOCK) {
      int to = Math.min(frames, from + BLOCK);
      if (from >= next) {
        int root = ROOTS[count / 4 % ROOTS.length];
        int step = root + 2 * random.nextInt(3);
        sounding.add(piano.voice(tonic + 12 + 12 * (step / 7) + scale[step % 7], 0.8, beat, random));
        if (count % 4 == 0) {
          sounding.add(piano.voice(tonic + scale[root], 0.7, 4 * beat, random));
        }
        count++;
        next += beat;
      }
      for (Iterator<Voice> voices = sounding.iterator(); voices.hasNext();) {
        if (!voices.next().render(left, right, from, to)) {
          voices.remove();
        }
      }
    }
    double power = 0;
    for (int i = 0; i < frames; i++) {
      power += (left[i] * left[i] + right[i] * right[i]) / 2;
    }
    double gain = Dsp.gain(-17) / Math.sqrt(power / frames + 1e-12);
    ByteBuffer bytes = ByteBuffer.allocate(frames * PcmFormat.CD.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
    int fade = Math.min(frames / 3, Dsp.SAMPLE_RATE);
    for (int i = 0; i < frames; i++) {
      double out = gain * Math.min(1, (double) (frames - i) / fade);
      bytes.putShort((short) Math.round(28_000 * Dsp.saturate(left[i] * out)));
      bytes.putShort((short) Math.round(28_000 * Dsp.saturate(right[i] * out)));
    }
    return new PcmClip(PcmFormat.CD, bytes.array());
  }
}
