package dev.foley.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.foley.generation.GenerationId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * Sets timers within somebody else's transaction. db-scheduler's client takes part in one when its DataSource hands out the
 * connection of that transaction: auto-commit is off then, so the client leaves the commit to others. All that is ours is a
 * DataSource of that one connection, which the client cannot close.
 */
final class NewTimers {
  private final Dialect dialect;

  NewTimers(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Sets the first timer of a generation.
   *
   * @param connection with a transaction, which stays open
   * @throws com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException if there is one already, or the database fails
   */
  void set(Connection connection, GenerationId id, Instant due) {
    TaskInstance<Void> timer = GenerationTask.DESCRIPTOR.instance(id.value()).build();
    SchedulerClient.Builder.create(sourceOf(connection)).jdbcCustomization(dialect.scheduling()).build()
        .scheduleBatch(List.of(timer), due);
  }

  private static DataSource sourceOf(Connection connection) {
    Connection lent = proxy(Connection.class, (_, method, arguments) -> {
      if (method.getName().equals("close")) {
        return null;
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    });
    return proxy(DataSource.class, (_, method, _) -> {
      if (method.getName().equals("getConnection")) {
        return lent;
      }
      throw new UnsupportedOperationException(method.getName());
    });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
  }
}
