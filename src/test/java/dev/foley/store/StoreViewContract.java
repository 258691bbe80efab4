package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GenerationStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a database says of what is not over yet. */
abstract class StoreViewContract {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  abstract Database database();

  @Test
  void anEmptyDatabaseHasNothingThatIsDue() {
    assertThat(at(NOON)).isEqualTo(new StoreView(Map.of(), 0, Duration.ZERO));
  }

  @Test
  void whatIsUnfinishedIsCountedByStateAndWhatHasEndedIsNot() {
    record(1, NOON);
    record(2, NOON);
    store().replace(Samples.next(record(3, NOON), new GenerationState.Submitting(NOON)));
    store().replace(Samples.next(record(4, NOON), new GenerationState.Delivered(5, NOON)));

    assertThat(at(NOON).unfinished()).isEqualTo(Map.of("Queued", 2L, "Submitting", 1L));
  }

  @Test
  void ofTheTimersThatAreDueTheOldestSaysHowLate() {
    record(1, NOON);
    record(2, NOON.plusSeconds(3));
    record(3, NOON.plusSeconds(60));

    assertThat(at(NOON.plusMillis(5_250))).satisfies(view -> {
      assertThat(view.timersDue()).isEqualTo(2);
      assertThat(view.oldestDue()).isEqualTo(Duration.ofMillis(5_250));
    });
  }

  @Test
  void aTimerThatIsClaimedIsNotDueAnyMore() {
    record(1, NOON);
    database().jdbi().useHandle(handle -> handle.execute("UPDATE scheduled_tasks SET picked = TRUE"));

    assertThat(at(NOON.plusSeconds(5)).timersDue()).isZero();
  }

  private StoreView at(Instant now) {
    return new SqlView(database()).at(now);
  }

  private GenerationStore store() {
    return new SqlGenerationStore(database());
  }

  private Generation record(long number, Instant at) {
    Generation generation = Samples.queued(Samples.id(number), new ChannelId(7), at);
    store().insert(List.of(generation));
    return generation;
  }
}
