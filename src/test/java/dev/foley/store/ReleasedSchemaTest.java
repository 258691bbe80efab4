package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.foley.generation.GenerationId;
import dev.foley.generation.GuildId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From each schema that was ever released, on both databases: what stood in any of its tables is there after the upgrade, and read. */
class ReleasedSchemaTest {
  private static final Set<String> NOT_OURS = Set.of(SchemaHistory.TABLE, "sqlite_sequence");
  /** A number of their own for every release that has a migration: one that is changed later fails on the databases of its hosts. */
  private static final Map<String, Integer> CHECKSUMS = Map.of("1", -735_553_012, "2", -1_765_786_541, "3",
      -2_124_889_093,
      "4", 1_193_994_182);

  @TempDir
  Path directory;

  static Stream<Arguments> releasedSchemas() {
    return Arrays.stream(Dialect.values()).flatMap(dialect -> IntStream.rangeClosed(1, SchemaHistory.LATEST)
        .mapToObj(version -> Arguments.of(dialect, version)));
  }

  @ParameterizedTest(name = "V{1} on {0}")
  @MethodSource("releasedSchemas")
  void nothingIsLostOnTheWayToTheLatest(Dialect dialect, int version) throws Exception {
    String url = newDatabase(dialect);
    flyway(url, Integer.toString(version)).migrate();
    fill(url, dialect, version);
    Map<String, List<Map<String, String>>> before = rows(url);
    assertThat(before).as("each table of V" + version + " has rows")
        .allSatisfy((_, rows) -> assertThat(rows).isNotEmpty());

    try (Database database = open(url)) {
      assertThat(SchemaHistory.isCurrent(database.dataSource())).isTrue();
      assertKept(before, rows(url));
      assertRead(database, before);
    }
    assertThatCode(() -> open(url).close()).as("the start after that").doesNotThrowAnyException();
  }

  @Test
  void aMigrationThatWasReleasedIsNeverChanged() throws Exception {
    for (MigrationInfo migration : flyway(newDatabase(Dialect.SQLITE), "latest").info().all()) {
      assertThat(migration.getChecksum()).as(migration.getScript())
          .isEqualTo(CHECKSUMS.get(Objects.requireNonNull(migration.getVersion()).getVersion()));
    }
  }

  private static void assertKept(Map<String, List<Map<String, String>>> before,
      Map<String, List<Map<String, String>>> after) {
    before.forEach((table, rows) -> {
      List<Map<String, String>> now = after.getOrDefault(table, List.of());
      assertThat(now).as(table).hasSameSizeAs(rows);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(now.get(i)).as(table).containsAllEntriesOf(rows.get(i));
      }
    });
  }

  /** Through the ports, which refuse a row that makes no sense to them. */
  private static void assertRead(Database database, Map<String, List<Map<String, String>>> before) {
    SqlGenerationStore generations = new SqlGenerationStore(database);
    for (Map<String, String> row : before.getOrDefault("generation", List.of())) {
      GenerationId id = new GenerationId(value(row, "id"));
      assertThat(generations.find(id)).hasValueSatisfying(found -> {
        assertThat(found.state().getClass().getSimpleName()).isEqualTo(value(row, "state"));
        assertThat(found.request().prompt()).isEqualTo(value(row, "prompt"));
        assertThat(found.origin().interactionToken().reveal()).isEqualTo(value(row, "interaction_token"));
        assertThat(found.request().parameters()).hasSize(2);
        assertThat(generations.takes(found.takes().first())).hasSize(found.takes().count()).contains(found);
      });
    }
    for (Map<String, String> row : before.getOrDefault("ledger", List.of())) {
      assertThat(new SqlLedger(database.jdbi()).entries(new GenerationId(value(row, "generation_id"))))
          .extracting(entry -> entry.kind().name()).contains(value(row, "kind"));
    }
    for (Map<String, String> row : before.getOrDefault("draft", List.of())) {
      assertThat(new SqlDrafts(database.jdbi()).find(new GenerationId(value(row, "id")))).isPresent();
    }
    for (Map<String, String> row : before.getOrDefault("preference", List.of())) {
      assertThat(new SqlPreferences(database.jdbi()).of(new GuildId(Long.parseLong(value(row, "guild_id")))))
          .extracting(entry -> entry.value()).contains(value(row, "value"));
    }
  }

  private static String value(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static void fill(String url, Dialect dialect, int version) throws IOException {
    String time = dialect == Dialect.SQLITE ? "1795262460000" : "to_timestamp(1795262460)";
    try (InputStream file = ReleasedSchemaTest.class.getResourceAsStream("released/V" + version + ".sql")) {
      assertThat(file).as("rows as V" + version + " had them").isNotNull();
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("{time}", time);
      Pattern.compile(";\\s*\n").splitAsStream(text).forEach(statement -> RawSql.execute(url, statement));
    }
  }

  /** Table to its rows, ordered by their keys; a row is column to value. */
  private static Map<String, List<Map<String, String>>> rows(String url) throws SQLException {
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        tables.put(table, rows(statement, table));
      }
    }
    return tables;
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet found = connection.getMetaData().getTables(connection.getCatalog(), null, "%",
        new String[]{"TABLE"})) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
    }
    names.removeAll(NOT_OURS);
    return names;
  }

  private static List<Map<String, String>> rows(Statement statement, String table) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (ResultSet found = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2, 3")) {
      ResultSetMetaData columns = found.getMetaData();
      while (found.next()) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnName(i), String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static Flyway flyway(String url, String version) {
    return Flyway.configure().dataSource(url, null, null).locations("classpath:dev/foley/store/migration")
        .table(SchemaHistory.TABLE).target(version).load();
  }

  private static Database open(String url) {
    return Database.open(new StoreSettings(url, Duration.ofMillis(100), 4, Duration.ZERO));
  }

  private String newDatabase(Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> "jdbc:sqlite:" + directory.resolve("foley.db");
      case POSTGRESQL -> EmbeddedPostgresServer.newDatabase();
    };
  }
}
