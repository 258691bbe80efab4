package dev.foley.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A DataSource that tells a test which prepared statements are executed, and when one, or a transaction, fails. */
final class Watched {
  private final Consumer<String> executed;
  private final Runnable failed;

  private Watched(Consumer<String> executed, Runnable failed) {
    this.executed = executed;
    this.failed = failed;
  }

  static DataSource source(DataSource source, Consumer<String> executed, Runnable failed) {
    Watched watched = new Watched(executed, failed);
    return wrap(DataSource.class, (method, arguments) -> {
      Object result = method.invoke(source, arguments);
      return result instanceof Connection connection ? watched.connection(connection) : result;
    });
  }

  private Connection connection(Connection connection) {
    return wrap(Connection.class, (method, arguments) -> {
      Object result = call(connection, method, arguments);
      return result instanceof PreparedStatement statement ? statement(statement, (String) arguments[0]) : result;
    });
  }

  private PreparedStatement statement(PreparedStatement statement, String sql) {
    return wrap(PreparedStatement.class, (method, arguments) -> {
      if (method.getName().startsWith("execute")) {
        executed.accept(sql);
      }
      return call(statement, method, arguments);
    });
  }

  private @Nullable Object call(Object target, Method method, Object[] arguments) throws ReflectiveOperationException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      failed.run();
      throw e;
    }
  }

  private interface Call {
    @Nullable
    Object run(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static <T> T wrap(Class<T> type, Call call) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, arguments) -> {
      try {
        return call.run(method, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }));
  }
}
