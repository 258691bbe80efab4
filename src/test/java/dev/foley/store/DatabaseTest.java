package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  @TempDir
  Path directory;

  @Test
  void theDirectoryIsMade() {
    Path file = directory.resolve("a/b/foley.db");
    Database.open("jdbc:sqlite:" + file).close();
    assertThat(file).isRegularFile();
  }

  @Test
  void aCommitIsOnTheDiskWhenItReturns() {
    try (Database database = Database.open(url())) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(database, "synchronous")).isEqualTo("2");
      assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(database, "busy_timeout")).isEqualTo("5000");
    }
  }

  @Test
  void whatWasWrittenIsThereAfterTheNextStart() {
    try (Database database = Database.open(url())) {
      database.jdbi().useHandle(handle -> handle.execute(
          "INSERT INTO scheduled_tasks (task_name, task_instance, picked, version) VALUES ('a', 'b', FALSE, 1)"));
    }
    try (Database database = Database.open(url())) {
      assertThat(database.jdbi().<Integer, RuntimeException>withHandle(handle -> handle
          .createQuery("SELECT count(*) FROM scheduled_tasks").mapTo(Integer.class).one())).isEqualTo(1);
    }
  }

  @Test
  void oneFileServesOneBot() {
    try (Database _ = Database.open(url())) {
      assertRefused(() -> Database.open(url()), "in use by another running Foley");
    }
    Database.open(url()).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://db/foley?password=hunter2", "jdbc:sqlite:", "jdbc:sqlite::memory:",
      "jdbc:sqlite:x.db?journal_mode=off", "foley.db", ""})
  void anAddressOfAnotherKindIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> Database.open(url)).isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("jdbc:sqlite:data/foley.db").hasMessageNotContaining("hunter2");
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
    byte[] letter = "Dear diary, ".repeat(1000).getBytes(StandardCharsets.UTF_8);
    Files.write(file(), letter);
    assertRefused(() -> Database.open(url()), "is no database");
    assertThat(file()).hasBinaryContent(letter);
  }

  @Test
  void aDatabaseThatWasCutShortIsLeftAsItIs() throws Exception {
    Database.open(url()).close();
    byte[] half = Arrays.copyOf(Files.readAllBytes(file()), Math.toIntExact(Files.size(file()) / 2));
    Files.write(file(), half);
    assertRefused(() -> Database.open(url()), "is damaged");
    assertThat(file()).hasBinaryContent(half);
  }

  @Test
  void aDatabaseOfAnotherProgramIsLeftAsItIs() throws Exception {
    RawSql.execute(url(), "CREATE TABLE cookies (name TEXT)");
    byte[] before = Files.readAllBytes(file());
    assertRefused(() -> Database.open(url()), "of another program");
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void aDatabaseOfTheFutureIsRefused() {
    Database.open(url()).close();
    RawSql.execute(url(), """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        VALUES (99, '99', 'x', 'SQL', 'V99__x.sql', 1, 'x', 1, 1)
        """);
    assertRefused(() -> Database.open(url()), "by a newer Foley");
  }

  @Test
  void aDatabaseThatAnotherProgramHasLockedIsRefused() throws Exception {
    Database.open(url()).close();
    try (var other = DriverManager.getConnection(url()); var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertRefused(() -> Database.open(url(), Duration.ofMillis(100), UnaryOperator.identity()),
          "locked by another program");
      statement.execute("ROLLBACK");
    }
    Database.open(url()).close();
  }

  @Test
  void aDirectoryThatIsAFileIsRefused() throws Exception {
    Files.writeString(directory.resolve("data"), "not a directory");
    assertRefused(() -> Database.open("jdbc:sqlite:" + directory.resolve("data/foley.db")), "is not a directory");
  }

  @Test
  void aDatabaseThatIsADirectoryIsRefused() throws Exception {
    Files.createDirectory(file());
    assertRefused(() -> Database.open(url()), "cannot be opened");
  }

  private void assertRefused(ThrowingCallable opening, String because) {
    assertThatThrownBy(opening).isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining(because).hasMessageContaining(directory.toString());
  }

  private static String pragma(Database database, String name) {
    return database.jdbi().withHandle(handle -> handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
  }

  private Path file() {
    return directory.resolve("foley.db");
  }

  private String url() {
    return "jdbc:sqlite:" + file();
  }
}
