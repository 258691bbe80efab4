package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.Drafts;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.Ledger;
import dev.foley.generation.MemberData;
import dev.foley.generation.MemberDataContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlMemberDataTest extends MemberDataContract {
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
  protected Drafts drafts() {
    return new SqlDrafts(database.jdbi());
  }

  @Override
  protected MemberData members() {
    return new SqlMemberData(database.jdbi());
  }

  @Test
  void whatIsKeptOfAMemberIsFoundByIndexes() {
    assertThat(plan(SqlMemberData.GENERATIONS))
        .containsExactly("SEARCH generation USING INDEX generation_member (member_id=? AND id<?)");
    assertThat(plan(SqlMemberData.DRAFTS)).noneMatch(step -> step.startsWith("SCAN"))
        .contains("SEARCH draft USING INDEX draft_member (member_id=?)");
    assertThat(plan(SqlMemberData.LEDGER))
        .containsExactly("SEARCH ledger USING INDEX ledger_member (member_id=?)");
  }

  @Test
  void whatIsForgottenIsFoundByIndexes() {
    assertThat(plan(SqlMemberData.FORGET)).noneMatch(step -> step.startsWith("SCAN"))
        .contains("SEARCH generation USING INDEX generation_member (member_id=?)",
            "SEARCH sibling USING INDEX generation_takes (take_first=?)");
    assertThat(plan(SqlMemberData.ANONYMISE)).noneMatch(step -> step.startsWith("SCAN"));
  }

  private List<String> plan(String query) {
    return QueryPlan.of(database, query,
        Map.of("member", 1, "before", "Z", "most", 9, "nobody", 0, "accountsFrom", 1));
  }
}
