package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.secret.Secret;
import dev.foley.store.StoreSettings.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseLookTest {
  @TempDir
  Path directory;

  @Test
  void whatIsNotThereIsFreshAndNotMade() {
    assertThat(look()).isEqualTo(new DatabaseState.Fresh(file().toString()));
    assertThat(DatabaseLook.at(PostgresStore.settings("jdbc:sqlite:" + directory.resolve("a/b/foley.db"))))
        .isInstanceOf(DatabaseState.Fresh.class);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void anEmptyFileIsFreshToo() throws Exception {
    Files.createFile(file());
    assertUntouched(() -> assertThat(look()).isInstanceOf(DatabaseState.Fresh.class));
  }

  @Test
  void whatAStartHasLeftIsReadyAndNotChanged() {
    Database.open(url()).close();
    assertUntouched(() -> assertReady(SchemaHistory.LATEST));
  }

  @Test
  void aPathWithWhatAddressesEscapeIsFound() {
    Path odd = directory.resolve("a b%20#ü+.db");
    Database.open("jdbc:sqlite:" + odd).close();
    assertThat(DatabaseLook.at(PostgresStore.settings("jdbc:sqlite:" + odd))).isInstanceOf(DatabaseState.Ready.class);
  }

  @Test
  void anEarlierVersionIsToldAndNotBroughtUpToDate() {
    Database.open(url()).close();
    RawSql.execute(url(), "DELETE FROM flyway_schema_history WHERE version = '" + SchemaHistory.LATEST + "'");
    assertUntouched(() -> assertReady(SchemaHistory.LATEST - 1));
  }

  /** Changes that a killed bot has left in the log beside the database count as much as those within. */
  @Test
  void whatStandsInTheLogOfAKilledBotIsSeen() throws Exception {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    try (Database _ = Database.open(url())) {
      RawSql.execute(url(), "DELETE FROM flyway_schema_history WHERE version = '" + SchemaHistory.LATEST + "'");
      for (String part : List.of("", "-wal", "-shm")) {
        Files.copy(directory.resolve("foley.db" + part), copy.resolve("foley.db" + part));
      }
    }
    assertThat(copy.resolve("foley.db-wal")).isNotEmptyFile();

    assertThat(DatabaseLook.at(PostgresStore.settings("jdbc:sqlite:" + copy.resolve("foley.db"))))
        .isInstanceOfSatisfying(DatabaseState.Ready.class,
            ready -> assertThat(ready.version()).isEqualTo(SchemaHistory.LATEST - 1));
  }

  @Test
  void aRunningBotIsSeenAndNotDisturbed() {
    try (Database _ = Database.open(url())) {
      assertThat(look()).isEqualTo(new DatabaseState.InUse(file().toString()));
    }
    assertThat(look()).isInstanceOf(DatabaseState.Ready.class);
  }

  @Test
  void whatANewerFoleyWroteCannotBeUsed() {
    Database.open(url()).close();
    RawSql.execute(url(), "UPDATE flyway_schema_history SET version = '99' WHERE version = '1'");
    assertUntouched(() -> assertUnusable(look(), "was written by a newer Foley"));
  }

  @Test
  void whatIsNotOursOrDamagedCannotBeUsed() throws Exception {
    RawSql.execute(url(), "CREATE TABLE accounts (id INTEGER)");
    assertUntouched(() -> assertUnusable(look(), "is a database of another program"));

    Files.writeString(file(), "Dear diary, ".repeat(1_000));
    assertUntouched(() -> assertUnusable(look(), "is damaged, or is no database"));
  }

  @Test
  void anAddressThatIsNoFilesIsASentence() {
    assertUnusable(DatabaseLook.at(PostgresStore.settings("jdbc:sqlite::memory:")), "The database address must be");
  }

  @Test
  void aServersDatabaseIsFreshThenReadyAndNothingIsMadeByLooking() {
    StoreSettings settings = PostgresStore.settings(EmbeddedPostgresServer.newDatabase());
    assertThat(DatabaseLook.at(settings)).isInstanceOf(DatabaseState.Fresh.class);
    assertThat(RawSql.count(settings.url(), "information_schema.tables WHERE table_schema = 'public'")).isZero();

    try (Database _ = Database.open(settings)) {
      assertThat(DatabaseLook.at(settings)).isInstanceOfSatisfying(DatabaseState.Ready.class, ready -> {
        assertThat(ready.engine()).matches("PostgreSQL [0-9.]+");
        assertThat(ready.version()).isEqualTo(SchemaHistory.LATEST);
        assertThat(ready.name()).doesNotContain("user=");
      });
    }
    RawSql.execute(settings.url(), "UPDATE flyway_schema_history SET version = '99' WHERE version = '1'");
    assertUnusable(DatabaseLook.at(settings), "was written by a newer Foley");
  }

  @Test
  void aUserWhoMayNotMakeTablesIsToldBeforeTheFirstStart() {
    String address = EmbeddedPostgresServer.newDatabase();
    RawSql.execute(address, "DROP ROLE IF EXISTS guest");
    RawSql.execute(address, "CREATE ROLE guest LOGIN");
    RawSql.execute(address, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");

    assertUnusable(DatabaseLook.at(PostgresStore.settings(address.replace("user=postgres", "user=guest"))),
        "does not let Foley's user make tables");
  }

  @Test
  void aServerThatCannotBeUsedIsASentenceWithoutThePassword() throws Exception {
    String address = EmbeddedPostgresServer.newDatabase();
    RawSql.execute(address, "CREATE TABLE accounts (id INTEGER)");
    assertUnusable(DatabaseLook.at(PostgresStore.settings(address)), "has tables of another program");
    assertUnusable(DatabaseLook.at(new StoreSettings(address.substring(0, address.indexOf('?')),
        new Login(Optional.of("nobody"), Optional.of(Secret.of("hunter2"))), Duration.ofMillis(50), 8,
        Duration.ofSeconds(5))), "does not let Foley in");
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertUnusable(
          DatabaseLook.at(PostgresStore.settings(EmbeddedPostgresServer.address(silent.getLocalPort(), "foley"))),
          "cannot be reached");
    }
  }

  private static void assertUnusable(DatabaseState state, String reason) {
    assertThat(state).isInstanceOfSatisfying(DatabaseState.Unusable.class,
        unusable -> assertThat(unusable.sentence()).contains(reason).doesNotContain("hunter2", "user="));
  }

  private void assertReady(int version) {
    assertThat(look()).isInstanceOfSatisfying(DatabaseState.Ready.class, ready -> {
      assertThat(ready.name()).isEqualTo(file().toString());
      assertThat(ready.engine()).startsWith("SQLite 3.");
      assertThat(ready.version()).isEqualTo(version);
      assertThat(ready.latest()).isEqualTo(SchemaHistory.LATEST);
    });
  }

  private void assertUntouched(Runnable action) {
    Map<String, String> before = contents();
    action.run();
    assertThat(contents()).isEqualTo(before);
  }

  /** Every file with what identifies its bytes and its last change. */
  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(),
            Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  private DatabaseState look() {
    return DatabaseLook.at(PostgresStore.settings(url()));
  }

  private String url() {
    return "jdbc:sqlite:" + file();
  }

  private Path file() {
    return directory.resolve("foley.db");
  }
}
