package dev.foley.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.foley.secret.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Opens a PostgreSQL database, on which several instances may work.
 *
 * <p><b>Nothing hangs for minutes.</b> A server that is gone, and one that takes packets and says nothing, end in an exception within
 * seconds: a connection has to be made, and a statement answered, in bounded time, and nobody waits longer for one of the pool. The
 * server ends by itself what a frozen instance has left open, which else would keep its locks.
 *
 * <p><b>A bounded pool.</b> Statements are short and there are more workers than connections, so that some instances fit into the 100
 * connections that a server has when nobody has set it up otherwise.
 */
final class PostgresDatabase {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final int CONNECTIONS = 10;
  /** Each lasts as long as a connection is waited for. */
  private static final int START_ATTEMPTS = 4;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(4);
  private static final Duration STATEMENT = Duration.ofSeconds(8);
  /** Beyond what the server itself bounds: what is left then is a server, or a network, that says nothing. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private PostgresDatabase() {}

  static boolean isMeant(String url) {
    return url.startsWith(PREFIX);
  }

  /** As {@link Database#open(StoreSettings, UnaryOperator)}. */
  static Database open(StoreSettings settings, UnaryOperator<DataSource> wrapper) {
    String name = name(settings.url());
    HikariDataSource pool = pool(settings, CONNECTIONS);
    try {
      awaitOurs(pool, name);
      try (HikariDataSource patient = patient(settings)) {
        Migrations.run(patient, name);
      }
      return new Database(Dialect.POSTGRESQL, pool, wrapper.apply(pool), () -> {}, Optional.empty());
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * As {@link DatabaseLook#at}.
   *
   * @throws DatabaseUnusableException if it cannot be used
   */
  static DatabaseState look(StoreSettings settings) {
    String name = name(settings.url());
    try (HikariDataSource source = pool(settings, 1)) {
      refuseUnlessOurs(source, name);
      try (Connection connection = source.getConnection()) {
        return SchemaHistory.isWrittenIn(connection)
            ? DatabaseLook.ready(name, engine(connection), connection)
            : fresh(name, connection);
      }
    } catch (SQLException e) {
      throw new DatabaseUnusableException(sentence(name, e), e);
    }
  }

  /** Without what the package it came in adds in brackets. */
  private static String engine(Connection connection) throws SQLException {
    return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion().replaceFirst(" .*", "");
  }

  /** Since PostgreSQL 15 only its owner may make tables in a database's public schema, unless others are let. */
  private static DatabaseState fresh(String name, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT has_schema_privilege(current_schema(), 'CREATE')")) {
      row.next();
      return row.getBoolean(1)
          ? new DatabaseState.Fresh(name)
          : new DatabaseState.Unusable("The database " + name + " does not let Foley's user make tables. "
              + "Let that user own the database, or grant it CREATE on its schema.");
    }
  }

  private static HikariDataSource pool(StoreSettings settings, int connections) {
    HikariConfig config = config(settings);
    config.setPoolName("foley-store");
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    config.setValidationTimeout(CONNECT.toMillis());
    config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
    config.addDataSourceProperty("socketTimeout", seconds(SILENCE));
    config.addDataSourceProperty("options", "-c statement_timeout=" + STATEMENT.toMillis()
        + " -c idle_in_transaction_session_timeout=" + STATEMENT.toMillis());
    return new HikariDataSource(config);
  }

  /** For one use, by one thread: what brings large tables up to date may take its time. */
  private static HikariDataSource patient(StoreSettings settings) {
    HikariConfig config = config(settings);
    config.setPoolName("foley-migration");
    config.setMaximumPoolSize(2); // one that migrates, one that keeps other instances from it
    return new HikariDataSource(config);
  }

  /** What the address says wins over these properties. */
  private static HikariConfig config(StoreSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    settings.login().user().ifPresent(config::setUsername);
    settings.login().password().map(Secret::reveal).ifPresent(config::setPassword);
    config.setInitializationFailTimeout(-1); // the first question says better what is wrong
    config.addDataSourceProperty("ApplicationName", "foley");
    config.addDataSourceProperty("connectTimeout", seconds(CONNECT));
    config.addDataSourceProperty("loginTimeout", seconds(CONNECT));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("targetServerType", "primary");
    return config;
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  /** A server that is just starting, as after a power cut, is waited for a while. */
  private static void awaitOurs(DataSource source, String name) {
    for (int attempt = 1;; attempt++) {
      try {
        refuseUnlessOurs(source, name);
        return;
      } catch (SQLException e) {
        if (attempt == START_ATTEMPTS || !mayPass(state(e))) {
          throw new DatabaseUnusableException(sentence(name, e), e);
        }
      }
    }
  }

  private static boolean mayPass(String state) {
    return state.isEmpty() || state.startsWith("08") || state.equals("57P03");
  }

  /** Tables without our history are somebody else's. */
  private static void refuseUnlessOurs(DataSource source, String name) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("""
            SELECT current_setting('transaction_read_only') = 'on' AS read_only, current_schema() IS NULL AS homeless,
              COUNT(*) > 0 AND COUNT(*) FILTER (WHERE table_name = '%s') = 0 AS foreign_tables
            FROM information_schema.tables WHERE table_schema = current_schema()
            """.formatted(SchemaHistory.TABLE))) {
      row.next();
      if (row.getBoolean("read_only")) {
        throw new DatabaseUnusableException("The database " + name
            + " can only be read. Name the server that takes writes.", null);
      }
      if (row.getBoolean("homeless")) {
        throw new DatabaseUnusableException("The database " + name
            + " has no schema that Foley's user may use. Create one, or grant it.", null);
      }
      if (row.getBoolean("foreign_tables")) {
        throw new DatabaseUnusableException("The database " + name
            + " has tables of another program. It was left as it is; name another database or schema for Foley.", null);
      }
    }
  }

  private static String sentence(String name, SQLException e) {
    String state = state(e);
    if (state.startsWith("28")) {
      return "The database " + name + " does not let Foley in. Check FOLEY_DATABASE_USER and FOLEY_DATABASE_PASSWORD.";
    }
    return switch (state) {
      case "3D000" -> "The database " + name + " does not exist on its server. Create it, then start again.";
      case "53300" -> "The server of the database " + name
          + " has no connection left. Raise its max_connections, or let fewer programs use it.";
      case "57P03" -> "The server of the database " + name + " is starting or stopping. Start again in a moment.";
      case "42501" -> "The database " + name + " does not let Foley's user look into it. Grant that user its schema.";
      default -> "The database " + name + " cannot be reached (" + (state.isEmpty() ? "no answer" : state)
          + "). See whether its server runs and can be reached from here.";
    };
  }

  /** The pool says only that it waited in vain; why, its cause knows. */
  private static String state(SQLException e) {
    String state = "";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    return state;
  }

  /** Without the options, which are nobody's business. */
  private static String name(String url) {
    int options = url.indexOf('?');
    return options < 0 ? url : url.substring(0, options);
  }
}
