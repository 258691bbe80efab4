package dev.foley.store;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What db-scheduler runs when a timer is due: one step, and then whatever the step said. A step that throws is logged and
 * repeated later and later; nothing that it does ends its timer. Thread-safe.
 */
final class GenerationTask {
  static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("generation");

  private static final Logger log = LoggerFactory.getLogger(GenerationTask.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final int WRITE_ATTEMPTS = 3;
  private static final int DOUBLINGS = 6; // up to 64 s

  private final Function<GenerationId, Next> step;
  private final DeadClaims dead;
  private final InstantSource clock;
  /** The generations whose steps run in this process now. */
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  GenerationTask(Function<GenerationId, Next> step, DeadClaims dead, InstantSource clock) {
    this.step = step;
    this.dead = dead;
    this.clock = clock;
  }

  Task<Void> task() {
    return Tasks.custom(DESCRIPTOR)
        .onFailure(this::repeatLater)
        .onDeadExecution(this::revive)
        .execute((timer, _) -> run(timer.getId()));
  }

  private CompletionHandler<Void> run(String id) {
    if (!inHand.add(id)) {
      throw new IllegalStateException("the step before has not ended");
    }
    Next next;
    try {
      next = step.apply(new GenerationId(id));
    } finally {
      inHand.remove(id);
    }
    return switch (next) {
      case Next.WakeAt(Instant at) -> (done, timer) -> write(() -> timer.reschedule(done, at));
      case Next.Finished _ -> (_, timer) -> write(timer::remove);
    };
  }

  /**
   * What was said must reach the timer, which else stays claimed until its heart counts as stopped. Each attempt waits for a
   * locked database in itself. What fails in every one is left to {@link #revive}.
   */
  private static void write(Runnable change) {
    for (int attempt = 1;; attempt++) {
      try {
        change.run();
        return;
      } catch (SQLRuntimeException e) {
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
