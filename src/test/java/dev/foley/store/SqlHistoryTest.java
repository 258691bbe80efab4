package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.History;
import dev.foley.generation.HistoryContract;
import dev.foley.generation.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlHistoryTest extends HistoryContract {
  @TempDir
  Path directory;

  private Database database;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + directory.resolve("foley.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected GenerationStore store() {
    return new SqlGenerationStore(database);
  }

  @Override
  protected History history() {
    return new SqlHistory(database.jdbi());
  }

  @Test
  void aMembersRequestsAreFoundByTheirIndex() {
    Map<String, Object> values = Map.of("member", 1, "guild", 0, "before", "Z", "most", 9, "from", 1, "until", 2);
    assertThat(plan(SqlHistory.OF_MEMBER, values))
        .containsExactly("SEARCH generation USING INDEX generation_member (member_id=? AND id<?)");
    assertThat(plan(SqlHistory.DELIVERED, values))
        .containsExactly("SEARCH generation USING INDEX generation_member (member_id=?)");
    assertThat(plan(SqlHistory.TALLY, values)).noneMatch(step -> step.startsWith("SCAN"))
        .contains("SEARCH generation USING INDEX generation_member (member_id=?)");
  }

  @Test
  void whatWasMadeOutOfARequestIsFoundByItsIndex() {
    assertThat(plan(SqlHistory.DESCENDANTS, Map.of("parent", "x", "most", 9)))
        .containsExactly("SEARCH generation USING INDEX generation_parent (parent_id=?)");
  }

  @Test
  void howLongAModelTookIsFoundByItsIndex() {
    assertThat(plan(SqlHistory.TIMED, Map.of("model", "x", "most", 9)))
        .containsExactly("SEARCH generation USING INDEX generation_timed (model=? AND answered_at>?)");
  }

  @Test
  void aSearchLooksAtTheNewestOnly() {
    GenerationId oldest = Samples.id(0);
    database.jdbi().useHandle(handle -> handle.execute("""
        WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < %d)
        INSERT INTO generation (
          id, version, channel_id, member_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
          locale, model, prompt, parameters, created_at, failures, state, state_since, message_id, take_first)
        SELECT printf('%%013d', n), 1, 1, 2, 3, 't', 4, 5, 'en', 'm', 'rain ' || n, '{}', 6, 0, 'Delivered', 7, 8,
          printf('%%013d', n)
        FROM number
        """.formatted(History.SEARCHED)));
    assertThat(history().search(new UserId(2), "rain 1", 3)).hasSize(3);
    assertThat(history().search(new UserId(2), oldest.value(), 3)).isEmpty();
    assertThat(history().ofMember(new UserId(2), Optional.empty(), Optional.empty(), 2_000)).hasSize(1_001);
  }

  private List<String> plan(String query, Map<String, ?> values) {
    return QueryPlan.of(database, query, values);
  }
}
