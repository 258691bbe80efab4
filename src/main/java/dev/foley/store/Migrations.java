package dev.foley.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** Brings the tables up to date, by text that both databases take. Of several instances that start at once, one does it. */
final class Migrations {
  private Migrations() {}

  /**
   * @param name of the database, for the host to read
   * @throws DatabaseUnusableException if a newer Foley wrote it, or a step failed; it was left as it was
   */
  static void run(DataSource source, String name) {
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
      throw ofTheFuture(name, e);
    } catch (FlywayException e) {
      throw new DatabaseUnusableException("The database " + name
          + " could not be brought up to date and was left as it was. The log says where it stopped.", e);
    }
  }

  static DatabaseUnusableException ofTheFuture(String name, @Nullable Throwable cause) {
    return new DatabaseUnusableException("The database " + name
        + " was written by a newer Foley. Start that version, or restore the copy from before the upgrade.", cause);
  }
}
