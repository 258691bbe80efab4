package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.generation.ChannelId;
import dev.foley.generation.FakeClock;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.GenerationStoreContract;
import dev.foley.generation.StoreException;
import dev.foley.generation.Timing;
import dev.foley.provider.FailureReason;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlGenerationStoreTest extends GenerationStoreContract {
  private static final GenerationId ID = new GenerationId("0PZA40G4JTX0A");
  private static final ChannelId CHANNEL = new ChannelId(7);

  @TempDir
  Path directory;

  private final FakeClock clock = new FakeClock();
  private Database database;
  private SqlGenerationStore store;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("foley.db"), Duration.ofMillis(200),
        UnaryOperator.identity());
    store = new SqlGenerationStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected GenerationStore store() {
    return store;
  }

  @Test
  void theNextProcessKnowsWhatHasNotLeft() {
    GenerationId sent = new GenerationId("0PZA40G4JTX0B");
    List.of(ID, sent).forEach(id -> {
      Generation queued = Samples.queued(id, CHANNEL, clock.instant());
      store.insert(List.of(queued));
      store.replace(Samples.next(queued, new GenerationState.Submitting(clock.instant())));
    });
    store.leaves(sent);
    close();

    open();

    assertThat(store.neverLeft(ID)).isTrue();
    assertThat(store.neverLeft(sent)).isFalse();
  }

  @Test
  void whatHasAnOutcomeNeedsNoMark() throws Exception {
    Generation queued = Samples.queued(ID, CHANNEL, clock.instant());
    store.insert(List.of(queued));
    Generation submitting = Samples.next(queued, new GenerationState.Submitting(clock.instant()));
    store.replace(submitting);
    store.leaves(ID);
    assertThat(directory.resolve("departures").resolve(ID.value())).exists();

    store.replace(Samples.next(submitting, new GenerationState.Queued(clock.instant())));

    assertThat(directory.resolve("departures").resolve(ID.value())).doesNotExist();
  }

  @Test
  void aRowAndItsTimerAreRecordedTogether() {
    store.insert(List.of(Samples.queued(ID, CHANNEL, clock.instant())));
    assertThat(timers()).containsExactly(ID.value());
    assertThat(dueMillis(ID)).isEqualTo(clock.instant().toEpochMilli());
  }

  @Test
  void tellsWhoseFilesMayNotBeSweptAway() {
    List<GenerationState> states = List.of(new GenerationState.Queued(clock.instant()),
        new GenerationState.Completed(URI.create("https://cdn.example/a.wav"), clock.instant()),
        new GenerationState.Delivered(1, clock.instant()),
        new GenerationState.Failed(FailureReason.DEADLINE_PASSED, clock.instant()),
        new GenerationState.Failed(FailureReason.UNDELIVERABLE, clock.instant()),
        new GenerationState.Submitting(clock.instant()));
    for (int i = 0; i < states.size(); i++) {
      Generation made = Samples.queued(new GenerationId("000000000000" + i), CHANNEL, clock.instant());
      store.insert(List.of(made));
      store.replace(
          new Generation(made.id(), 1, made.origin(), made.request(), made.takes(), Optional.empty(), made.createdAt(),
              0, made.cost(), Timing.NONE,
              states.get(i)));
    }

    assertThat(store.withFiles()).containsExactlyInAnyOrder(new GenerationId("0000000000001"),
        new GenerationId("0000000000004"), new GenerationId("0000000000005"));
  }

  @Test
  void whenTheTimerCannotBeSetTheRowIsNotRecorded() {
    database.jdbi().useHandle(handle -> handle.execute("DROP TABLE scheduled_tasks"));
    assertThatThrownBy(() -> store.insert(List.of(Samples.queued(ID, CHANNEL, clock.instant()))))
        .isInstanceOf(StoreException.class);
    assertThat(store.find(ID)).isEmpty();
  }

  @Test
  void whenATimerIsInTheWayTheRowIsNotRecorded() {
    database.jdbi().useHandle(handle -> new NewTimers(database)
        .set(handle.getConnection(), ID, clock.instant()));
    assertThatThrownBy(() -> store.insert(List.of(Samples.queued(ID, CHANNEL, clock.instant()))))
        .isInstanceOf(StoreException.class);
    assertThat(store.find(ID)).isEmpty();
  }

  @Test
  void whenTheRowCannotBeRecordedNoTimerIsSet() {
    Generation generation = Samples.queued(ID, CHANNEL, clock.instant());
    store.insert(List.of(generation));
    database.jdbi().useHandle(handle -> handle.execute("DELETE FROM scheduled_tasks"));
    assertThatThrownBy(() -> store.insert(List.of(generation))).isInstanceOf(StoreException.class);
    assertThat(timers()).isEmpty();
    store.insert(List.of(Samples.queued(new GenerationId("0PZA40G4JTX0B"), CHANNEL, clock.instant())));
    assertThat(timers()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "state = 'Elsewhere'",
      "state = 'Pending'",
      "state = 'Failed', failure_reason = 'BORED'",
      "state = 'Delivered'",
      "state = 'Ready', audio_container = 'WAV', audio_file = 'x', result_url = 'https://x', audio_size_bytes = 1",
      "version = -1",
      "failures = 99999999999",
      "model = ''",
      "parameters = 'SECONDS'",
      "parameters = 'LOUDNESS=11'",
      "cost_credits = '-1'",
      "interaction_token = ' '"})
  void aRowThatMakesNoGenerationIsNamedAndNotSkipped(String damage) {
    store.insert(List.of(Samples.queued(ID, CHANNEL, clock.instant())));
    database.jdbi().useHandle(handle -> handle.execute("UPDATE generation SET " + damage));
    store = new SqlGenerationStore(database); // the next process, which has not written the row itself
    assertThatThrownBy(() -> store.find(ID)).isInstanceOf(StoreException.class).hasMessageContaining(ID.value());
    if (!damage.contains("Failed") && !damage.contains("Delivered")) {
      assertThatThrownBy(() -> store.unfinished(CHANNEL)).isInstanceOf(StoreException.class)
          .hasMessageContaining(ID.value());
    }
  }

  @Test
  void unfinishedGenerationsOfAChannelAreFoundByTheirIndex() {
    List<String> plan = database.jdbi().withHandle(handle -> handle.createQuery("""
        EXPLAIN QUERY PLAN SELECT * FROM generation
        WHERE channel_id = :channel AND state NOT IN ('Delivered', 'Failed')
        ORDER BY id
        """).bind("channel", 1).map((row, _) -> row.getString("detail")).list());
    assertThat(plan).containsExactly("SEARCH generation USING INDEX generation_unfinished (channel_id=?)");
  }

  @Test
  void takesOfARequestAreFoundByTheirIndexes() {
    List<String> plan = database.jdbi()
        .withHandle(handle -> handle.createQuery("EXPLAIN QUERY PLAN " + SqlGenerationStore.TAKES)
            .bind("first", "x").map((row, _) -> row.getString("detail")).list());
    assertThat(plan).noneMatch(step -> step.startsWith("SCAN"))
        .anyMatch(step -> step.contains("generation_takes (take_first=?)"));
  }

  @Test
  void failuresRepeatNeitherPromptNorToken() {
    Generation generation = Samples.queued(ID, CHANNEL, clock.instant());
    store.insert(List.of(generation));
    assertThatThrownBy(() -> store.insert(List.of(generation))).satisfies(failure -> {
      for (Throwable at = failure; at != null; at = at.getCause()) {
        assertThat(at.toString()).doesNotContain(Samples.PROMPT, Samples.TOKEN);
      }
    });
  }

  private List<String> timers() {
    return database.jdbi().withHandle(handle -> handle
        .createQuery("SELECT task_instance FROM scheduled_tasks WHERE task_name = 'generation'")
        .mapTo(String.class).list());
  }

  private long dueMillis(GenerationId id) {
    return database.jdbi().withHandle(handle -> handle
        .createQuery("SELECT execution_time FROM scheduled_tasks WHERE task_instance = :id")
        .bind("id", id.value()).mapTo(Long.class).one());
  }
}
