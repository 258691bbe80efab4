package dev.foley.bench.bots;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.playground.services.SoundSource;
import java.time.Duration;

/** A sound that costs the simulated services nothing to make, whatever the words: a square wave of 441 Hz. */
public final class SteadyTone implements SoundSource {
  private static final int HALF_WAVE_FRAMES = 50;
  private static final byte LOUDNESS = 0x20;

  @Override
  public PcmClip music(String prompt, Duration length, long seed) {
    byte[] samples = new byte[(int) PcmFormat.CD.framesIn(length) * PcmFormat.CD.frameBytes()];
    for (int i = 1; i < samples.length; i += 2) {
      boolean up = i / PcmFormat.CD.frameBytes() / HALF_WAVE_FRAMES % 2 == 0;
      samples[i] = up ? LOUDNESS : (byte) -LOUDNESS;
    }
    return new PcmClip(PcmFormat.CD, samples);
  }

  @Override
  public PcmClip effect(String prompt, Duration length, boolean loop, long seed) {
    return music(prompt, length, seed);
  }

  @Override
  public PcmClip speech(String text, String voice, double speed, long seed) {
    return music(text, Duration.ofSeconds(2), seed);
  }
}
