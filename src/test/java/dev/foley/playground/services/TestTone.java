package dev.foley.playground.services;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A square wave whose pitch depends on the seed; remembers what it was asked for. Speech has a letter in 50 ms. */
public class TestTone implements SoundSource {
  private final Collection<Sound> rendered = new ConcurrentLinkedQueue<>();

  public Collection<Sound> rendered() {
    return rendered;
  }

  @Override
  public PcmClip music(String prompt, Duration length, long seed) {
    return tone(new Sound.Music(prompt, length, seed), length, seed);
  }

  @Override
  public PcmClip effect(String prompt, Duration length, boolean loop, long seed) {
    return tone(new Sound.Effect(prompt, length, loop, seed), length, seed);
  }

  @Override
  public PcmClip speech(String text, String voice, double speed, long seed) {
    return tone(new Sound.Speech(text, voice, speed, seed),
        Duration.ofMillis(Math.round(50 * text.length() / speed)), seed);
  }

  private PcmClip tone(Sound sound, Duration length, long seed) {
    rendered.add(sound);
    byte[] samples = new byte[(int) PcmFormat.CD.framesIn(length) * PcmFormat.CD.frameBytes()];
    int period = 100 + Math.floorMod(seed, 400);
    for (int i = 0; i < samples.length; i += 2) {
      samples[i + 1] = (byte) (i / 4 % period * 2 < period ? 32 : -32);
    }
    return new PcmClip(PcmFormat.CD, samples);
  }
}
