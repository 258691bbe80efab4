package dev.foley.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SketchSoundsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final SketchSounds sounds = new SketchSounds();

  @Test
  void eachKindOfSoundComesFromAnEngine() {
    assertSounds(sounds.music("calm piano", SECOND, 1), SECOND);
    assertSounds(sounds.effect("a door slams", SECOND, false, 1), SECOND);
    PcmClip speech = sounds.speech("Good evening, everybody.", "anna", 1, 1);
    assertSounds(speech, speech.duration());
  }

  private static void assertSounds(PcmClip clip, Duration length) {
    assertThat(clip.format()).isEqualTo(PcmFormat.CD);
    assertThat(clip.duration()).isEqualTo(length);
    assertThat(clip.samples()).isNotEqualTo(new byte[clip.samples().length]);
  }
}
