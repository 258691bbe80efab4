package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.audio.AudioMeasurement;
import dev.foley.audio.PcmFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that have been delivered. */
class ShelfTest {
  private static final PcmFormat MONO = new PcmFormat(24_000, 1, 16, PcmFormat.Encoding.INTEGER);
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final long FILE_BYTES = 4_844;

  @TempDir
  private Path directory;
  private Path kept;
  private Spool spool;

  @BeforeEach
  void start() {
    kept = directory.resolve("kept");
    spool = spool(new Retention(Duration.ofDays(7), 3 * FILE_BYTES));
  }

  @Test
  void aDeliveredFileIsFoundUntilItIsDiscarded() throws Exception {
    AudioArtifact audio = measured(audio("x"));

    spool.shelve(audio);

    assertThat(spool.holds(audio)).isFalse();
    AudioArtifact copy = spool.shelved(audio).orElseThrow();
    assertThat(copy).isEqualTo(new AudioArtifact(kept.resolve("x.wav"), FILE_BYTES, audio.content(),
        audio.measurement(), audio.source()));
    assertThat(spool.holds(copy)).isTrue();

    spool.discard(audio);
    assertThat(spool.shelved(audio)).isEmpty();
    assertThat(names()).isEmpty();
  }

  @Test
  void aKeptCopyCanBeDiscardedItself() throws Exception {
    AudioArtifact audio = audio("x");
    spool.shelve(audio);

    spool.discard(spool.shelved(audio).orElseThrow());

    assertThat(names()).isEmpty();
  }

  @Test
  void aFileThatWasNotDeliveredIsNotOnTheShelf() throws Exception {
    assertThat(spool.shelved(audio("x"))).isEmpty();
  }

  @Test
  void theSpoolDoesNotKnowAKeptCopy() throws Exception {
    spool.shelve(audio("x"));

    assertThat(spool.find("x")).isEmpty();
    assertThat(spool.sweep(Set.of())).isZero();
    assertThat(names()).containsExactly("x.wav");
  }

  @Test
  void whereNothingIsKeptADeliveredFileGoes() throws Exception {
    Spool keepsNothing = new Spool(directory.resolve("other/spool"), 100_000);
    AudioArtifact audio = audio(keepsNothing, "x");

    keepsNothing.shelve(audio);

    assertThat(keepsNothing.holds(audio)).isFalse();
    assertThat(keepsNothing.shelved(audio)).isEmpty();
    assertThat(directory.resolve("other/kept")).doesNotExist();
    assertThat(keepsNothing.sweepKept(NOW)).isZero();
  }

  @Test
  void aFileThatCannotBeKeptGoesAllTheSame() throws Exception {
    AudioArtifact audio = audio("x");
    Files.delete(kept);

    spool.shelve(audio);

    assertThat(spool.holds(audio)).isFalse();
    assertThat(spool.shelved(audio)).isEmpty();
  }

  @Test
  void shelvingAFileThatIsGoneDoesNothing() throws Exception {
    AudioArtifact audio = audio("x");
    spool.discard(audio);

    spool.shelve(audio);

    assertThat(names()).isEmpty();
  }

  @Test
  void whatLiesElsewhereIsNeitherShelvedNorDoesItsNameDiscardACopy() throws Exception {
    spool.shelve(audio("x"));
    Path elsewhere = Files.write(directory.resolve("x.wav"), new byte[44]);
    AudioArtifact foreign = new AudioArtifact(elsewhere, 44, measured(audio("y")).content(), Optional.empty());

    spool.shelve(foreign);
    spool.discard(foreign);

    assertThat(elsewhere).exists();
    assertThat(names()).containsExactly("x.wav");
  }

  @Test
  void aCopyOfAnotherSizeIsNotTheOneThatWasDelivered() throws Exception {
    AudioArtifact audio = audio("x");
    spool.shelve(audio);
    Files.write(kept.resolve("x.wav"), new byte[10]);

    assertThat(spool.shelved(audio)).isEmpty();
  }

  @Test
  void whatIsOldEnoughIsSwept() throws Exception {
    shelve("old", Duration.ofDays(7));
    shelve("young", Duration.ofDays(7).minusMillis(1));
    Files.write(kept.resolve("notes.txt"), new byte[1]);

    assertThat(spool.sweepKept(NOW)).isEqualTo(1);

    assertThat(names()).containsExactly("notes.txt", "young.wav");
  }

  @Test
  void theOldestGoBeyondTheSizeThatIsKept() throws Exception {
    shelve("d", Duration.ofHours(1));
    shelve("a", Duration.ofHours(4));
    shelve("b", Duration.ofHours(3));
    shelve("c", Duration.ofHours(2));

    assertThat(spool.sweepKept(NOW)).isEqualTo(1);

    assertThat(names()).containsExactly("b.wav", "c.wav", "d.wav");
  }

  @Test
  void allIsSweptWhenTheHostKeepsNothingAnyMore() throws Exception {
    shelve("x", Duration.ZERO);

    assertThat(spool(new Retention(Duration.ZERO, 1 << 20)).sweepKept(NOW)).isEqualTo(1);
    assertThat(names()).isEmpty();
  }

  @Test
  void aShelfThatCannotBeMadeIsSaidAtTheStart() throws Exception {
    Files.delete(kept);
    Files.write(kept, new byte[1]);

    assertThatThrownBy(() -> spool(Retention.DEFAULT)).isInstanceOf(UncheckedIOException.class);
  }

  private Spool spool(Retention retention) {
    return new Spool(directory.resolve("spool"), 100_000, retention);
  }

  private void shelve(String name, Duration age) throws Exception {
    spool.shelve(audio(name));
    Files.setLastModifiedTime(kept.resolve(name + ".wav"), FileTime.from(NOW.minus(age)));
  }

  private AudioArtifact audio(String name) throws Exception {
    return audio(spool, name);
  }

  private static AudioArtifact audio(Spool spool, String name) throws Exception {
    try (SpoolFile file = spool.begin(name, Optional.of(MONO))) {
      assertThat(file.append(Channels.newChannel(new ByteArrayInputStream(new byte[4_800])))).isEmpty();
      return ((FetchOutcome.Fetched) file.finish(Optional.of(URI.create("https://cdn.example/x")))).audio();
    }
  }

  private static AudioArtifact measured(AudioArtifact audio) {
    return new AudioArtifact(audio.file(), audio.sizeBytes(), audio.content(),
        Optional.of(new AudioMeasurement(-1, -14, 0)), audio.source());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> list = Files.list(kept)) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
