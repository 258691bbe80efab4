package dev.foley.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Changes of many threads in one transaction: what each of them is told, and what is there then. */
@Timeout(30)
class GroupCommitTest {
  @TempDir
  Path directory;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch held = new CountDownLatch(1);
  private Database database;
  private GroupCommit writes;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("foley.db"), Duration.ofSeconds(2),
        UnaryOperator.identity());
    writes = new GroupCommit(database.jdbi());
  }

  @AfterEach
  void close() {
    held.countDown();
    threads.close();
    database.close();
  }

  @Test
  void whatComesDuringACommitIsCommittedTogether() throws Exception {
    Set<Handle> transactions = new HashSet<>();
    List<Future<Boolean>> changes = whileOneIsUnderWay(50, (number, handle) -> {
      transactions.add(handle);
      return insert(handle, number);
    });
    for (Future<Boolean> change : changes) {
      assertThat(change.get()).isTrue();
    }
    assertThat(transactions).hasSize(1);
    assertThat(count()).isEqualTo(50);
  }

  @Test
  void oneThatFailsCostsTheOthersNothing() throws Exception {
    List<Future<Boolean>> changes = whileOneIsUnderWay(5,
        (number, handle) -> insert(handle, number) && (number != 3 || insert(handle, number)));
    for (int number = 0; number < 5; number++) {
      Future<Boolean> change = changes.get(number);
      if (number == 3) {
        assertThatThrownBy(change::get).isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(JdbiException.class);
      } else {
        assertThat(change.get()).isTrue();
      }
    }
    assertThat(count()).isEqualTo(4);
  }

  @Test
  void whereSeveralFailItIsTheDatabaseAndAllThatIsLeftFails() throws Exception {
    List<Future<Boolean>> changes = whileOneIsUnderWay(5, (number, handle) -> {
      insert(handle, number);
      if (number > 0) {
        throw new IllegalStateException("as the test wants it");
      }
      return true;
    });
    for (Future<Boolean> change : changes) {
      assertThatThrownBy(change::get).hasCauseInstanceOf(IllegalStateException.class);
    }
    assertThat(count()).isZero();
  }

  @Test
  void afterAFailureItGoesOn() {
    assertThatThrownBy(() -> writes.commitTimers(() -> {
      throw new IllegalStateException("as the test wants it");
    })).isInstanceOf(IllegalStateException.class);
    boolean inserted = writes.commit(handle -> insert(handle, 1));
    assertThat(inserted).isTrue();
    assertThat(count()).isEqualTo(1);
  }

  /** As the scheduler itself writes its timers, which would commit wherever auto-commit is off. */
  @Test
  void aTimerThatIsWrittenInAGroupIsCommittedWithItOrNotAtAll() {
    SchedulableTaskInstance<Void> timer = new SchedulableTaskInstance<>(
        GenerationTask.DESCRIPTOR.instance("0SA211NR6QW4C").build(), Instant.EPOCH);
    JdbcTaskRepository timers = new JdbcTaskRepository(database.dataSource(), true, database.scheduling(),
        JdbcTaskRepository.DEFAULT_TABLE_NAME, new TaskResolver(SchedulerListeners.NOOP, Instant::now, List.of()),
        new SchedulerName.Fixed("test"), false, Instant::now);

    assertThatThrownBy(() -> writes.commitTimers(() -> {
      assertThat(timers.createIfNotExists(timer)).isTrue();
      throw new IllegalStateException("as the test wants it");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(timers()).isZero();

    writes.commitTimers(() -> timers.createIfNotExists(timer));
    assertThat(timers()).isEqualTo(1);
  }

  private int timers() {
    return database.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM scheduled_tasks")
        .mapTo(Integer.class).one());
  }

  @Test
  void aThreadThatIsInterruptedChangesWhatItWantsAndStaysInterrupted() throws Exception {
    AtomicBoolean interrupted = new AtomicBoolean();
    threads.submit(() -> {
      Thread.currentThread().interrupt();
      writes.commit(handle -> insert(handle, 1));
      interrupted.set(Thread.currentThread().isInterrupted());
    }).get();
    assertThat(interrupted).isTrue();
    assertThat(count()).isEqualTo(1);
  }

  private interface Change {
    boolean make(int number, Handle handle);
  }

  /** Changes numbered from 0 that have come, in that order, while another one keeps the transaction open. */
  private List<Future<Boolean>> whileOneIsUnderWay(int count, Change change) {
    CountDownLatch begun = new CountDownLatch(1);
    threads.execute(() -> writes.commitTimers(() -> {
      begun.countDown();
      reached(held);
    }));
    reached(begun);
    List<Future<Boolean>> changes = IntStream.range(0, count).mapToObj(number -> {
      Future<Boolean> result = threads
          .submit(() -> writes.commit(handle -> change.make(number, handle)));
      await().atMost(10, SECONDS).until(() -> writes.waiting() > number);
      return result;
    }).toList();
    held.countDown();
    return changes;
  }

  private static void reached(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean insert(Handle handle, int number) {
    return handle
        .createUpdate("INSERT INTO preference (guild_id, channel_id, name, value) VALUES (:number, 0, 'n', 'v')")
        .bind("number", number).execute() == 1;
  }

  private int count() {
    return database.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM preference")
        .mapTo(Integer.class).one());
  }
}
