package dev.foley.bench.pending;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Counts what is asked of a database, whoever asks: statements are counted when they are prepared, since everybody here prepares one for
 * each execution; a batch counts as one. Statements themselves are handed out as they are, so that counting costs nothing to speak of.
 */
final class Statements {
  private final LongAdder prepared = new LongAdder();

  DataSource watch(DataSource source) {
    return proxy(DataSource.class, source, result -> result instanceof Connection connection
        ? proxy(Connection.class, connection, inner -> inner)
        : result);
  }

  long count() {
    return prepared.sum();
  }

  private interface Result {
    Object of(Object result);
  }

  private <T> T proxy(Class<T> type, T target, Result result) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, arguments) -> {
      if (method.getName().equals("prepareStatement")) {
        prepared.increment();
      }
      try {
        return result.of(method.invoke(target, arguments));
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }));
  }
}
