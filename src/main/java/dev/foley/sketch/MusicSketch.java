package dev.foley.sketch;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.time.Duration;

/**
 * Turns a prompt into music, offline: 44.1 kHz, stereo, 16 bits. The same prompt, length and seed give the same bytes, on
 * any machine; another seed gives another tune. Thread-safe.
 *
 * <p>A prompt becomes a {@link MusicBrief} (what was asked for), a {@link Score} (notes), a recording (sound), a clip
 * (loudness, peaks, end). Every prompt gives music: words that are not known leave the choice to the composer.
 */
public final class MusicSketch {
  /** What a service that plays this must tell its listeners. */
  public static final String DISCLAIMER = "This is a sketch by Foley's built-in synthesiser, not the AI model.";

  /** The shortest clip that can hold a chord, and the longest that any of the services makes. */
  public static final Duration SHORTEST = Duration.ofMillis(500);

  public static final Duration LONGEST = Duration.ofSeconds(380);

  private static final double FADE_SHARE = 0.75;

  /**
   * Memory grows with the length, 12 bytes for each frame: 33 MB for a minute.
   *
   * @param length {@link #SHORTEST} to {@link #LONGEST}; the clip has exactly {@code PcmFormat.CD.framesIn(length)} frames
   * @throws IllegalArgumentException if the length is outside that range
   */
  public PcmClip render(String prompt, Duration length, long seed) {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a sketch lasts from 0.5 to 380 s, not " + length.toMillis() + " ms");
    }
    int frames = Math.toIntExact(PcmFormat.CD.framesIn(length));
    double seconds = (double) frames / Dsp.SAMPLE_RATE;
    MusicBrief brief = PromptReader.read(prompt);
    long chance = seed * 31 + prompt.hashCode();
    Score score = new Composer(brief, chance).compose(seconds);
    double tail = seconds - score.timeline().secondsOf(score.timeline().end());
    return Master.finish(new Studio(score, brief, chance).record(frames),
        (int) Math.min(frames, FADE_SHARE * tail * Dsp.SAMPLE_RATE));
  }
}
