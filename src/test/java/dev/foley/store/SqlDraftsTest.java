package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.Drafts;
import dev.foley.generation.DraftsContract;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlDraftsTest extends DraftsContract {
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
  protected Drafts drafts() {
    return new SqlDrafts(database.jdbi());
  }

  @Test
  void oldOnesAreFoundByTheirIndex() {
    assertThat(QueryPlan.of(database, SqlDrafts.OLD, Map.of("at", 1)))
        .containsExactly("SEARCH draft USING INDEX draft_created (created_at<?)");
  }
}
