package dev.foley.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A database file that nobody is at work on: it came out of a running bot's, or out of a backup. It may be of any version of Foley, so
 * only columns of the first one are named.
 */
final class DatabaseCopy {
  /** The reader's alone: in WAL mode nobody who writes waits for one who reads. It meets a lock where a bot starts or stops. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Of the name alone, since a backup may be restored in another directory: what follows the last slash. */
  private static final String MOVE_FILES = """
      UPDATE generation SET audio_file = ? || replace(audio_file, rtrim(audio_file, replace(audio_file, '/', '')), '')
      WHERE audio_file IS NOT NULL
      """;

  private static final String DOUBT_QUEUED = """
      UPDATE generation SET state = 'Submitting', state_since = ?, version = version + 1 WHERE state = 'Queued'
      """;

  private final Path path;

  DatabaseCopy(Path path) {
    this.path = path;
  }

  /**
   * Copies what is committed at this moment, while a bot writes on. The copy is not on the disk for sure.
   *
   * @param copy must not exist
   * @throws SQLException if the database cannot be read or the copy cannot be written
   */
  static DatabaseCopy of(Path database, Path copy) throws SQLException {
    try (Connection connection = connect(database, true);
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
    }
    return new DatabaseCopy(copy);
  }

  Path path() {
    return path;
  }

  /**
   * What is in it.
   *
   * @param withFiles those whose sound may be in the spool and nowhere else
   */
  record Contents(int generations, int unfinished, Set<String> withFiles) {}

  /**
   * Looks through every page.
   *
   * @throws SQLException if it is damaged, or no database
   * @throws DatabaseUnusableException if it is another program's
   */
  Contents examine() throws SQLException {
    try (Connection connection = connect(path, true); Statement statement = connection.createStatement()) {
      try (ResultSet verdict = statement.executeQuery("PRAGMA integrity_check(1)")) {
        if (!verdict.next() || !"ok".equals(verdict.getString(1))) {
          throw new SQLException("the integrity check found damage");
        }
      }
      if (count(statement, "sqlite_master WHERE type = 'table' AND name IN ('generation', '" + SchemaHistory.TABLE
          + "')") < 2) {
        throw new DatabaseUnusableException("That is the database of another program, not of Foley.", null);
      }
      return new Contents(count(statement, "generation"),
          count(statement, "generation WHERE state NOT IN ('Delivered', 'Failed')"), withFiles(statement));
    }
  }

  private static Set<String> withFiles(Statement statement) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (ResultSet rows = statement.executeQuery(SqlGenerationStore.WITH_FILES)) {
      while (rows.next()) {
        ids.add(rows.getString("id"));
      }
    }
    return ids;
  }

  /** Whether this Foley can bring it up to date, or need not. */
  boolean isOfTheFuture() throws SQLException {
    try (Connection connection = connect(path, true)) {
      return SchemaHistory.version(connection) > SchemaHistory.LATEST;
    }
  }

  /**
   * Makes it fit to be gone on with: it finds its files, and nothing is submitted twice. What was still queued when the copy was made may
   * have been submitted since, for all that the copy knows; so its outcome is unknown, as after a crash, and its member decides.
   *
   * @param spool where its files will be
   */
  void prepare(Path spool, Instant now) throws SQLException {
    try (Connection connection = connect(path, false);
        PreparedStatement files = connection.prepareStatement(MOVE_FILES);
        PreparedStatement queued = connection.prepareStatement(DOUBT_QUEUED)) {
      connection.setAutoCommit(false);
      files.setString(1, spool + "/");
      files.executeUpdate();
      queued.setLong(1, now.toEpochMilli());
      queued.executeUpdate();
      connection.commit();
    }
  }

  private static int count(Statement statement, String tableAndCondition) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + tableAndCondition)) {
      return rows.getInt(1);
    }
  }

  private static Connection connect(Path path, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + path);
    return source.getConnection();
  }
}
