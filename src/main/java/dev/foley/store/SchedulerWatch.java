package dev.foley.store;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * How late db-scheduler is, and whether it lives. Its two threads make rounds, one ten times a second and one every three seconds; the first
 * stands still while all workers are busy, and both fail while the database is away. One that died shows by nothing but its silence.
 * Thread-safe.
 */
final class SchedulerWatch extends AbstractSchedulerListener {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final Consumer<Duration> lateness;
  private final InstantSource clock;
  private volatile Instant heard;

  SchedulerWatch(Consumer<Duration> lateness, InstantSource clock) {
    this.lateness = lateness;
    this.clock = clock;
    this.heard = clock.instant();
  }

  boolean hasBeenHeardOfLate() {
    return clock.instant().isBefore(heard.plus(LONGEST_SILENCE));
  }

  /** Another instance's clock, which set the timer, may be ahead. */
  @Override
  public void onExecutionStart(CurrentlyExecuting step) {
    Execution timer = step.getExecution();
    if (timer.getTaskName().equals(GenerationTask.DESCRIPTOR.getTaskName())) {
      Duration late = Duration.between(timer.getExecutionTime(), clock.instant());
      lateness.accept(late.isNegative() ? Duration.ZERO : late);
    }
  }

  @Override
  public void onSchedulerEvent(SchedulerEventType event) {
    switch (event) {
      case RAN_UPDATE_HEARTBEATS, RAN_EXECUTE_DUE -> heard = clock.instant();
      default -> {
      }
    }
  }
}
