package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.StoreException;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderJobId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link LatestRows} in {@link SqlGenerationStore}: what is remembered is what the row says. */
class LatestRowsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir
  Path directory;

  private final Generation queued = Samples.queued(Samples.id(1), new ChannelId(7), NOW);
  private final Generation submitting = Samples.next(queued, new GenerationState.Submitting(NOW));
  private final Generation pending = Samples.next(submitting,
      new GenerationState.Pending(new ProviderJobId("job"), NOW));
  private Database database;
  private SqlGenerationStore store;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("foley.db"), Duration.ofSeconds(1), source -> source);
    store = new SqlGenerationStore(database);
    store.insert(List.of(queued));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasWrittenIsFoundWithoutReadingTheRow() {
    store.replace(submitting);
    store.replace(pending);
    sql("DELETE FROM generation");
    assertThat(store.find(queued.id())).contains(pending);
  }

  /** It is compared with what rows say of its other takes, and they say milliseconds. */
  @Test
  void whatIsDeliveredNextIsReadFromItsRow() {
    store.replace(submitting);
    Generation failing = Samples.next(submitting,
        new GenerationState.Failing(FailureReason.CANCELLED, NOW.plusNanos(123_456)));
    store.replace(failing);
    assertThat(store.find(queued.id())).isEqualTo(store.takes(queued.id()).stream().findFirst());
  }

  @Test
  void whatAnotherWriterWasFasterToChangeIsReadAgain() {
    sql("UPDATE generation SET version = version + 1, failures = 3");
    assertThat(store.replace(submitting)).isFalse();
    assertThat(store.find(queued.id()).orElseThrow().failures()).isEqualTo(3);
  }

  @Test
  void whatIsOverIsNotKept() {
    Generation failed = Samples.next(queued, new GenerationState.Failed(FailureReason.CANCELLED, NOW));
    store.replace(failed);
    sql("DELETE FROM generation");
    assertThat(store.find(queued.id())).as("a member may have had it forgotten").isEmpty();
  }

  @Test
  void whatTheDatabaseDidNotTakeIsReadAgain() {
    sql("CREATE TRIGGER full BEFORE UPDATE ON generation BEGIN SELECT RAISE(FAIL, 'disk full'); END");
    assertThatThrownBy(() -> store.replace(submitting)).isInstanceOf(StoreException.class);
    sql("DROP TRIGGER full");
    sql("UPDATE generation SET failures = 3");
    assertThat(store.find(queued.id()).orElseThrow().failures()).isEqualTo(3);
  }

  @Test
  void anOlderVersionDoesNotTakeThePlaceOfANewerOne() {
    LatestRows rows = new LatestRows();
    rows.written(pending);
    rows.written(queued);
    assertThat(rows.find(queued.id())).contains(pending);
  }

  private void sql(String statement) {
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }
}
