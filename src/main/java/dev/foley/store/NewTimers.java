package dev.foley.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.foley.generation.GenerationId;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** Sets timers within somebody else's transaction. */
final class NewTimers {
  private final JdbcCustomization scheduling;

  NewTimers(Database database) {
    this.scheduling = database.scheduling();
  }

  /**
   * Sets the first timer of a generation.
   *
   * @param connection with a transaction, which stays open
   * @throws com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException if there is one already, or the database fails
   */
  void set(Connection connection, GenerationId id, Instant due) {
    TaskInstance<Void> timer = GenerationTask.DESCRIPTOR.instance(id.value()).build();
    SchedulerClient.Builder.create(LentConnection.source(connection)).jdbcCustomization(scheduling).build()
        .scheduleBatch(List.of(timer), due);
  }
}
