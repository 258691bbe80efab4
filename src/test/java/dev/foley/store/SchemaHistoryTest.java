package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Flyway is passed by only where it would find nothing to do. */
class SchemaHistoryTest {
  @TempDir
  Path directory;

  @Test
  void theLatestIsTheNewestOfTheMigrationsThatAreShipped() throws Exception {
    Path first = Path.of(Objects.requireNonNull(Database.class.getResource("migration/V1__generation.sql")).toURI());
    try (var files = Files.list(Objects.requireNonNull(first.getParent()))) {
      assertThat(files.map(file -> file.getFileName().toString().replaceFirst("^V(\\d+)__.*\\.sql$", "$1")))
          .as("numbered from 1 without gaps")
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, SchemaHistory.LATEST).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void whatFlywayHasBroughtUpToDateIsCurrent() {
    open();

    assertThat(isCurrent()).isTrue();
  }

  @Test
  void anEmptyFileIsNot() {
    assertThat(isCurrent()).isFalse();
  }

  @Test
  void anEarlierVersionIsNot() {
    open();
    change("DELETE FROM flyway_schema_history WHERE version = '" + SchemaHistory.LATEST + "'");

    assertThat(isCurrent()).isFalse();
  }

  @Test
  void aLaterVersionIsNot() {
    open();
    change("INSERT INTO flyway_schema_history SELECT installed_rank + 100, '99', description, type, script, checksum,"
        + " installed_by, installed_on, execution_time, success FROM flyway_schema_history WHERE version = '1'");

    assertThat(isCurrent()).isFalse();
  }

  @Test
  void aMigrationThatFailedIsNot() {
    open();
    change("UPDATE flyway_schema_history SET success = 0 WHERE version = '2'");

    assertThat(isCurrent()).isFalse();
  }

  private void open() {
    Database.open(url()).close();
  }

  private void change(String sql) {
    RawSql.execute(url(), sql);
  }

  private boolean isCurrent() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(url());
    return SchemaHistory.isCurrent(source);
  }

  private String url() {
    return "jdbc:sqlite:" + directory.resolve("foley.db");
  }
}
