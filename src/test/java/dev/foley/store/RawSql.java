package dev.foley.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Looks at a database, or meddles with it, from outside the store. */
final class RawSql {
  private RawSql() {}

  static void execute(String url, String statement) {
    try (Connection connection = DriverManager.getConnection(url); Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void execute(Statement on, String statement) {
    try {
      on.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static int count(String url, String tableAndCondition) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("SELECT count(*) FROM " + tableAndCondition)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Generation timers, by id, and whether they are claimed. */
  static Map<String, Boolean> timers(String url) {
    Map<String, Boolean> timers = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement();
        ResultSet rows = sql
            .executeQuery("SELECT task_instance, picked FROM scheduled_tasks WHERE task_name = 'generation'")) {
      while (rows.next()) {
        timers.put(rows.getString("task_instance"), rows.getBoolean("picked"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return timers;
  }
}
