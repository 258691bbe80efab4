package dev.foley.playground.services;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A square wave whose pitch depends on the seed; remembers what it was asked for. */
final class TestTone implements MusicSource {
  final Collection<RenderedClips.Clip> rendered = new ConcurrentLinkedQueue<>();

  @Override
  public PcmClip render(String prompt, Duration length, long seed) {
    rendered.add(new RenderedClips.Clip(prompt, length, seed));
    byte[] samples = new byte[(int) PcmFormat.CD.framesIn(length) * PcmFormat.CD.frameBytes()];
    int period = 100 + Math.floorMod(seed, 400);
    for (int i = 0; i < samples.length; i += 2) {
      samples[i + 1] = (byte) (i / 4 % period * 2 < period ? 32 : -32);
    }
    return new PcmClip(PcmFormat.CD, samples);
  }
}
