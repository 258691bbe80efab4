package dev.foley.store;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.RescheduleUpdate;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.foley.generation.GenerationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings timers and rows together again, should they ever have come apart: by a restored copy, by a hand in the database, by a
 * defect. Both are written in one transaction, so there is normally nothing to do. Thread-safe, and harmless at any moment.
 */
final class TimerRepair {
  private static final Logger log = LoggerFactory.getLogger(TimerRepair.class);
  /** Later than any heartbeat, also one written under a clock that was set back since. */
  private static final Duration ANY_AGE = Duration.ofDays(3650);

  /** In place of an id of Discord's; none is negative. */
  private static final long REPAIR = -1;

  private final Database database;
  private final NewTimers timers;
  private final InstantSource clock;

  TimerRepair(Database database, InstantSource clock) {
    this.database = database;
    this.timers = new NewTimers(database);
    this.clock = clock;
  }

  /**
   * Unfinished rows without a timer get one, due now; timers without an unfinished row go.
   *
   * @return how many timers were set or dropped, normally 0
   */
  int run() {
    Instant now = clock.instant();
    int set = database.jdbi().inTransaction(handle -> setMissing(handle, now));
    int dropped = database.jdbi().withHandle(TimerRepair::dropOrphans);
    if (set > 0 || dropped > 0) {
      log.atWarn().addKeyValue("timersSet", set).addKeyValue("timersDropped", dropped).log("Timers were repaired");
    }
    return set + dropped;
  }

  /**
   * Gives back what a dead process had claimed, so that it is due at once instead of after the heartbeats it missed. Only for
   * a database that is ours alone, before the scheduler runs: whatever is claimed then was claimed by a process that has ended
   * ({@link DatabaseFile} knows that).
   */
  void releaseClaimsOfTheDead(List<Task<?>> tasks) {
    Instant now = clock.instant();
    JdbcTaskRepository claims = new JdbcTaskRepository(database.dataSource(), false, database.scheduling(),
        JdbcTaskRepository.DEFAULT_TABLE_NAME, new TaskResolver(SchedulerListeners.NOOP, clock::instant, tasks),
        new SchedulerName.Fixed("repair"), false, clock::instant);
    List<Execution> claimed = claims.getDeadExecutions(now.plus(ANY_AGE));
    database.writes().commitTimers(
        () -> claimed.forEach(claim -> claims.reschedule(claim, RescheduleUpdate.toExecutionTime(now).build())));
    if (!claimed.isEmpty()) {
      log.atInfo().addKeyValue("timers", claimed.size()).log("Taking over the timers of a process that died");
    }
  }

  /** By one instance at a time: what one sets is in the way of the other, which would undo all of its own. */
  private int setMissing(Handle handle, Instant now) {
    database.dialect().oneAtATime(handle, Set.of(REPAIR));
    List<String> ids = handle.createQuery("""
        SELECT id FROM generation
        WHERE state NOT IN ('Delivered', 'Failed')
        AND NOT EXISTS (SELECT 1 FROM scheduled_tasks WHERE task_name = :task AND task_instance = generation.id)
        """)
        .bind("task", GenerationTask.DESCRIPTOR.getTaskName())
        .mapTo(String.class)
        .list();
    ids.forEach(id -> timers.set(handle.getConnection(), new GenerationId(id), now));
    return ids.size();
  }

  /** A claimed timer is left alone: its step has just ended the row, or will find that it has ended. */
  private static int dropOrphans(Handle handle) {
    return handle.createUpdate("""
        DELETE FROM scheduled_tasks
        WHERE task_name = :task AND picked = FALSE
        AND NOT EXISTS (
          SELECT 1 FROM generation WHERE id = scheduled_tasks.task_instance AND state NOT IN ('Delivered', 'Failed'))
        """)
        .bind("task", GenerationTask.DESCRIPTOR.getTaskName())
        .execute();
  }
}
