package dev.foley.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Next;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole store with real time and a real scheduler, every wait bounded. */
@Timeout(20)
class StoreTest {
  private static final ChannelId CHANNEL = new ChannelId(7);
  private static final Duration GRACE = Duration.ofSeconds(5);

  @TempDir
  Path directory;

  private final InstantSource clock = InstantSource.system();
  private final CountDownLatch theEnd = new CountDownLatch(1);

  @AfterEach
  void letHeldStepsGo() {
    theEnd.countDown();
  }

  @Test
  void aTimerWakesItsGenerationUntilItIsFinished() {
    try (Store store = open(GRACE)) {
      Queue<GenerationId> woken = new ConcurrentLinkedQueue<>();
      store.startTimers(id -> {
        woken.add(id);
        return woken.size() < 3 ? new Next.WakeAt(clock.instant().plusMillis(50)) : deliver(store, id);
      });
      store.generations().insert(List.of(queued(1)));
      store.timer().hurry();
      await().atMost(5, SECONDS).until(() -> woken.size() == 3 && timers().isEmpty());
      assertThat(woken).containsOnly(Samples.id(1));
    }
  }

  @Test
  void stepsRunOnNamedVirtualThreads() throws Exception {
    try (Store store = open(GRACE)) {
      Queue<Thread> threads = new ConcurrentLinkedQueue<>();
      CountDownLatch woken = new CountDownLatch(1);
      store.startTimers(id -> {
        threads.add(Thread.currentThread());
        woken.countDown();
        return deliver(store, id);
      });
      store.generations().insert(List.of(queued(1)));
      assertThat(woken.await(5, SECONDS)).isTrue();
      assertThat(threads).allMatch(Thread::isVirtual).allMatch(thread -> thread.getName().startsWith("foley-work-"));
    }
  }

  @Test
  void aStepThatThrowsIsRepeatedAndHoldsNobodyUp() {
    try (Store store = open(GRACE)) {
      ConcurrentMap<GenerationId, AtomicInteger> calls = new ConcurrentHashMap<>();
      store.startTimers(id -> {
        int call = calls.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
        if (id.equals(Samples.id(1)) && call == 1) {
          throw new IllegalStateException("as the test wants it");
        }
        return deliver(store, id);
      });
      store.generations().insert(List.of(queued(1)));
      store.generations().insert(List.of(queued(2)));
      await().atMost(10, SECONDS).until(() -> timers().isEmpty());
      assertThat(calls.get(Samples.id(1))).hasValue(2);
      assertThat(calls.get(Samples.id(2))).hasValue(1);
    }
  }

  @Test
  void noMoreStepsRunAtOnceThanThereAreWorkersAndEachOfThemOnce() {
    try (Store store = open(new StoreSettings(url(), Duration.ofMillis(20), 4, Duration.ofSeconds(5)))) {
      AtomicInteger running = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      ConcurrentMap<GenerationId, AtomicInteger> calls = new ConcurrentHashMap<>();
      CountDownLatch fourAreIn = new CountDownLatch(4);
      IntStream.range(0, 40).forEach(number -> store.generations().insert(List.of(queued(number))));
      store.startTimers(id -> {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        calls.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
        fourAreIn.countDown();
        awaitQuietly(fourAreIn);
        store.timer().hurry();
        running.decrementAndGet();
        return deliver(store, id);
      });
      await().atMost(10, SECONDS).until(() -> timers().isEmpty());
      assertThat(most).hasValue(4);
      assertThat(calls).hasSize(40);
      assertThat(calls.values()).allMatch(count -> count.get() == 1);
    }
  }

  @Test
  void whatADeadProcessHadClaimedContinuesWithinSecondsOfTheNextStart() throws Exception {
    CountDownLatch claimed = new CountDownLatch(1);
    try (Store dying = open(Duration.ZERO)) {
      dying.generations().insert(List.of(queued(1)));
      dying.startTimers(_ -> {
        claimed.countDown();
        awaitQuietly(theEnd);
        return new Next.Finished();
      });
      assertThat(claimed.await(5, SECONDS)).isTrue();
    }
    assertThat(timers()).containsOnly(Map.entry(Samples.id(1).value(), true));

    try (Store next = open(GRACE)) {
      CountDownLatch woken = new CountDownLatch(1);
      next.startTimers(id -> {
        woken.countDown();
        return deliver(next, id);
      });
      assertThat(woken.await(3, SECONDS)).isTrue();
      await().atMost(5, SECONDS).until(() -> timers().isEmpty());
    }
  }

