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
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link GenerationTimer} by db-scheduler: due times, claims, heartbeats and the detection of dead executions are its work.
 * Thread-safe; starts once.
 */
final class DbSchedulerTimer implements GenerationTimer {
  private static final Logger log = LoggerFactory.getLogger(DbSchedulerTimer.class);
  /** A claim is old after 4 missed beats, looked for every 2, and another's is looked at twice: it is taken over within 24 s. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final int MISSED_HEARTBEATS = 4;
  /** Where less than this share of the workers is busy and more timers are due, the next are claimed. */
  private static final double REFILL_BELOW = 0.75;
  private static final int LONGEST_NAME = 50;
  private static final Duration REPAIR_INTERVAL = Duration.ofMinutes(1);

  private final Database database;
  private final StoreSettings settings;
  private final TimerRepair repair;
  private final InstantSource clock;
  private volatile @Nullable Scheduler scheduler;
  private volatile @Nullable SchedulerWatch watch;

  DbSchedulerTimer(Database database, StoreSettings settings, TimerRepair repair, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.repair = repair;
    this.clock = clock;
  }

  /** @param lateness see {@link Store#startTimers(Function, Consumer)} */
  synchronized void start(Function<GenerationId, Next> step, Consumer<Duration> lateness) {
    if (scheduler != null) {
      throw new IllegalStateException("the timers have been started before");
    }
    String name = name();
    Task<Void> generation = new GenerationTask(step, database.writes(), new DeadClaims(name), clock).task();
    RecurringTask<Void> repairs = Tasks.recurring("repair", FixedDelay.of(REPAIR_INTERVAL))
        .execute((_, _) -> repairOrLog());
    Database.ask("The timers could not be started", () -> {
      if (!database.dialect().isShared()) {
        repair.releaseClaimsOfTheDead(List.of(generation, repairs));
      }
      return repair.run();
    });
    SchedulerWatch heard = new SchedulerWatch(lateness, clock);
    Scheduler started = Scheduler.create(database.dataSource(), generation)
        .startTasks(repairs)
        .jdbcCustomization(database.scheduling())
        .pollUsingLockAndFetch(REFILL_BELOW, 1)
        .clock(clock::instant)
        .schedulerName(new SchedulerName.Fixed(name))
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
        .addSchedulerListener(heard)
        .failureLogging(LogLevel.OFF, false) // GenerationTask says it once, with the id
        .build();
    started.start();
    watch = heard;
    scheduler = started;
  }

  /** A name for this process that no other has had: in containers all have the same number, and begin anew with the same host. */
  private String name() {
    String number = Long.toString(ProcessHandle.current().pid()) + "-"
        + Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX);
    String host = database.dialect().isShared() ? new SchedulerName.Hostname().getName() : "foley";
    return host.substring(0, Math.min(host.length(), LONGEST_NAME - number.length() - 1)) + "-" + number;
  }

  /** Claims nothing more, and waits for the steps in hand as long as the grace lasts. */
  synchronized void stop() {
    Scheduler running = scheduler;
    if (running != null && !running.getSchedulerState().isShuttingDown()) {
      running.stop();
    }
  }

  TimerUse use() {
    Scheduler running = scheduler;
    SchedulerWatch heard = watch;
    return running == null || heard == null
        ? new TimerUse(false, settings.workers(), 0)
        : new TimerUse(!running.getSchedulerState().isShuttingDown() && heard.hasBeenHeardOfLate(), settings.workers(),
            running.getCurrentlyExecuting().size());
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
      database.writes().commitTimers(() -> bringForward(running, id));
    } catch (JdbiException | SQLRuntimeException e) {
      log.atDebug().addKeyValue("generationId", id).setCause(e).log("A timer could not be brought forward");
    }
    running.triggerCheckForDueExecutions();
  }

  /** Throws nothing that is no fault of the database: others' changes are in the same transaction. */
  private void bringForward(Scheduler running, GenerationId id) {
    try {
      running.reschedule(TaskInstanceId.of(GenerationTask.DESCRIPTOR.getTaskName(), id.value()), clock.instant());
    } catch (DbSchedulerException e) {
      log.atDebug().addKeyValue("generationId", id).setCause(e).log("A timer needs not be brought forward");
    }
  }

  private void repairOrLog() {
    try {
      repair.run();
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("Timers could not be repaired; the next try comes in a minute");
    }
  }
}
