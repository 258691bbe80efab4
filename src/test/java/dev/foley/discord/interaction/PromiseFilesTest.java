package dev.foley.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.ChannelId;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromiseFilesTest {
  private static final Promise PROMISE = new Promise(1_573_685_822_429_855_744L, Secret.of("token"),
      new ChannelId(7), Locale.forLanguageTag("es-419"));

  @TempDir
  private Path directory;

  @Test
  void theNextProcessFindsWhatWasPromised() {
    new PromiseFiles(directory).made(PROMISE);

    List<Promise> left = new PromiseFiles(directory).left();

    assertThat(left).hasSize(1);
    assertThat(left.getFirst().token().reveal()).isEqualTo("token");
    assertThat(left.getFirst().interactionId()).isEqualTo(PROMISE.interactionId());
    assertThat(left.getFirst().channel()).isEqualTo(PROMISE.channel());
    assertThat(left.getFirst().locale()).isEqualTo(PROMISE.locale());
  }

  @Test
  void whatWasKeptIsForgottenOnceTheLastWordsAreSaid() {
    List<Runnable> afterLastWords = new ArrayList<>();
    PromiseFiles files = new PromiseFiles(directory, afterLastWords::add);
    files.made(PROMISE);
    files.kept(PROMISE);
    assertThat(new PromiseFiles(directory).left()).hasSize(1);

    afterLastWords.forEach(Runnable::run);

    assertThat(new PromiseFiles(directory).left()).isEmpty();
  }

  @Test
  void aFileThatWasNotWholeWhenItsProcessDiedIsDropped() throws IOException {
    Path half = Files.writeString(directory.resolve("1573685822429855744"), "token\n");
    Path other = Files.writeString(directory.resolve("no-number"), "a\n1\nen\n");

    assertThat(new PromiseFiles(directory).left()).isEmpty();

    assertThat(half).doesNotExist();
    assertThat(other).doesNotExist();
  }
}
