package dev.foley.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** Counts what is not over yet: two statements, each answered by an index that holds nothing else. */
final class SqlView {
  static final String UNFINISHED = """
      SELECT state, COUNT(*) AS generations FROM generation
      WHERE state NOT IN ('Delivered', 'Failed')
      GROUP BY state
      """;
  static final String DUE = """
      SELECT COUNT(*) AS due, MIN(execution_time) AS oldest FROM scheduled_tasks
      WHERE picked = FALSE AND execution_time <= :now
      """;

  private final Database database;

  SqlView(Database database) {
    this.database = database;
  }

  StoreView at(Instant now) {
    return Database.ask("What is unfinished could not be counted",
        () -> database.jdbi().withHandle(handle -> due(handle, now, unfinished(handle))));
  }

  private static Map<String, Long> unfinished(Handle handle) {
    return handle.createQuery(UNFINISHED)
        .map((row, _) -> Map.entry(row.getString("state"), row.getLong("generations")))
        .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Times are read and written as db-scheduler does it. */
  private StoreView due(Handle handle, Instant now, Map<String, Long> unfinished) {
    JdbcCustomization times = database.scheduling();
    Argument until = (position, statement, _) -> times.setInstant(statement, position, now);
    return handle.createQuery(DUE)
        .bind("now", until)
        .map((row, _) -> {
          long due = row.getLong("due");
          return new StoreView(unfinished, due,
              due == 0 ? Duration.ZERO : Duration.between(times.getInstant(row, "oldest"), now));
        })
        .one();
  }
}
