package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.HeartbeatConfig;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.foley.generation.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulerWatchTest {
  private final FakeClock clock = new FakeClock();
  private final List<Duration> lateness = new ArrayList<>();
  private final SchedulerWatch watch = new SchedulerWatch(lateness::add, clock);

  @Test
  void whoWasNotHeardForHalfAMinuteIsDead() {
    clock.advance(Duration.ofSeconds(29));
    assertThat(watch.hasBeenHeardOfLate()).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(watch.hasBeenHeardOfLate()).isFalse();

    watch.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
    assertThat(watch.hasBeenHeardOfLate()).isTrue();
  }

  @Test
  void busyWorkersAreNoDeathWhileTheHeartBeats() {
    clock.advance(Duration.ofSeconds(40));
    watch.onSchedulerEvent(SchedulerEventType.RAN_UPDATE_HEARTBEATS);

    assertThat(watch.hasBeenHeardOfLate()).isTrue();
  }

  @Test
  void failuresAreNoSignOfLife() {
    clock.advance(Duration.ofSeconds(40));
    watch.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
    watch.onSchedulerEvent(SchedulerEventType.FAILED_HEARTBEAT);

    assertThat(watch.hasBeenHeardOfLate()).isFalse();
  }

  @Test
  void aGenerationsTimerTellsHowLateItFiresAndOthersDoNot() {
    Instant now = clock.instant();
    watch.onExecutionStart(started("generation", now.minusMillis(120)));
    watch.onExecutionStart(started("generation", now.plusMillis(5)));
    watch.onExecutionStart(started("repair", now.minusSeconds(9)));

    assertThat(lateness).containsExactly(Duration.ofMillis(120), Duration.ZERO);
  }

  private CurrentlyExecuting started(String task, Instant due) {
    return new CurrentlyExecuting(new Execution(due, new TaskInstance<>(task, "0ABCDEFGHJKMN")), clock::instant,
        new HeartbeatConfig(Duration.ofSeconds(3), 4, Duration.ofSeconds(12)));
  }
}
