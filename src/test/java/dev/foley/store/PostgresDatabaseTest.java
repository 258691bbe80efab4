package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.generation.ChannelId;
import dev.foley.generation.StoreException;
import dev.foley.secret.Secret;
import dev.foley.store.StoreSettings.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PostgresDatabaseTest {
  private static final Duration SHORT = Duration.ofSeconds(25);

  @TempDir
  Path directory;

  @Test
  void whatWasWrittenIsThereAfterTheNextStart() {
    String address = EmbeddedPostgresServer.newDatabase();
    for (int start = 1; start <= 2; start++) {
      try (Store store = Store.open(PostgresStore.settings(address), InstantSource.system())) {
        store.generations()
            .insert(List.of(Samples.queued(Samples.id(start), new ChannelId(7), Instant.ofEpochMilli(start))));
        assertThat(store.generations().unfinished(new ChannelId(7))).hasSize(start);
      }
    }
  }

  @Test
  void aDatabaseOfAnotherProgramIsLeftAsItIs() {
    String address = EmbeddedPostgresServer.newDatabase();
    RawSql.execute(address, "CREATE TABLE accounts (id INTEGER)");
    assertRefused(PostgresStore.settings(address), "has tables of another program");
    assertThat(RawSql.count(address, "information_schema.tables WHERE table_schema = 'public'")).isEqualTo(1);
  }

  @Test
  void aDatabaseOfANewerFoleyIsLeftAsItIs() {
    String address = EmbeddedPostgresServer.newDatabase();
    Database.open(PostgresStore.settings(address)).close();
    RawSql.execute(address, """
        INSERT INTO flyway_schema_history SELECT 1000, '1000', description, type, script, checksum, installed_by,
          installed_on, execution_time, success FROM flyway_schema_history WHERE version = '1'
        """);
    assertRefused(PostgresStore.settings(address), "newer Foley");
  }

  @Test
  void aDatabaseThatIsNotThereIsTold() {
    String address = EmbeddedPostgresServer.newDatabase();
    assertRefused(PostgresStore.settings(address.replaceFirst("/test\\d+", "/nowhere")), "/nowhere does not exist");
  }

  @Test
  void aLoginThatIsNotAcceptedIsToldWithoutThePassword() {
    String address = EmbeddedPostgresServer.newDatabase();
    String withoutUser = address.substring(0, address.indexOf('?'));
    StoreSettings settings = new StoreSettings(withoutUser,
        new Login(Optional.of("nobody"), Optional.of(Secret.of("hunter2"))), Duration.ofMillis(50), 8, SHORT);
    assertThat(settings.toString()).doesNotContain("hunter2");
    assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("does not let Foley in").hasStackTraceContaining("nobody")
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("hunter2"));
  }

  @Test
  void aServerThatSaysNothingIsGivenUpInSeconds() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long begun = System.nanoTime();
      assertRefused(PostgresStore.settings(EmbeddedPostgresServer.address(silent.getLocalPort(), "foley")),
          "cannot be reached");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT);
    }
  }

  @Test
  void whileTheServerIsAwayRequestsAreRefusedInSecondsAndAfterwardsAllGoesOn() throws Exception {
    EmbeddedPostgres first = EmbeddedPostgresServer.start(directory.resolve("server"), 0);
    int port = first.getPort();
    StoreSettings settings = PostgresStore.settings(EmbeddedPostgresServer.address(port, "postgres"));
    try (Store store = Store.open(settings, InstantSource.system())) {
      store.generations().insert(List.of(Samples.queued(Samples.id(1), new ChannelId(7), Instant.ofEpochMilli(1))));
      first.close();
      long begun = System.nanoTime();
      assertThatThrownBy(
          () -> store.generations()
              .insert(List.of(Samples.queued(Samples.id(2), new ChannelId(7), Instant.ofEpochMilli(2)))))
          .isInstanceOf(StoreException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT);
      try (EmbeddedPostgres _ = EmbeddedPostgresServer.start(directory.resolve("server"), port)) {
        assertThat(store.generations().unfinished(new ChannelId(7))).hasSize(1);
        store.generations().insert(List.of(Samples.queued(Samples.id(2), new ChannelId(7), Instant.ofEpochMilli(2))));
        assertThat(store.generations().unfinished(new ChannelId(7))).hasSize(2);
      }
    }
  }

  private static void assertRefused(StoreSettings settings, String reason) {
    assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining(reason).hasMessageNotContaining("user=");
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
