package dev.foley.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationTimer;
import dev.foley.generation.Next;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link GenerationTimer} by db-scheduler: due times, claims, heartbeats and the detection of dead executions are its work.
 * Thread-safe; starts once.
 */
final class DbSchedulerTimer implements GenerationTimer {
  private static final Logger log = LoggerFactory.getLogger(DbSchedulerTimer.class);
  /** A claim is taken from a dead process after 4 missed beats, looked for every 2: within 24 s. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(4);
  private static final int MISSED_HEARTBEATS = 4;
  /** Where less than this share of the workers is busy and more timers are due, the next are claimed. */
  private static final double REFILL_BELOW = 0.75;
  private static final Duration REPAIR_INTERVAL = Duration.ofMinutes(1);

  private final Database database;
  private final StoreSettings settings;
  private final TimerRepair repair;
  private final InstantSource clock;
  private volatile @Nullable Scheduler scheduler;

  DbSchedulerTimer(Database database, StoreSettings settings, TimerRepair repair, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.repair = repair;
    this.clock = clock;
  }

  synchronized void start(Function<GenerationId, Next> step) {
    if (scheduler != null) {
      throw new IllegalStateException("the timers have been started before");
    }
    Task<Void> generation = new GenerationTask(step, database.writes(), clock).task();
    RecurringTask<Void> repairs = Tasks.recurring("repair", FixedDelay.of(REPAIR_INTERVAL))
        .execute((_, _) -> repairOrLog());
    Database.ask("The timers could not be started", () -> {
      repair.releaseClaimsOfTheDead(List.of(generation, repairs));
      return repair.run();
    });
    Scheduler started = Scheduler.create(database.dataSource(), generation)
        .startTasks(repairs)
        .jdbcCustomization(database.dialect())
        .pollUsingLockAndFetch(REFILL_BELOW, 1)
        .clock(clock::instant)
        .schedulerName(new SchedulerName.Fixed("foley-" + ProcessHandle.current().pid()))
        .threads(settings.workers())
        .executorService(new WorkExecutor(settings.workers()))
        .dueExecutor(Executors.newSingleThreadExecutor(Thread.ofPlatform().name("foley-due").factory()))
        .housekeeperExecutor(
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("foley-heartbeat").factory()))
        .pollingInterval(settings.pollingInterval())
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(settings.shutdownGrace())
        .enableImmediateExecution()
        .failureLogging(LogLevel.OFF, false) // GenerationTask says it once, with the id
        .build();
    started.start();
    scheduler = started;
  }

  /** Claims nothing more, and waits for the steps in hand as long as the grace lasts. */
  synchronized void stop() {
    Scheduler running = scheduler;
    if (running != null && !running.getSchedulerState().isShuttingDown()) {
      running.stop();
    }
  }

  @Override
  public void hurry() {
    Scheduler running = scheduler;
    if (running != null) {
      running.triggerCheckForDueExecutions();
    }
  }

  /** A timer whose step is running cannot be moved, and need not be: that step loses its compare-and-set, or has just looked. */
  @Override
  public void hurry(GenerationId id) {
    Scheduler running = scheduler;
    if (running == null) {
      return;
    }
    try {
      running.reschedule(TaskInstanceId.of(GenerationTask.DESCRIPTOR.getTaskName(), id.value()), clock.instant());
    } catch (DbSchedulerException | SQLRuntimeException e) {
      log.atDebug().addKeyValue("generationId", id).setCause(e).log("A timer could not be brought forward");
    }
    running.triggerCheckForDueExecutions();
  }

  private void repairOrLog() {
    try {
      repair.run();
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("Timers could not be repaired; the next try comes in a minute");
    }
  }
}