  @Test
  void stoppingWaitsForTheStepInHandAndClaimsNothingMore() throws Exception {
    try (Store store = open(Duration.ofSeconds(10))) {
      CountDownLatch begun = new CountDownLatch(1);
      AtomicInteger ended = new AtomicInteger();
      store.startTimers(id -> {
        begun.countDown();
        awaitQuietly(theEnd);
        ended.incrementAndGet();
        return deliver(store, id);
      });
      store.generations().insert(List.of(queued(1)));
      assertThat(begun.await(5, SECONDS)).isTrue();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> stopped = threads.submit(store::stopTimers);
        store.generations().insert(List.of(queued(2)));
        assertThat(stopped.isDone()).isFalse();
        theEnd.countDown();
        stopped.get(5, SECONDS);
      }
      assertThat(ended).hasValue(1);
      assertThat(timers()).containsOnly(Map.entry(Samples.id(2).value(), false));
    }
  }

  @Test
  void whatWaitsForABusyWorkerWhenTheBotStopsStaysDue() throws Exception {
    try (Store store = open(new StoreSettings(url(), Duration.ofMillis(20), 1, Duration.ofMillis(100)))) {
      CountDownLatch begun = new CountDownLatch(1);
      IntStream.rangeClosed(1, 3).forEach(number -> store.generations().insert(List.of(queued(number))));
      Queue<GenerationId> woken = new ConcurrentLinkedQueue<>();
      store.startTimers(id -> {
        woken.add(id);
        begun.countDown();
        awaitQuietly(theEnd);
        return new Next.Finished();
      });
      assertThat(begun.await(5, SECONDS)).isTrue();
      store.stopTimers();
      assertThat(woken).hasSize(1);
      assertThat(timers().values()).containsExactlyInAnyOrder(true, false, false);
    }
  }

  @Test
  void aStepThatOutlastsTheGraceIsNotInterrupted() throws Exception {
    Queue<Boolean> interrupted = new ConcurrentLinkedQueue<>();
    try (Store store = open(Duration.ofMillis(100))) {
      CountDownLatch begun = new CountDownLatch(1);
      store.startTimers(id -> {
        begun.countDown();
        interrupted.add(awaitQuietly(theEnd));
        return deliver(store, id);
      });
      store.generations().insert(List.of(queued(1)));
      assertThat(begun.await(5, SECONDS)).isTrue();
    }
    theEnd.countDown();
    await().atMost(5, SECONDS).until(() -> !interrupted.isEmpty());
    assertThat(interrupted).containsExactly(false);
  }

  @Test
  void anUnfinishedRowWithoutATimerGetsOneAtTheStart() throws Exception {
    try (Store store = open(GRACE)) {
      store.generations().insert(List.of(queued(1)));
      sql("DELETE FROM scheduled_tasks");
      CountDownLatch woken = new CountDownLatch(1);
      store.startTimers(id -> {
        woken.countDown();
        return deliver(store, id);
      });
      assertThat(woken.await(5, SECONDS)).isTrue();
    }
  }

  @Test
  void theRepairIsRepeatedWhileTimersRun() throws Exception {
    try (Store store = open(GRACE)) {
      CountDownLatch woken = new CountDownLatch(1);
      store.startTimers(id -> {
        woken.countDown();
        return deliver(store, id);
      });
      await().atMost(5, SECONDS).until(() -> RawSql.count(url(),
          "scheduled_tasks WHERE task_name = 'repair' AND picked = FALSE AND last_success IS NOT NULL") == 1);
      store.generations().insert(List.of(Samples.queued(Samples.id(1), CHANNEL, clock.instant().plusSeconds(3600))));
      sql("DELETE FROM scheduled_tasks WHERE task_name = 'generation'");
      sql("UPDATE scheduled_tasks SET execution_time = 0 WHERE task_name = 'repair'");
      assertThat(woken.await(5, SECONDS)).isTrue();
    }
  }

  @Test
  void timersWithoutAnUnfinishedRowAreDroppedAtTheStart() {
    try (Store store = open(GRACE)) {
      store.generations().insert(List.of(queued(1)));
      store.generations().insert(List.of(queued(2)));
      deliver(store, Samples.id(2));
      sql("DELETE FROM generation WHERE id = '" + Samples.id(1) + "'");
      Queue<GenerationId> woken = new ConcurrentLinkedQueue<>();
      store.startTimers(id -> {
        woken.add(id);
        return deliver(store, id);
      });
      assertThat(timers()).isEmpty();
      assertThat(woken).isEmpty();
    }
  }

  @Test
  void aTimerThatIsSetForLaterIsBroughtForward() throws Exception {
    try (Store store = open(GRACE)) {
      CountDownLatch slept = new CountDownLatch(1);
      AtomicInteger wakings = new AtomicInteger();
      store.startTimers(id -> {
        if (wakings.incrementAndGet() == 1) {
          slept.countDown();
          return new Next.WakeAt(clock.instant().plusSeconds(3600));
        }
        return deliver(store, id);
      });
      store.generations().insert(List.of(queued(1)));
      store.timer().hurry();
      assertThat(slept.await(5, SECONDS)).isTrue();
      await().atMost(5, SECONDS).until(() -> timers().containsValue(false));

      store.timer().hurry(Samples.id(1));

      await().atMost(5, SECONDS).until(() -> timers().isEmpty());
      assertThat(wakings).hasValue(2);
    }
  }

  @Test
  void whatHasNoTimerOrIsBeingWokenIsNotHurried() throws Exception {
    try (Store store = open(GRACE)) {
      CountDownLatch begun = new CountDownLatch(1);
      AtomicInteger wakings = new AtomicInteger();
      store.startTimers(id -> {
        wakings.incrementAndGet();
        begun.countDown();
        awaitQuietly(theEnd);
        return deliver(store, id);
      });
      store.timer().hurry(Samples.id(2));
      store.generations().insert(List.of(queued(1)));
      assertThat(begun.await(5, SECONDS)).isTrue();
      store.timer().hurry(Samples.id(1));
      theEnd.countDown();
      await().atMost(5, SECONDS).until(() -> timers().isEmpty());
      assertThat(wakings).hasValue(1);
    }
  }

  @Test
  void eachWakingTellsHowLateItIsAndTheTimersThatTheyLive() {
    try (Store store = open(GRACE)) {
      assertThat(store.timers()).isEqualTo(new TimerUse(false, 8, 0));
      Queue<Duration> lateness = new ConcurrentLinkedQueue<>();
      store.startTimers(id -> deliver(store, id), lateness::add);
      store.generations().insert(List.of(queued(1)));
      store.timer().hurry();
      await().atMost(5, SECONDS).until(() -> timers().isEmpty());

      assertThat(lateness).singleElement().satisfies(late -> assertThat(late).isBetween(Duration.ZERO, GRACE));
      assertThat(store.timers().isAlive()).isTrue();
      store.stopTimers();
      assertThat(store.timers().isAlive()).isFalse();
    }
  }

  @Test
  void timersStartOnce() {
    try (Store store = open(GRACE)) {
      store.startTimers(_ -> new Next.Finished());
      assertThatThrownBy(() -> store.startTimers(_ -> new Next.Finished()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void beforeTheStartNothingIsWokenAndHurryIsHarmless() {
    try (Store store = open(GRACE)) {
      store.generations().insert(List.of(queued(1)));
      store.timer().hurry();
      assertThat(timers()).containsOnly(Map.entry(Samples.id(1).value(), false));
    }
  }

  /** The last step: its row is final, its timer goes. */
  private Next deliver(Store store, GenerationId id) {
    Generation last = store.generations().find(id).orElseThrow();
    store.generations().replace(Samples.next(last, new GenerationState.Delivered(5, clock.instant())));
    return new Next.Finished();
  }

  private Generation queued(long number) {
    return Samples.queued(Samples.id(number), CHANNEL, clock.instant());
  }

  private Store open(Duration grace) {
    return open(new StoreSettings(url(), Duration.ofMillis(50), 8, grace));
  }

  private Store open(StoreSettings settings) {
    return Store.open(settings, clock);
  }

  private String url() {
    return "jdbc:sqlite:" + directory.resolve("foley.db");
  }

  /** Generation timers, by id, and whether they are claimed; asked past the store, as another program would. */
  private Map<String, Boolean> timers() {
    return RawSql.timers(url());
  }

  private void sql(String statement) {
    RawSql.execute(url(), statement);
  }

  /** Whether the wait was interrupted. */
  private static boolean awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
      return false;
    } catch (InterruptedException _) {
      return true;
    }
  }
}
