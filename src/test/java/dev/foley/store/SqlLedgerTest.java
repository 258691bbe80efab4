package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.GenerationStore;
import dev.foley.generation.Ledger;
import dev.foley.generation.LedgerContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlLedgerTest extends LedgerContract {
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

  @Test
  void aPeriodIsFoundByItsIndex() {
    assertThat(plan(SqlLedger.OF_MEMBER)).containsExactly(
        "SEARCH ledger USING INDEX ledger_member (member_id=? AND requested_at>? AND requested_at<?)");
    assertThat(plan(SqlLedger.OF_GUILD)).containsExactly(
        "SEARCH ledger USING INDEX ledger_guild (guild_id=? AND requested_at>? AND requested_at<?)");
  }

  private List<String> plan(String query) {
    return QueryPlan.of(database, query, Map.of("who", 1, "from", 1, "until", 2));
  }
}
