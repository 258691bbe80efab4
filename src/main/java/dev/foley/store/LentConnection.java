package dev.foley.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets db-scheduler take part in somebody else's transaction. It does so when its DataSource hands out the connection of that
 * transaction: auto-commit is off then, so it leaves the commit to others. All that is ours is a DataSource of that one connection, which
 * db-scheduler cannot close.
 */
final class LentConnection {
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
      if (method.getName().equals("close")) {
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
