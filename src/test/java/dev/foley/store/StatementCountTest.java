package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Next;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@link SqlGenerationStore}'s javadoc to what it says one generation costs. */
class StatementCountTest {
  @TempDir
  Path directory;

  private final SettableClock clock = new SettableClock();
  private final List<String> statements = new ArrayList<>();
  private Database database;
  private SqlGenerationStore store;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("foley.db"), Duration.ofSeconds(1),
        source -> Watched.source(source, statements::add, () -> {}));
    store = new SqlGenerationStore(database.jdbi(), new NewTimers(database.dialect()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void recordingAGenerationWithItsTimerTakesTwoStatements() {
    store.insert(List.of(generation()));
    assertThat(verbs()).containsExactly("insert", "insert");
  }

  @Test
  void aWakingThatChangesTheStateTakesFiveStatements() {
    store.insert(List.of(generation()));
    ManualScheduler scheduler = scheduler(new Next.WakeAt(clock.now().plusSeconds(1)));
    statements.clear();
    scheduler.runAnyDueExecutions();
    assertThat(verbs()).containsExactly("select", "update", "select", "select", "update", "update");
    assertThat(statements.getFirst()).as("shared by all that is due").contains("execution_time <= ?");
  }

  @Test
  void theLastWakingTakesFiveStatementsToo() {
    store.insert(List.of(generation()));
    ManualScheduler scheduler = scheduler(new Next.Finished());
    statements.clear();
    scheduler.runAnyDueExecutions();
    assertThat(verbs()).containsExactly("select", "update", "select", "select", "update", "delete");
  }

  private ManualScheduler scheduler(Next next) {
    GenerationTask task = new GenerationTask(id -> {
      Generation found = store.find(id).orElseThrow();
      store.replace(Samples.next(found, new GenerationState.Submitting(clock.now())));
      return next;
    }, clock::now);
    TestHelper.ManualSchedulerBuilder builder = TestHelper.createManualScheduler(database.dataSource(), task.task())
        .clock(clock);
    builder.jdbcCustomization(database.dialect());
    return builder.build();
  }

  private List<String> verbs() {
    return statements.stream().map(sql -> sql.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT)).toList();
  }

  private Generation generation() {
    return Samples.queued(Samples.id(1), new ChannelId(7), clock.now());
  }
}
