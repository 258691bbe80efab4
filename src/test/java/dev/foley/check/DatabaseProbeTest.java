package dev.foley.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.store.Store;
import dev.foley.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProbeTest {
  @TempDir
  Path directory;

  @Test
  void aNewOneAndOneInUseAndOneThatIsReadyAreInOrder() {
    assertThat(look()).isEqualTo(Finding.ok("Database", file() + " is new; the first start makes its tables."));
    try (Store _ = Store.open(settings(), InstantSource.system())) {
      assertThat(look()).isEqualTo(Finding.ok("Database", file() + " is in use by a running bot."));
    }
    assertThat(look().verdict()).isEqualTo(Verdict.OK);
    assertThat(look().words()).matches(".*foley\\.db, SQLite 3\\.[0-9.]+, schema \\d+\\.");
  }

  @Test
  void aDamagedOneIsAProblemThatSaysWhatToDo() throws Exception {
    Files.writeString(file(), "Dear diary, ".repeat(1_000));

    assertThat(look()).isEqualTo(Finding.problem("Database", "The file " + file() + " is damaged, or is no database.",
        "It was left as it is. Restore a copy, or move it away to begin with an empty one."));
  }

  private Finding look() {
    return new DatabaseProbe(settings()).look();
  }

  private StoreSettings settings() {
    return new StoreSettings("jdbc:sqlite:" + file(), StoreSettings.DEFAULT_POLLING_INTERVAL, 1,
        StoreSettings.DEFAULT_SHUTDOWN_GRACE);
  }

  private Path file() {
    return directory.resolve("foley.db");
  }
}
