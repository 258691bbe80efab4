package dev.foley.store;

import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.foley.generation.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A SQLite database, opened, checked and migrated. Thread-safe.
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
final class Database implements AutoCloseable {
  static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  private final DatabaseFile file;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(DatabaseFile file, HikariDataSource pool) {
    this.file = file;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    // Jdbi would put the bound values, a prompt and a token among them, into every exception message.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
  }

  /**
   * @throws DatabaseUnusableException if the file cannot be opened or written, is damaged, or belongs to another program or a
   *     newer Foley; it has not been changed then
   */
  static Database open(String url) {
    return open(url, BUSY_TIMEOUT, UnaryOperator.identity());
  }

  /**
   * @param busyTimeout how long a statement waits for a lock that another process holds
   * @param wrapper around the source of connections, to watch them
   */
  static Database open(String url, Duration busyTimeout, UnaryOperator<DataSource> wrapper) {
    DatabaseFile file = DatabaseFile.hold(url);
    try {
      refuseUnlessOurs(file.path(), busyTimeout);
      SQLiteDataSource source = source(file.path(), busyTimeout);
      migrate(file.path(), source);
      return new Database(file, pool(wrapper.apply(source), busyTimeout));
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  DataSource dataSource() {
    return pool;
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** How db-scheduler writes times and limits here. */
  JdbcCustomization dialect() {
    return new SqliteJdbcCustomization();
  }

  /**
   * Puts a question to the database, through Jdbi or db-scheduler.
   *
   * @param failure what could not be done, without data of members
   * @throws StoreException if it does not answer
   */
  static <T> T ask(String failure, Supplier<T> question) {
    try {
      return question.get();
    } catch (JdbiException | SQLRuntimeException | DbSchedulerException e) {
      throw new StoreException(failure, e);
    }
  }

  @Override
  public void close() {
    pool.close();
    file.close();
  }

  /** Looks before anything is written: even the switch to WAL would change a file that is not ours. */
  private static void refuseUnlessOurs(Path path, Duration busyTimeout) {
    SQLiteConfig careful = new SQLiteConfig();
    careful.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
    SQLiteDataSource source = new SQLiteDataSource(careful);
    source.setUrl("jdbc:sqlite:" + path);
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
      throw new DatabaseUnusableException("The file " + path
          + " is a database of another program. It was left as it is; name another file for Foley.", null);
    }
  }

  private static String sentence(Path path, SQLException e) {
    SQLiteErrorCode code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    String why = code.name();
    if (why.startsWith("SQLITE_NOTADB") || why.startsWith("SQLITE_CORRUPT")) {
      return "The file " + path + " is damaged, or is no database. It was left as it is. "
          + "Restore a copy, or move it away to begin with an empty one.";
    }
    if (why.startsWith("SQLITE_READONLY")) {
      return "The database " + path + " cannot be written. Let the bot's user write to it and to its directory.";
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

  private static SQLiteDataSource source(Path path, Duration busyTimeout) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY); // the container's file system is read-only
    config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + path);
    return source;
  }

  private static void migrate(Path path, DataSource source) {
    if (SchemaHistory.isCurrent(source)) {
      return;
    }
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:dev/foley/store/migration")
          .table(SchemaHistory.TABLE)
          .ignoreMigrationPatterns(new String[0]) // by default it would run on a database of the future
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new DatabaseUnusableException("The database " + path
          + " was written by a newer Foley. Start that version, or restore the copy from before the upgrade.", e);
    } catch (FlywayException e) {
      throw new DatabaseUnusableException("The database " + path
          + " could not be brought up to date and was left as it was. The log says where it stopped.", e);
    }
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
