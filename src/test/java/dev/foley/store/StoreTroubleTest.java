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
import dev.foley.generation.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that is locked or full: new requests are refused, running ones go on afterwards. */
@Timeout(30)
class StoreTroubleTest {
  private static final ChannelId CHANNEL = new ChannelId(7);
  private static final Duration BUSY_TIMEOUT = Duration.ofMillis(200);

  @TempDir
  Path directory;

  private final InstantSource clock = InstantSource.system();
  private Database database;
  private Store store;

  @BeforeEach
  void open() {
    database = Database.open(url(), BUSY_TIMEOUT, UnaryOperator.identity());
    store = Store.on(database, new StoreSettings(url(), Duration.ofMillis(50), 8, Duration.ofSeconds(5)), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whileTheDatabaseIsLockedWritingFailsInTimeAndReadingWorks() throws Exception {
    store.generations().insert(List.of(queued(1)));
    try (Connection other = DriverManager.getConnection(url()); Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      long begun = System.nanoTime();
      assertThatThrownBy(() -> store.generations().insert(List.of(queued(2)))).isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> store.generations().replace(delivered(1))).isInstanceOf(StoreException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(BUSY_TIMEOUT, Duration.ofSeconds(5));
      assertThat(store.generations().unfinished(CHANNEL)).hasSize(1);
      statement.execute("ROLLBACK");
    }
    store.generations().insert(List.of(queued(2)));
    assertThat(store.generations().replace(delivered(1))).isTrue();
    assertThat(RawSql.timers(url())).hasSize(2);
  }

  @Test
  void timersGoOnAfterTheDatabaseWasLocked() throws Exception {
    AtomicInteger wakings = new AtomicInteger();
    store.startTimers(id -> wakings.incrementAndGet() < 20
        ? new Next.WakeAt(clock.instant().plusMillis(10))
        : deliver(id));
    store.generations().insert(List.of(queued(1)));
    await().atMost(5, SECONDS).until(() -> wakings.get() > 2);
    try (Connection other = DriverManager.getConnection(url()); Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> store.generations().insert(List.of(queued(2)))).isInstanceOf(StoreException.class);
      statement.execute("ROLLBACK");
    }
    await().atMost(25, SECONDS).until(() -> RawSql.timers(url()).isEmpty());
    assertThat(store.generations().find(Samples.id(1)).orElseThrow().state().isFinal()).isTrue();
  }

  @Test
  void onAFullDiskNewRequestsAreRefusedAndRunningOnesSurvive() {
    store.generations().insert(List.of(queued(1)));
    int pages = database.jdbi().withHandle(handle -> handle
        .createQuery("PRAGMA page_count").mapTo(Integer.class).one());
    setMaxPages(pages);
    long recorded = 1;
    StoreException refusal = null;
    while (refusal == null) {
      try {
        store.generations().insert(List.of(queued(recorded + 1)));
        recorded++;
      } catch (StoreException full) {
        refusal = full;
      }
    }
    assertThat(refusal).hasStackTraceContaining("SQLITE_FULL");
    assertThat(store.generations().unfinished(CHANNEL)).hasSize(Math.toIntExact(recorded));
    assertThat(RawSql.timers(url())).hasSize(Math.toIntExact(recorded));
    assertThat(store.generations().replace(delivered(1))).isTrue();

    setMaxPages(pages * 10);
    store.generations().insert(List.of(queued(recorded + 1)));
    assertThat(store.generations().unfinished(CHANNEL)).hasSize(Math.toIntExact(recorded));
  }

  @Test
  void aClosedStoreSaysSo() {
    store.close();
    assertThatThrownBy(() -> store.generations().find(Samples.id(1))).isInstanceOf(StoreException.class);
  }

  private void setMaxPages(int pages) {
    database.jdbi().useHandle(handle -> handle.createQuery("PRAGMA max_page_count = " + pages)
        .mapTo(Integer.class).one());
  }

  private Next deliver(GenerationId id) {
    Generation last = store.generations().find(id).orElseThrow();
    store.generations().replace(Samples.next(last, new GenerationState.Delivered(5, clock.instant())));
    return new Next.Finished();
  }

  private Generation delivered(long number) {
    return Samples.next(queued(number), new GenerationState.Delivered(5, clock.instant()));
  }

  private Generation queued(long number) {
    return Samples.queued(Samples.id(number), CHANNEL, clock.instant());
  }

  private String url() {
    return "jdbc:sqlite:" + directory.resolve("foley.db");
  }
}
