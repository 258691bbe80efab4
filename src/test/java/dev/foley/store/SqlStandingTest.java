package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.Ledger;
import dev.foley.generation.StandingContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlStandingTest extends StandingContract {
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
  protected Ledger ledger() {
    return new SqlLedger(database.jdbi());
  }

  @Override
  protected List<GenerationId> timers() {
    return RawSql.timers("jdbc:sqlite:" + directory.resolve("foley.db")).keySet().stream().map(GenerationId::new)
        .toList();
  }

  @Test
  void whatAMemberHasUnderWayIsFoundByItsIndex() {
    assertThat(plan(SqlStanding.PENDING_OF)).noneMatch(step -> step.startsWith("SCAN"))
        .contains("SEARCH generation USING INDEX generation_member_unfinished (member_id=?)");
    assertThat(plan(SqlStanding.LAST_ASKED))
        .containsExactly("SEARCH generation USING INDEX generation_member (member_id=?)");
  }

  @Test
  void whatIsPendingInAChannelIsFoundByItsIndex() {
    assertThat(plan(SqlStanding.PENDING_IN))
        .containsExactly("SEARCH generation USING INDEX generation_unfinished (channel_id=?)");
  }

  private List<String> plan(String query) {
    return QueryPlan.of(database, query, Map.of("member", 1, "channel", 1));
  }
}
