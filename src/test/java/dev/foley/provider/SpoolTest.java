package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final PcmFormat MONO = new PcmFormat(24_000, 1, 16, PcmFormat.Encoding.INTEGER);

  @TempDir
  private Path directory;
  private Path files;
  private Spool spool;

  @BeforeEach
  void start() {
    files = directory.resolve("spool");
    spool = new Spool(files, 100_000);
  }

  private static ReadableByteChannel bytes(int count) {
    return Channels.newChannel(new ByteArrayInputStream(new byte[count]));
  }

  private AudioArtifact samples(String name, int... parts) throws Exception {
    try (SpoolFile file = spool.begin(name, Optional.of(MONO))) {
      for (int part : parts) {
        assertThat(file.append(bytes(part))).isEmpty();
      }
      return ((FetchOutcome.Fetched) file.finish(Optional.empty())).audio();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> list = Files.list(files)) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void wrapsBareSamplesThatComeInPartsAsOneWav() throws Exception {
    AudioArtifact audio = samples("x", 24_000, 24_000);

    assertThat(audio.content()).isEqualTo(new AudioContent.Wav(MONO, 24_000));
    assertThat(audio.measurement().orElseThrow().silent()).isTrue();
    assertThat(audio.sizeBytes()).isEqualTo(48_044);
    assertThat(names()).containsExactly("x.wav");
  }

  @Test
  void findsAFileThatWasWholeBeforeAnybodyCouldWriteThatDown() throws Exception {
    AudioArtifact audio = samples("x", 4_800);

    assertThat(spool.find("x")).contains(audio);
    assertThat(spool.find("y")).isEmpty();
    Files.write(files.resolve("z.part"), new byte[10]);
    assertThat(spool.find("z")).isEmpty();
  }

  @Test
  void dropsWhatWasNotFinished() throws Exception {
    try (SpoolFile file = spool.begin("x", Optional.empty())) {
      assertThat(file.append(bytes(10))).isEmpty();
    }

    assertThat(names()).isEmpty();
  }

  @Test
  void samplesThatAreNoWholeFramesWereCutOff() throws Exception {
    try (SpoolFile file = spool.begin("x", Optional.of(MONO))) {
      assertThat(file.append(bytes(4_801))).isEmpty();

      assertThat(file.finish(Optional.empty())).isInstanceOfSatisfying(FetchOutcome.Broken.class,
          broken -> assertThat(broken.reason()).isEqualTo(FailureReason.RESULT_TRUNCATED));
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void nothingIsNoAudio() throws Exception {
    try (SpoolFile file = spool.begin("x", Optional.of(MONO))) {
      assertThat(file.append(bytes(0))).isEmpty();

      assertThat(file.finish(Optional.empty())).isInstanceOfSatisfying(FetchOutcome.Broken.class,
          broken -> assertThat(broken.reason()).isEqualTo(FailureReason.RESULT_NOT_AUDIO));
    }
  }

  @Test
  void aBodyThatBreaksOffIsToldFromADiskThatIsFull() throws Exception {
    ReadableByteChannel breaking = new ReadableByteChannel() {
      @Override
      public int read(ByteBuffer buffer) throws IOException {
        throw new IOException("reset");
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void close() {}
    };
    try (SpoolFile file = spool.begin("x", Optional.empty())) {
      assertThat(file.append(breaking)).containsInstanceOf(FetchOutcome.Broken.class);
    }
  }

  @Test
  void isBounded() throws Exception {
    try (SpoolFile file = spool.begin("x", Optional.empty())) {
      assertThat(file.append(bytes(100_001))).containsInstanceOf(FetchOutcome.Rejected.class);
    }
  }

  @Test
  void oneFileHasOneWriter() throws Exception {
    try (SpoolFile _ = spool.begin("x", Optional.empty())) {
      assertThat(catchThrowableOfType(ProviderException.class, () -> spool.begin("x", Optional.empty())).kind())
          .isEqualTo(ProviderException.Kind.UNAVAILABLE);
    }
    spool.begin("x", Optional.empty()).close();
    assertThatIllegalArgumentException().isThrownBy(() -> spool.begin("../x", Optional.empty()));
  }

  @Test
  void aDiskThatTakesNothingIsNoticedBeforeAnythingIsAsked() throws Exception {
    Files.delete(files);

    assertThat(catchThrowableOfType(ProviderException.class, () -> spool.begin("x", Optional.empty())).kind())
        .isEqualTo(ProviderException.Kind.UNAVAILABLE);
  }

  @Test
  void holdsAFileUntilItIsDiscarded() throws Exception {
    AudioArtifact audio = samples("x", 4_800);

    assertThat(spool.holds(audio)).isTrue();
    spool.discard(audio);
    assertThat(spool.holds(audio)).isFalse();
    spool.discard(audio);
  }

  @Test
  void doesNotHoldAFileOfAnotherSize() throws Exception {
    AudioArtifact audio = samples("x", 4_800);
    Files.write(audio.file(), new byte[10]);

    assertThat(spool.holds(audio)).isFalse();
  }

  @Test
  void discardsNothingThatLiesElsewhere() throws Exception {
    Path elsewhere = Files.write(directory.resolve("mine.wav"), new byte[44]);

    spool.discard(new AudioArtifact(elsewhere, 44, new AudioContent.Wav(MONO, 1_000),
        Optional.of(URI.create("https://cdn.example/a"))));

    assertThat(elsewhere).exists();
  }

  @Test
  void sweepsWhatEarlierRunsLeftAndNothingElse() throws Exception {
    for (String name : List.of("keep.wav", "keep.part", "old.wav", "old.mp3", "old.part", "notes.txt", "foley.db")) {
      Files.write(files.resolve(name), new byte[1]);
    }

    assertThat(spool.sweep(Set.of("keep"))).isEqualTo(4);

    assertThat(names()).containsExactly("foley.db", "keep.wav", "notes.txt");
  }

  @Test
  void whatOthersHaveJustWrittenIsNotSwept() throws Exception {
    for (String name : List.of("fresh.wav", "fresh.part", "old.wav", "old.part")) {
      Files.write(files.resolve(name), new byte[1]);
    }
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    for (String name : List.of("fresh.wav", "fresh.part")) {
      Files.setLastModifiedTime(files.resolve(name), FileTime.from(now));
    }
    for (String name : List.of("old.wav", "old.part")) {
      Files.setLastModifiedTime(files.resolve(name), FileTime.from(now.minusSeconds(7_200)));
    }

    assertThat(spool.sweep(Set.of(), now.minusSeconds(3_600))).isEqualTo(2);

    assertThat(names()).containsExactly("fresh.part", "fresh.wav");
  }
}
