package dev.foley.playground;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.playground.services.SoundSource;
import dev.foley.sketch.AnySketch;
import dev.foley.sketch.EffectSketch;
import dev.foley.sketch.speech.SketchVoice;
import dev.foley.sketch.speech.SpeechSketch;
import java.time.Duration;
import java.util.List;

/** The sketch engines behind the simulated services. */
final class SketchSounds implements SoundSource {
  private final AnySketch music = new AnySketch();
  private final EffectSketch effects = new EffectSketch();
  private final SpeechSketch speech = new SpeechSketch();

  @Override
  public PcmClip music(String prompt, Duration length, long seed) {
    return music.render(prompt, length, seed);
  }

  @Override
  public PcmClip effect(String prompt, Duration length, boolean loop, long seed) {
    return effects.render(prompt, length, loop, seed);
  }

  /**
   * A speaker's own name is that speaker. Each other name of a voice is always the same one, since the services have more voices
   * than there are speakers.
   */
  @Override
  public PcmClip speech(String text, String voice, double speed, long seed) {
    List<SketchVoice> voices = speech.voices();
    SketchVoice speaker = voices.stream().filter(known -> known.id().equals(voice)).findFirst()
        .orElseGet(() -> voices.get(Math.floorMod(voice.hashCode(), voices.size())));
    double possible = Math.clamp(speed, SpeechSketch.SLOWEST, SpeechSketch.FASTEST);
    return onBothSides(speech.render(text, speaker.id(), possible, seed));
  }

  private static PcmClip onBothSides(PcmClip mono) {
    byte[] from = mono.samples();
    byte[] to = new byte[2 * from.length];
    for (int i = 0; i < from.length; i += 2) {
      to[2 * i] = to[2 * i + 2] = from[i];
      to[2 * i + 1] = to[2 * i + 3] = from[i + 1];
    }
    return new PcmClip(PcmFormat.CD, to);
  }
}
