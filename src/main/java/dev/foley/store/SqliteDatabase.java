package dev.foley.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Opens a SQLite file.
 *
 * <p><b>One connection.</b> SQLite has one writer at a time. Several connections would meet at its lock, where each waits inside
 * native code, by sleeping, in no order, and keeps a carrier of virtual threads from others meanwhile; the pool's queue is
 * fair and parks. Measured on two busy cores, with 1,000 generations that want to be woken and changed every 2 s: one connection
 * gave 410 to 450 wakings a second, four gave 110 to 180 and lateness of seconds. The price is that a read waits its turn (4 to
 * 12 ms at that load instead of 0.6). It follows that nobody may ask for a second connection while holding one.
 *
 * <p><b>Durability.</b> WAL with {@code synchronous=FULL}: a commit has reached the disk when it returns. Transactions begin
 * IMMEDIATE, since one that reads first and writes later can be refused half-way when another process has written between.
 */
final class SqliteDatabase {
  static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  private SqliteDatabase() {}

  /** As {@link Database#open(String, Duration, UnaryOperator)}. */
  static Database open(String url, Duration busyTimeout, UnaryOperator<DataSource> wrapper) {
    DatabaseFile file = DatabaseFile.hold(url);
    try {
      refuseUnlessOurs(file.path(), busyTimeout);
      SQLiteConfig config = config(busyTimeout);
      Migrations.run(at(file.path(), new SQLiteDataSource(config)), file.path().toString());
      HikariDataSource pool = pool(wrapper.apply(at(file.path(), PreparedOnce.source(config))), busyTimeout);
      return new Database(Dialect.SQLITE, pool, pool, file::close, Optional.of(file.path()));
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Looks before anything is written: even the switch to WAL would change a file that is not ours. */
  private static void refuseUnlessOurs(Path path, Duration busyTimeout) {
    SQLiteConfig careful = new SQLiteConfig();
    careful.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
    SQLiteDataSource source = at(path, new SQLiteDataSource(careful));
    Set<String> tables = new HashSet<>();
    try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
        while (rows.next()) {
          tables.add(rows.getString("name"));
        }
      }
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      throw new DatabaseUnusableException(sentence(path, e), e);
    }
    if (!tables.isEmpty() && !tables.contains(SchemaHistory.TABLE)) {
      throw foreign(path);
    }
  }

  static DatabaseUnusableException foreign(Path path) {
    return new DatabaseUnusableException("The file " + path
        + " is a database of another program. It was left as it is; name another file for Foley.", null);
  }

  /** What the host reads where SQLite gave up. */
  static String sentence(Path path, SQLException e) {
    SQLiteErrorCode code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    String why = code.name();
    if (why.startsWith("SQLITE_NOTADB") || why.startsWith("SQLITE_CORRUPT")) {
      return "The file " + path + " is damaged, or is no database. It was left as it is. "
          + "Restore a copy, or move it away to begin with an empty one.";
    }
    if (why.startsWith("SQLITE_READONLY")) {
      return DatabaseFile.readOnly(path);
    }
    if (why.startsWith("SQLITE_BUSY") || why.startsWith("SQLITE_LOCKED")) {
      return "The database " + path + " is locked by another program. Close that one, then start again.";
    }
    if (why.startsWith("SQLITE_FULL")) {
      return "The disk of the database " + path + " is full. Make room, then start again.";
    }
    return "The database " + path + " cannot be opened (" + why
        + "). See whether the bot's user may read and write it, or name another file.";
  }

  private static SQLiteConfig config(Duration busyTimeout) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY); // the container's file system is read-only
    config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false); // ids are our own; it would ask for one after each INSERT
    return config;
  }

  private static SQLiteDataSource at(Path path, SQLiteDataSource source) {
    source.setUrl("jdbc:sqlite:" + path);
    return source;
  }

  private static HikariDataSource pool(DataSource source, Duration busyTimeout) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("foley-store");
    config.setDataSource(source);
    config.setMaximumPoolSize(1);
    config.setMaxLifetime(0); // nothing between us and a file gets stale
    config.setConnectionTimeout(busyTimeout.plusSeconds(5).toMillis()); // outlasts the statement of whoever is before us
    return new HikariDataSource(config);
  }
}
