package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.PreferenceStoreContract;
import dev.foley.generation.policy.PreferenceStore;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlPreferencesTest extends PreferenceStoreContract {
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
  protected PreferenceStore preferences() {
    return new SqlPreferences(database.jdbi());
  }

  @Test
  void aServersSettingsAreFoundByTheirKey() {
    assertThat(QueryPlan.of(database, SqlPreferences.OF_GUILD, Map.of("guild", 1)))
        .containsExactly("SEARCH preference USING INDEX sqlite_autoindex_preference_1 (guild_id=?)");
  }
}
