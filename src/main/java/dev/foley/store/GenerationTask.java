package dev.foley.store;

import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Next;
import dev.foley.generation.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What db-scheduler runs when a timer is due: one step, those that it wants to follow at once, and then whatever was said last. A step that throws is logged and
 * repeated later and later; nothing that it does ends its timer. Thread-safe.
 */
final class GenerationTask {
  static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("generation");

  private static final Logger log = LoggerFactory.getLogger(GenerationTask.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  /** From the answer that the sound is there to the message that has it, with one to spare. */
  private static final int MOST_STEPS = 4;
  private static final int WRITE_ATTEMPTS = 3;
  private static final int DOUBLINGS = 6; // up to 64 s

  private final Function<GenerationId, Next> step;
  private final Writes writes;
  private final DeadClaims dead;
  private final InstantSource clock;
  /** The generations whose steps run in this process now. */
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  GenerationTask(Function<GenerationId, Next> step, Writes writes, DeadClaims dead, InstantSource clock) {
    this.step = step;
    this.writes = writes;
    this.dead = dead;
    this.clock = clock;
  }

  Task<Void> task() {
    return Tasks.custom(DESCRIPTOR)
        .onFailure(this::repeatLater)
        .onDeadExecution(this::revive)
        .execute((timer, context) -> run(timer.getId(), context.getSchedulerState()));
  }

  /**
   * A step that wants to go on at once goes on, within the same claim: setting the timer and claiming it again would be two commits, and
   * a moment that a member waits for. Not for ever, so that others get their turn, and not when the bot is to stop.
   */
  private CompletionHandler<Void> run(String id, SchedulerState bot) {
    if (!inHand.add(id)) {
      throw new IllegalStateException("the step before has not ended");
    }
    Next next;
    try {
      next = steps(new GenerationId(id), bot);
    } finally {
      inHand.remove(id);
    }
    return switch (next) {
      case Next.WakeAt(Instant at) -> (done, timer) -> write(() -> timer.reschedule(done, at));
      case Next.Finished _ -> (_, timer) -> write(timer::remove);
    };
  }

  private Next steps(GenerationId id, SchedulerState bot) {
    Next next = step.apply(id);
    try {
      for (int steps = 1; steps < MOST_STEPS && isDue(next) && !bot.isShuttingDown(); steps++) {
        next = step.apply(id);
      }
      return next;
    } catch (RuntimeException e) {
      // Tried again in a waking of its own, whose failures are counted: the step before this one went well.
      log.atDebug().addKeyValue("generationId", id).setCause(e).log("A step that followed at once failed");
      return next;
    }
  }

  private boolean isDue(Next next) {
    return next instanceof Next.WakeAt(Instant at) && !at.isAfter(clock.instant());
  }

  /**
   * What was said must reach the timer, which else stays claimed until its heart counts as stopped. Each attempt waits for a
   * locked database in itself. What fails in every one is left to {@link #revive}.
   */
  private void write(Runnable change) {
    for (int attempt = 1;; attempt++) {
      try {
        writes.commitTimers(change);
        return;
      } catch (SQLRuntimeException | JdbiException e) {
        if (attempt == WRITE_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void repeatLater(ExecutionComplete done, ExecutionOperations<Void> timer) {
    String id = done.getExecution().getId();
    int failuresBefore = done.getExecution().consecutiveFailures;
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failuresBefore, DOUBLINGS));
    Throwable cause = done.getCause().orElseThrow();
    // A database that does not answer is bad weather; anything else is a defect, which a person should see.
    (cause instanceof StoreException ? log.atWarn() : log.atError())
        .addKeyValue("generationId", id).addKeyValue("failuresBefore", failuresBefore)
        .addKeyValue("repeatIn", wait).setCause(cause).log("A step failed and will be repeated");
    write(() -> timer.reschedule(done, clock.instant().plus(wait)));
  }

  /**
   * A heart that has stopped for long: the process is dead, or the database has kept ours from beating. In the second case the
   * step may still be running, and running it twice at once is worse than waiting.
   */
  private void revive(ExecutionComplete done, ExecutionOperations<Void> timer) {
    String id = done.getExecution().getId();
    if (inHand.contains(id)) {
      log.atWarn().addKeyValue("generationId", id).log("A step is running whose heartbeats were not recorded");
      return;
    }
    if (!dead.isDead(done.getExecution())) {
      return; // looked at again with the next ones
    }
    log.atInfo().addKeyValue("generationId", id).log("Taking over a generation from a process that died");
    timer.reschedule(done, clock.instant());
  }
}
