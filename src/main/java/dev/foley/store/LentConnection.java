package dev.foley.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Lets db-scheduler take part in somebody else's transaction: its DataSource hands out the connection of that transaction. What is lent can be
 * neither closed nor committed nor rolled back. A client of db-scheduler's leaves that to others where auto-commit is off, but the scheduler itself
 * does not, and would end the transaction of a whole group with each timer that it writes; what fails there is thrown, and whoever owns
 * the transaction rolls it back.
 */
final class LentConnection {
  private static final Set<String> NOT_LENT = Set.of("close", "commit", "rollback");

  private LentConnection() {}

  /** A source of that connection only. */
  static DataSource source(Connection connection) {
    Connection lent = lend(connection);
    return source(() -> lent);
  }

  /** A source of the connection of the group of changes that a thread is in, and elsewhere of those of the pool. */
  static DataSource sourceInGroups(DataSource pool) {
    return source(() -> {
      Optional<Connection> shared = GroupCommit.connection();
      return shared.isPresent() ? lend(shared.get()) : pool.getConnection();
    });
  }

  private interface Supplier {
    Connection get() throws SQLException;
  }

  private static DataSource source(Supplier connections) {
    return proxy(DataSource.class, (_, method, _) -> {
      if (method.getName().equals("getConnection")) {
        return connections.get();
      }
      throw new UnsupportedOperationException(method.getName());
    });
  }

  private static Connection lend(Connection connection) {
    return proxy(Connection.class, (_, method, arguments) -> {
      if (NOT_LENT.contains(method.getName())) {
        return null;
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
  }
}
