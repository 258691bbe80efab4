package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Next;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    database = Database.open("jdbc:sqlite:" + directory.resolve("foley.db"), Duration.ofSeconds(1), this::counting);
    store = new SqlGenerationStore(database.jdbi(), new NewTimers(database.dialect()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void recordingAGenerationWithItsTimerTakesTwoStatements() {
    store.insert(generation());
    assertThat(verbs()).containsExactly("insert", "insert");
  }

  @Test
  void aWakingThatChangesTheStateTakesFiveStatements() {
    store.insert(generation());
    ManualScheduler scheduler = scheduler(new Next.WakeAt(clock.now().plusSeconds(1)));
    statements.clear();
    scheduler.runAnyDueExecutions();
    assertThat(verbs()).containsExactly("select", "update", "select", "select", "update", "update");
    assertThat(statements.getFirst()).as("shared by all that is due").contains("execution_time <= ?");
  }

  @Test
  void theLastWakingTakesFiveStatementsToo() {
    store.insert(generation());
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

  private DataSource counting(DataSource source) {
    return wrap(DataSource.class, source, (_, _, result) -> result instanceof Connection connection
        ? countingConnection(connection)
        : result);
  }

  private Connection countingConnection(Connection connection) {
    return wrap(Connection.class, connection, (_, arguments, result) -> result instanceof PreparedStatement prepared
        ? countingStatement(prepared, (String) arguments[0])
        : result);
  }

  private PreparedStatement countingStatement(PreparedStatement statement, String sql) {
    return wrap(PreparedStatement.class, statement, (method, _, result) -> {
      if (method.getName().startsWith("execute")) {
        statements.add(sql);
      }
      return result;
    });
  }

  private interface Watcher {
    @Nullable
    Object after(Method method, Object[] arguments, @Nullable Object result);
  }

  private static <T> T wrap(Class<T> type, T target, Watcher watcher) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, arguments) -> {
      try {
        return watcher.after(method, arguments, method.invoke(target, arguments));
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }));
  }
}
