package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {
  @TempDir
  Path directory;

  private Path part;
  private GrowingFile file;

  @BeforeEach
  void begin() throws IOException {
    part = Files.createFile(directory.resolve("x.part"));
    file = new GrowingFile(
        new AudioArtifact(directory.resolve("x.wav"), 6, new AudioContent.Wav(PcmFormat.CD, 1), Optional.empty()),
        part);
  }

  private void grow(String text) throws IOException {
    Files.writeString(part, text, StandardOpenOption.APPEND);
    file.grewTo(Files.size(part));
  }

  private CompletableFuture<String> reading() {
    CompletableFuture<String> read = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try (InputStream in = file.open()) {
        read.complete(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
      } catch (IOException e) {
        read.completeExceptionally(e);
      }
    });
    return read;
  }

  @Test
  void readersGetWhatComesAndEndWhereItWasAnnouncedToEnd() throws Exception {
    grow("abc");
    CompletableFuture<String> early = reading();
    grow("de");
    grow("f");
    assertThat(early.get(20, TimeUnit.SECONDS)).isEqualTo("abcdef");

    file.whole(Files.move(part, directory.resolve("x.wav")));
    assertThat(reading().get(20, TimeUnit.SECONDS)).isEqualTo("abcdef");
  }

  @Test
  void readersGoOnWhenTheFileGetsItsName() throws Exception {
    grow("abc");
    try (InputStream in = file.open()) {
      assertThat(in.readNBytes(2)).asString().isEqualTo("ab");
      grow("def");
      file.whole(Files.move(part, directory.resolve("x.wav")));
      file.end();
      assertThat(in.readAllBytes()).asString().isEqualTo("cdef");
    }
  }

  @Test
  void readersFailWhenNothingWillComeOfIt() throws Exception {
    grow("abc");
    CompletableFuture<String> waiting = reading();
    file.end();

    assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
        .withCauseInstanceOf(EOFException.class);
  }

  @Test
  void aFileThatWasRemovedCannotBeOpened() throws IOException {
    Files.delete(part);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> file.open());
  }
}
