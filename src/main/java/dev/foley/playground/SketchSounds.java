package dev.foley.playground;

import dev.foley.audio.PcmClip;
import dev.foley.playground.services.SoundSource;
import dev.foley.sketch.MusicSketch;
import java.time.Duration;

/** The sketch engines behind the simulated services. Effects and speech are music until they have engines of their own. */
final class SketchSounds implements SoundSource {
  private static final Duration A_SPOKEN_CHARACTER = Duration.ofMillis(65);

  private final MusicSketch music = new MusicSketch();

  @Override
  public PcmClip music(String prompt, Duration length, long seed) {
    return music.render(prompt, length, seed);
  }

  @Override
  public PcmClip effect(String prompt, Duration length, boolean loop, long seed) {
    return music.render(prompt, length, seed);
  }

  @Override
  public PcmClip speech(String text, String voice, double speed, long seed) {
    Duration spoken = A_SPOKEN_CHARACTER.multipliedBy(Math.max(16, text.length()));
    return music.render(text, Duration.ofMillis(Math.round(spoken.toMillis() / speed)), seed);
  }
}
