package dev.foley.store;

import dev.foley.store.StoreSettings.Login;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL database for each test: a new one, or one that an earlier test has given back, emptied. */
final class PostgresStore implements BeforeEachCallback, AfterEachCallback {
  private static final Queue<Database> FREE = new ConcurrentLinkedQueue<>();
  private static final List<String> TABLES = List.of("generation", "ledger", "draft", "preference", "scheduled_tasks");

  private Optional<Database> database = Optional.empty();

  static StoreSettings settings(String address) {
    return new StoreSettings(address, Login.NONE, Duration.ofMillis(50), 8, Duration.ofSeconds(5));
  }

  Database database() {
    return database.orElseThrow();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    database = Optional.ofNullable(FREE.poll())
        .or(() -> Optional.of(Database.open(settings(EmbeddedPostgresServer.newDatabase()))));
    empty(database().jdbi());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    database.ifPresent(FREE::add);
    database = Optional.empty();
  }

  private static void empty(Jdbi jdbi) {
    jdbi.useHandle(handle -> handle.execute("TRUNCATE " + String.join(", ", TABLES)));
  }
}
