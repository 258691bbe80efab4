package dev.foley.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What Flyway has written down of its migrations, read without Flyway. Nearly every start finds the tables as it wants them, and then
 * Flyway, which loads 370 classes and reads the class path to find that out, need not be begun at all. In all other cases the
 * question is Flyway's.
 */
final class SchemaHistory {
  /** The table that tells a database of ours. */
  static final String TABLE = "flyway_schema_history";
  /** The number of the newest migration; they are numbered from 1 without gaps. A test compares it with the files. */
  static final int LATEST = 4;

  private SchemaHistory() {}

  /** Whether exactly the migrations of this Foley have been applied, all with success. False if that cannot be read. */
  static boolean isCurrent(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT version, success FROM " + TABLE + " ORDER BY installed_rank")) {
      int applied = 0;
      while (rows.next()) {
        applied++;
        if (!rows.getBoolean("success") || !Integer.toString(applied).equals(rows.getString("version"))) {
          return false;
        }
      }
      return applied == LATEST;
    } catch (SQLException _) {
      return false; // no such table yet; what else there may be, Flyway meets too and has sentences for
    }
  }

  /** Whether the database is one of ours. */
  static boolean isWrittenIn(Connection connection) throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), TABLE, null)) {
      return tables.next();
    }
  }

  /** The number of the newest migration that was applied; more than any of ours where its name is no number of ours. */
  static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT version FROM " + TABLE + " WHERE version IS NOT NULL")) {
      int newest = 0;
      while (rows.next()) {
        String version = rows.getString("version");
        newest = Math.max(newest, version.matches("\\d{1,9}") ? Integer.parseInt(version) : Integer.MAX_VALUE);
      }
      return newest;
    }
  }
}
