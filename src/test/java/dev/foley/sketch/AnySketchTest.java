package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnySketchTest {
  private static final Duration LENGTH = Duration.ofSeconds(1);

  private final AnySketch any = new AnySketch();

  @ParameterizedTest
  @ValueSource(strings = {"rain on a tin roof", "footsteps on gravel, then a door creaks", "laser"})
  void wordsOfEffectsMakeAnEffect(String prompt) {
    assertThat(any.render(prompt, LENGTH, 1).samples())
        .isEqualTo(new EffectSketch().render(prompt, LENGTH, false, 1).samples());
  }

  @ParameterizedTest
  @ValueSource(strings = {"warm lo-fi piano, mellow drums, vinyl crackle, 82 BPM", "techno with rain", "something nice",
      ""})
  void wordsOfMusicAndOfNeitherMakeMusic(String prompt) {
    assertThat(any.render(prompt, LENGTH, 1).samples())
        .isEqualTo(new MusicSketch().render(prompt, LENGTH, 1).samples());
  }
}
