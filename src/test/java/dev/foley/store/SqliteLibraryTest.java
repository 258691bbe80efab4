package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it changes a property of the whole process")
class SqliteLibraryTest {
  private static final String PLACE = "org.sqlite.tmpdir";

  @TempDir
  private Path directory;
  private @Nullable String before;

  @BeforeEach
  void forget() {
    before = System.clearProperty(PLACE);
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(PLACE);
    } else {
      System.setProperty(PLACE, before);
    }
  }

  /** Each process that was killed left a megabyte in the directory for temporary files. */
  @Test
  void whatAKilledProcessUnpackedIsRemovedAtTheNextStart() throws IOException {
    Path left = Files.createFile(directory.resolve("sqlite-3.50.0-0b1c-libsqlitejdbc.so"));
    Path other = Files.createFile(directory.resolve("notes.txt"));

    SqliteLibrary.unpackIn(directory);

    assertThat(left).doesNotExist();
    assertThat(other).exists();
    assertThat(System.getProperty(PLACE)).isEqualTo(directory.toAbsolutePath().toString());
  }

  @Test
  void whatTheHostHasSetWins() {
    System.setProperty(PLACE, "/elsewhere");

    SqliteLibrary.unpackIn(directory);

    assertThat(System.getProperty(PLACE)).isEqualTo("/elsewhere");
  }
}
