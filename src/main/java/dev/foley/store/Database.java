package dev.foley.store;

import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.foley.generation.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.TemplateEngine;

/** A database, opened, checked and migrated: {@link SqliteDatabase} or {@link PostgresDatabase}. Thread-safe. */
final class Database implements AutoCloseable {
  private final Dialect dialect;
  private final HikariDataSource pool;
  private final DataSource connections;
  private final Runnable release;
  private final Optional<Path> file;
  private final Jdbi jdbi;
  private final Writes writes;

  /**
   * @param connections out of the pool, perhaps watched
   * @param release what is to be done after the last connection is closed; must not throw
   * @param file of a database that this process has for itself
   */
  Database(Dialect dialect, HikariDataSource pool, DataSource connections, Runnable release, Optional<Path> file) {
    this.dialect = dialect;
    this.pool = pool;
    this.connections = connections;
    this.release = release;
    this.file = file;
    this.jdbi = Jdbi.create(connections);
    // Jdbi would put the bound values, a prompt and a token among them, into every exception message.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    // Statements are text as they stand: nothing has to be looked for in them, and filled in, each time.
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    this.writes = dialect.writes(jdbi);
  }

  /**
   * @throws DatabaseUnusableException if it cannot be reached, opened or written, is damaged, or belongs to another program or a
   *     newer Foley; it has not been changed then
   */
  static Database open(StoreSettings settings) {
    return open(settings, UnaryOperator.identity());
  }

  /**
   * As above, watched.
   *
   * @param wrapper around the source of connections
   */
  static Database open(StoreSettings settings, UnaryOperator<DataSource> wrapper) {
    return PostgresDatabase.isMeant(settings.url())
        ? PostgresDatabase.open(settings, wrapper)
        : open(settings.url(), SqliteDatabase.BUSY_TIMEOUT, wrapper);
  }

  /** A SQLite file, as {@link #open(StoreSettings)}. */
  static Database open(String url) {
    return open(url, SqliteDatabase.BUSY_TIMEOUT, UnaryOperator.identity());
  }

  /**
   * @param busyTimeout how long a statement waits for a lock that another process holds
   * @param wrapper around the source of connections, to watch them
   */
  static Database open(String url, Duration busyTimeout, UnaryOperator<DataSource> wrapper) {
    return SqliteDatabase.open(url, busyTimeout, wrapper);
  }

  /** For db-scheduler, which takes part in {@link #writes} by it. */
  DataSource dataSource() {
    return LentConnection.sourceInGroups(connections);
  }

  /** Where it is, if this process has it for itself. */
  Optional<Path> file() {
    return file;
  }

  Jdbi jdbi() {
    return jdbi;
  }

  Dialect dialect() {
    return dialect;
  }

  Writes writes() {
    return writes;
  }

  /** How its connections are used at this moment. */
  PoolUse use() {
    HikariPoolMXBean numbers = pool.getHikariPoolMXBean();
    return numbers == null
        ? new PoolUse(0, 0, 0) // nobody has asked for a connection yet
        : new PoolUse(numbers.getActiveConnections(), numbers.getIdleConnections(),
            numbers.getThreadsAwaitingConnection());
  }

  /** How db-scheduler writes times, limits and claims here. */
  JdbcCustomization scheduling() {
    return dialect.scheduling(writes);
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
    release.run();
  }
}
