package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.generation.GenerationId;
import dev.foley.generation.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepartureMarksTest {
  private static final GenerationId SENT = new GenerationId("0PZA40G4JTX0A");
  private static final GenerationId HELD = new GenerationId("0PZA40G4JTX0B");
  private static final Optional<String> BOOT = Optional.of("a boot");

  @TempDir
  private Path directory;

  @Test
  void withinOneBootWhatHasNoMarkHasNotLeft() {
    open(BOOT).leaves(SENT);

    DepartureMarks next = open(BOOT, SENT, HELD);

    assertThat(next.neverLeft(SENT)).isFalse();
    assertThat(next.neverLeft(HELD)).isTrue();
  }

  @Test
  void whatLeavesNowIsKnownAtOnce() {
    DepartureMarks marks = open(BOOT);
    assertThat(marks.neverLeft(SENT)).isTrue();

    marks.leaves(SENT);
    marks.leaves(SENT);
    assertThat(marks.neverLeft(SENT)).isFalse();

    marks.settled(SENT);
    assertThat(directory).isDirectoryNotContaining(file -> file.endsWith(SENT.value()));
  }

  /** A power cut may have taken marks along. */
  @Test
  void afterAnotherBootNothingIsCertainOfWhatWasFound() {
    open(BOOT);

    DepartureMarks next = open(Optional.of("another boot"), SENT, HELD);

    assertThat(next.neverLeft(SENT)).isFalse();
    assertThat(next.neverLeft(HELD)).isFalse();
    assertThat(open(Optional.of("another boot"), SENT, HELD).neverLeft(HELD)).isFalse();
  }

  /** As after an upgrade from a version that made no marks. */
  @Test
  void theFirstStartOfAllIsCertainOfNothingThatItFinds() {
    DepartureMarks first = open(BOOT, HELD);

    assertThat(first.neverLeft(HELD)).isFalse();
    assertThat(first.neverLeft(SENT)).isTrue();
  }

  @Test
  void anotherDatabaseInItsPlaceIsNotTrusted() throws Exception {
    open(BOOT);
    DepartureMarks.distrust(directory);

    assertThat(open(BOOT, HELD).neverLeft(HELD)).isFalse();
  }

  @Test
  void withoutABootToTellNothingIsEverCertain() {
    open(Optional.empty());

    assertThat(open(Optional.empty(), HELD).neverLeft(HELD)).isFalse();
    assertThat(open(BOOT, HELD).neverLeft(HELD)).isFalse();
  }

  @Test
  void marksOfRowsThatWentOnAreRemoved() {
    open(BOOT).leaves(SENT);

    open(BOOT);

    assertThat(directory).isDirectoryNotContaining(file -> file.endsWith(SENT.value()));
  }

  @Test
  void whatCannotBeNotedMustNotLeave() throws Exception {
    DepartureMarks marks = open(BOOT);
    Files.delete(directory.resolve("boot"));
    Files.delete(directory);

    assertThatThrownBy(() -> marks.leaves(SENT)).isInstanceOf(StoreException.class);
  }

  @Test
  void aDirectoryThatCannotBeMadeIsToldInASentence() throws Exception {
    Path taken = Files.createFile(directory.resolve("taken"));

    assertThatThrownBy(() -> DepartureMarks.open(taken, BOOT, List.of()))
        .isInstanceOf(DatabaseUnusableException.class).hasMessageContaining("cannot be written");
  }

  @Test
  void linuxTellsItsBoot() {
    assertThat(DepartureMarks.boot()).isEqualTo(DepartureMarks.boot());
    if (Files.exists(Path.of("/proc/sys/kernel/random/boot_id"))) {
      assertThat(DepartureMarks.boot()).get().asString().hasSize(36);
    }
  }

  private DepartureMarks open(Optional<String> boot, GenerationId... submitting) {
    return DepartureMarks.open(directory, boot, List.of(submitting));
  }
}
