package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlViewTest extends StoreViewContract {
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
  Database database() {
    return database;
  }

  /** However many have ended: this is asked several times a minute for years. */
  @Test
  void bothQuestionsAreAnsweredByIndexes() {
    assertThat(QueryPlan.of(database, SqlView.UNFINISHED, Map.of()))
        .first().asString().contains("USING INDEX generation_").contains("unfinished");
    assertThat(QueryPlan.of(database, SqlView.DUE, Map.of("now", 1)))
        .first().asString().contains("USING INDEX scheduled_tasks_execution_time");
  }

  @Test
  void aPoolThatIsAtRestHasNobodyWaiting() {
    assertThat(database.use()).satisfies(use -> {
      assertThat(use.active()).isZero();
      assertThat(use.waiting()).isZero();
    });

    database.jdbi().useHandle(handle -> {
      handle.execute("SELECT 1");
      assertThat(database.use().active()).isEqualTo(1);
    });
  }
}
