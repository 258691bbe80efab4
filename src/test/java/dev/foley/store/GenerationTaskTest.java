package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.foley.generation.ChannelId;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Next;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a due timer does, with db-scheduler moved by hand: one thread, no real time. */
class GenerationTaskTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final GenerationId ID = Samples.id(1);

  /** What a manual scheduler signs its claims with, whatever it was told. */
  private static final String MANUAL = "manual";

  @TempDir
  Path directory;

  private final SettableClock clock = new SettableClock();
  private final AtomicReference<Runnable> onFailure = new AtomicReference<>(() -> {});
  private final List<Instant> wakings = new ArrayList<>();
  private Database database;

  @BeforeEach
  void open() {
    clock.set(NOON);
    database = Database.open(url(), Duration.ofMillis(50),
        source -> Watched.source(source, _ -> {}, () -> onFailure.get().run()));
    new SqlGenerationStore(database)
        .insert(List.of(Samples.queued(ID, new ChannelId(7), NOON)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewGenerationIsDueAtOnce() {
    scheduler(_ -> new Next.Finished()).runAnyDueExecutions();
    assertThat(wakings).containsExactly(NOON);
  }

  @Test
  void itIsWokenWhenTheStepSaidAndNotBefore() {
    ManualScheduler scheduler = scheduler(_ -> new Next.WakeAt(clock.now().plusSeconds(10)));
    scheduler.runAnyDueExecutions();
    scheduler.tick(Duration.ofMillis(9_999));
    scheduler.runAnyDueExecutions();
    assertThat(wakings).containsExactly(NOON);
    scheduler.tick(Duration.ofMillis(1));
    scheduler.runAnyDueExecutions();
    assertThat(wakings).containsExactly(NOON, NOON.plusSeconds(10));
  }

  @Test
  void aTimeInThePastMeansAtOnceAndInTheSameWaking() {
    ManualScheduler scheduler = scheduler(
        _ -> new Next.WakeAt(wakings.size() == 3 ? NOON.plusSeconds(5) : NOON.minusSeconds(3600)));
    scheduler.runAnyDueExecutions();
    assertThat(wakings).containsExactly(NOON, NOON, NOON);
  }

  @Test
  void whoeverAlwaysWantsToGoOnLetsOthersGoFirstAfterAWhile() {
    ManualScheduler scheduler = scheduler(_ -> new Next.WakeAt(NOON.minusSeconds(3600)));
    scheduler.runAnyDueExecutions();
    assertThat(wakings).hasSize(4);
    scheduler.runAnyDueExecutions();
    assertThat(wakings).hasSize(8);
  }

  @Test
  void whatIsFinishedHasNoTimer() {
    scheduler(_ -> new Next.Finished()).runAnyDueExecutions();
    assertThat(RawSql.timers(url())).isEmpty();
  }

  @Test
  void aStepThatKeepsThrowingIsRepeatedLaterAndLaterButNeverGivenUp() {
    ManualScheduler scheduler = scheduler(_ -> {
      throw new IllegalStateException("as the test wants it");
    });
    for (int second = 0; second < 300; second++) {
      scheduler.runAnyDueExecutions();
      scheduler.tick(Duration.ofSeconds(1));
    }
    assertThat(wakings.stream().map(at -> Duration.between(NOON, at).toSeconds()))
        .containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 127L, 191L, 255L);
    assertThat(RawSql.timers(url())).containsOnly(Map.entry(ID.value(), false));
  }

  @Test
  void anErrorIsNoOtherThanAnException() {
    scheduler(_ -> {
      throw new StackOverflowError("as the test wants it");
    }).runAnyDueExecutions();
    assertThat(RawSql.timers(url())).containsOnly(Map.entry(ID.value(), false));
  }

  @Test
  void whatThrowsAfterAStepThatWentWellIsRepeatedAtOnceAndTheWaitsBeginAnew() {
    ManualScheduler scheduler = scheduler(_ -> {
      if (wakings.size() == 3) {
        return new Next.WakeAt(clock.now());
      }
      throw new IllegalStateException("as the test wants it");
    });
    for (int second = 0; second < 6; second++) {
      scheduler.runAnyDueExecutions();
      scheduler.tick(Duration.ofSeconds(1));
    }
    assertThat(wakings.stream().map(at -> Duration.between(NOON, at).toSeconds()))
        .containsExactly(0L, 1L, 3L, 3L, 4L, 5L);
  }

  @Test
  void aClaimWhoseProcessHasDiedIsTakenOver() {
    RawSql.execute(url(), "UPDATE scheduled_tasks SET picked = 1, picked_by = 'foley-1', last_heartbeat = "
        + NOON.toEpochMilli());
    ManualScheduler scheduler = scheduler(_ -> new Next.Finished());
    scheduler.tick(Duration.ofSeconds(15));
    scheduler.runDeadExecutionDetection();
    scheduler.runAnyDueExecutions();
    assertThat(wakings).isEmpty();
    scheduler.tick(Duration.ofSeconds(9));
    scheduler.runDeadExecutionDetection();
    scheduler.runAnyDueExecutions();
    assertThat(wakings).isEmpty();
    scheduler.tick(Duration.ofSeconds(6));
    scheduler.runDeadExecutionDetection();
    scheduler.runAnyDueExecutions();
    assertThat(wakings).containsExactly(NOON.plusSeconds(30));
  }

  /** As after a minute in which the database was away: all heartbeats are old, and those who live beat again. */
  @Test
  void aClaimThatBeatsAgainBeforeTheSecondLookIsLeftAlone() {
    RawSql.execute(url(), "UPDATE scheduled_tasks SET picked = 1, picked_by = 'foley-1', last_heartbeat = "
        + NOON.toEpochMilli());
    ManualScheduler scheduler = scheduler(_ -> new Next.Finished());
    for (int minute = 1; minute <= 3; minute++) {
      scheduler.tick(Duration.ofMinutes(1));
      scheduler.runDeadExecutionDetection();
      RawSql.execute(url(), "UPDATE scheduled_tasks SET last_heartbeat = " + (NOON.toEpochMilli() + minute));
    }
    scheduler.runAnyDueExecutions();
    assertThat(wakings).isEmpty();
  }

  @Test
  void aClaimWhoseStepIsStillRunningHereIsNotTakenOver() {
    List<ManualScheduler> self = new ArrayList<>();
    ManualScheduler scheduler = scheduler(_ -> {
      self.getFirst().tick(Duration.ofHours(1));
      self.getFirst().runDeadExecutionDetection();
      assertThat(RawSql.timers(url())).containsOnly(Map.entry(ID.value(), true));
      return new Next.WakeAt(clock.now().plusSeconds(1));
    });
    self.add(scheduler);
    scheduler.runAnyDueExecutions();
    assertThat(wakings).hasSize(1);
    assertThat(RawSql.timers(url())).containsOnly(Map.entry(ID.value(), false));
  }

  @Test
  void ofTwoSchedulersThatFetchedTheSameTimerOneRunsIt() {
    List<ManualScheduler> other = new ArrayList<>();
    ManualScheduler scheduler = scheduler(_ -> {
      other.getFirst().runAnyDueExecutions();
      return new Next.Finished();
    });
    other.add(scheduler(_ -> new Next.Finished()));
    scheduler.runAnyDueExecutions();
    assertThat(wakings).hasSize(1);
  }

  @Test
  void aLockThatOutlastsOneAttemptToSetTheTimerDelaysNothing() throws Exception {
    try (Connection other = DriverManager.getConnection(url()); Statement lock = other.createStatement()) {
      onFailure.set(() -> RawSql.execute(lock, "ROLLBACK"));
      scheduler(_ -> {
        RawSql.execute(lock, "BEGIN IMMEDIATE");
        return new Next.WakeAt(NOON.plusSeconds(5));
      }).runAnyDueExecutions();
    }
    assertThat(RawSql.timers(url())).containsOnly(Map.entry(ID.value(), false));
  }

  @Test
  void aLockThatOutlastsAllAttemptsDelaysTheTimerUntilItIsFoundAgain() throws Exception {
    ManualScheduler scheduler;
    try (Connection other = DriverManager.getConnection(url()); Statement lock = other.createStatement()) {
      scheduler = scheduler(_ -> {
        if (wakings.size() == 1) {
          RawSql.execute(lock, "BEGIN IMMEDIATE");
        }
        return new Next.Finished();
      });
      scheduler.runAnyDueExecutions();
      RawSql.execute(lock, "ROLLBACK");
    }
    assertThat(RawSql.timers(url())).containsOnly(Map.entry(ID.value(), true));
    scheduler.tick(Duration.ofSeconds(24));
    scheduler.runDeadExecutionDetection();
    scheduler.runAnyDueExecutions();
    assertThat(wakings).hasSize(2);
    assertThat(RawSql.timers(url())).isEmpty();
  }

  private ManualScheduler scheduler(Function<GenerationId, Next> step) {
    GenerationTask task = new GenerationTask(id -> {
      assertThat(id).isEqualTo(ID);
      wakings.add(clock.now());
      return step.apply(id);
    }, database.writes(), new DeadClaims(MANUAL), clock::now);
    TestHelper.ManualSchedulerBuilder builder = TestHelper.createManualScheduler(database.dataSource(), task.task())
        .clock(clock);
    builder.jdbcCustomization(database.scheduling()).pollUsingLockAndFetch(0.5, 1)
        .schedulerName(new SchedulerName.Fixed("test"))
        .heartbeatInterval(Duration.ofSeconds(4));
    return builder.build();
  }

  private String url() {
    return "jdbc:sqlite:" + directory.resolve("foley.db");
  }
}
