package dev.foley.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection to SQLite that keeps statements which were closed, and hands them out again when the same words are prepared.
 *
 * <p>Preparing is a tenth of the processor time of a waking, and neither SQLite's driver nor Hikari keeps statements; PostgreSQL's driver
 * does so by itself. What was bound is forgotten when a statement is closed. Where the same words are wanted while they are in use, or a
 * statement has failed, there is another one.
 *
 * <p>Like every connection of the driver's it is for one thread at a time. The schema must not change under it: migrations have a connection of
 * their own, before.
 */
final class PreparedOnce extends JDBC4Connection {
  private static final int MOST = 64;

  private final LinkedHashMap<String, Kept> idle = new LinkedHashMap<>();

  private PreparedOnce(String url, Properties properties) throws SQLException {
    super(url, url.substring(JDBC.PREFIX.length()), properties);
  }

  /** Connections of this kind. */
  static SQLiteDataSource source(SQLiteConfig config) {
    return new SQLiteDataSource(config) {
      @Override
      public SQLiteConnection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return new PreparedOnce(getUrl(), getConfig().toProperties());
      }
    };
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    checkOpen();
    checkCursor(type, concurrency, holdability);
    Kept known = idle.remove(sql);
    return known == null ? new Kept(this, sql) : known;
  }

  private void keep(Kept statement, String sql) throws SQLException {
    Kept other = idle.put(sql, statement);
    if (other != null && other != statement) { // which may be closed twice
      other.finish();
    }
    if (idle.size() > MOST) {
      idle.pollFirstEntry().getValue().finish();
    }
  }

  private static final class Kept extends JDBC4PreparedStatement {
    private final PreparedOnce connection;

    Kept(PreparedOnce connection, String sql) throws SQLException {
      super(connection, sql);
      this.connection = connection;
    }

    @Override
    public void close() throws SQLException {
      if (pointer.isClosed()) {
        finish(); // by what has failed, or along with the connection
        return;
      }
      rs.close();
      clearBatch();
      clearParameters();
      setMaxRows(0);
      setQueryTimeout(0);
      connection.keep(this, sql);
    }

    private void finish() throws SQLException {
      super.close();
    }
  }
}
