package dev.foley.store;

import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import com.zaxxer.hikari.HikariDataSource;
import dev.foley.generation.StoreException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;

/** A database, opened, checked and migrated: {@link SqliteDatabase} or {@link PostgresDatabase}. Thread-safe. */
final class Database implements AutoCloseable {
  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Runnable release;
  private final Jdbi jdbi;

  /** @param release what is to be done after the last connection is closed; must not throw */
  Database(Dialect dialect, HikariDataSource pool, Runnable release) {
    this.dialect = dialect;
    this.pool = pool;
    this.release = release;
    this.jdbi = Jdbi.create(pool);
    // Jdbi would put the bound values, a prompt and a token among them, into every exception message.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
  }

  /**
   * @throws DatabaseUnusableException if it cannot be reached, opened or written, is damaged, or belongs to another program or a
   *     newer Foley; it has not been changed then
   */
  static Database open(StoreSettings settings) {
    return PostgresDatabase.isMeant(settings.url())
        ? PostgresDatabase.open(settings)
        : open(settings.url());
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

  DataSource dataSource() {
    return pool;
  }

  Jdbi jdbi() {
    return jdbi;
  }

  Dialect dialect() {
    return dialect;
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
