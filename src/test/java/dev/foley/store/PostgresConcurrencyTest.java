package dev.foley.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Gate;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.LimitReached;
import dev.foley.generation.Next;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What SQLite rules out by having one writer, PostgreSQL must be kept from: several at once, from several instances. */
@Timeout(60)
class PostgresConcurrencyTest {
  private static final ChannelId CHANNEL = new ChannelId(7);
  private static final int ALLOWED = 5;

  @RegisterExtension
  final PostgresStore postgres = new PostgresStore();

  private final InstantSource clock = InstantSource.system();

  @Test
  void ofManyOrdersAtOnceNoMoreAreRecordedThanTheirLimitAllows() throws Exception {
    SqlGenerationStore store = new SqlGenerationStore(postgres.database());
    Gate gate = standing -> standing.pendingIn(CHANNEL) < ALLOWED
        ? Optional.empty()
        : Optional.of(new LimitReached.Cooldown(Instant.EPOCH));
    List<Optional<LimitReached>> answers = atOnce(20, number -> store.insert(List.of(queued(number)), List.of(), gate));
    assertThat(answers).filteredOn(Optional::isEmpty).hasSize(ALLOWED);
    assertThat(store.unfinished(CHANNEL)).hasSize(ALLOWED);
  }

  @Test
  void ofManyChangesToOneVersionOneIsMade() throws Exception {
    SqlGenerationStore store = new SqlGenerationStore(postgres.database());
    store.insert(List.of(queued(1)));
    Generation next = Samples.next(queued(1), new GenerationState.Submitting(clock.instant()));
    assertThat(atOnce(20, _ -> store.replace(next))).filteredOn(won -> won).hasSize(1);
  }

  @Test
  void repairsByAllInstancesAtOnceSetEachTimerOnce() throws Exception {
    SqlGenerationStore store = new SqlGenerationStore(postgres.database());
    IntStream.range(0, 20).forEach(number -> store.insert(List.of(queued(number))));
    postgres.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM scheduled_tasks"));
    List<Integer> repaired = atOnce(5, _ -> new TimerRepair(postgres.database(), clock).run());
    assertThat(repaired.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
  }

  @Test
  void twoInstancesShareTheWorkAndNeverRunOneGenerationTwiceAtOnce() {
    Map<GenerationId, AtomicInteger> running = new ConcurrentHashMap<>();
    AtomicInteger meetings = new AtomicInteger();
    AtomicInteger wakings = new AtomicInteger();
    StoreSettings settings = PostgresStore.settings("");
    // Closing one would close the database of the other; both stop.
    Store one = Store.on(postgres.database(), settings, clock);
    Store other = Store.on(postgres.database(), settings, clock);
    try {
      for (Store store : List.of(one, other)) {
        store.startTimers(id -> {
          wakings.incrementAndGet();
          AtomicInteger here = running.computeIfAbsent(id, _ -> new AtomicInteger());
          meetings.addAndGet(here.getAndIncrement());
          Next next = step(store, id);
          here.decrementAndGet();
          return next;
        });
      }
      IntStream.range(0, 200).forEach(number -> one.generations().insert(List.of(queued(number))));
      await().atMost(40, SECONDS).until(() -> one.generations().unfinished(CHANNEL).isEmpty());
      assertThat(meetings).hasValue(0);
      assertThat(wakings).hasValue(400);
    } finally {
      one.stopTimers();
      other.stopTimers();
    }
  }

  /** Two wakings to the end. */
  private Next step(Store store, GenerationId id) {
    Generation found = store.generations().find(id).orElseThrow();
    if (found.state() instanceof GenerationState.Queued) {
      store.generations().replace(Samples.next(found, new GenerationState.Submitting(clock.instant())));
      return new Next.WakeAt(clock.instant());
    }
    store.generations().replace(Samples.next(found, new GenerationState.Delivered(5, clock.instant())));
    return new Next.Finished();
  }

  private interface Numbered<T> {
    T run(int number);
  }

  private static <T> List<T> atOnce(int count, Numbered<T> task) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers = IntStream.range(0, count).mapToObj(number -> threads.submit(() -> {
        start.await();
        return task.run(number);
      })).toList();
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> answer : answers) {
        results.add(answer.get(30, SECONDS));
      }
      return results;
    }
  }

  private Generation queued(int number) {
    return Samples.queued(Samples.id(number), CHANNEL, clock.instant());
  }
}
