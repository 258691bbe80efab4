package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.provider.AudioArtifact;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingsTest {
  private static final AudioArtifact WAV = Samples.wav(Path.of("result.wav"));
  private static final Generation GENERATION = Samples.ready(WAV);

  @TempDir
  Path directory;

  @Test
  void everythingIsMadeOnceAndItsFilesAreRemoved() {
    FakeRenderer renderer = new FakeRenderer(directory);
    renderer.losslessBytes = Optional.of(1);
    renderer.previewBytes = Optional.of(1);
    renderer.voiceBytes = Optional.of(1);
    renderer.draws = true;
    try (Renderings renderings = new Renderings(renderer)) {
      for (int again = 0; again < 2; again++) {
        assertThat(renderings.lossless(GENERATION, WAV)).isPresent();
        assertThat(renderings.preview(GENERATION, WAV)).isPresent();
        assertThat(renderings.picture(GENERATION, WAV)).isPresent();
      }
      assertThat(renderings.voice(GENERATION, WAV)).isPresent();
      assertThat(directory).isNotEmptyDirectory();
    }
    assertThat(renderer.asked).containsExactly("lossless", "preview of at most 10485760", "picture", "voice");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatCannotBeMadeIsLeftOut() {
    FakeRenderer renderer = new FakeRenderer(directory);
    renderer.stumbles = true;
    try (Renderings renderings = new Renderings(renderer)) {
      assertThat(renderings.lossless(GENERATION, WAV)).isEmpty();
      assertThat(renderings.preview(GENERATION, WAV)).isEmpty();
      assertThat(renderings.voice(GENERATION, WAV)).isEmpty();
      assertThat(renderings.picture(GENERATION, WAV)).isEmpty();
    }
  }
}
