package dev.foley.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server for all tests of a run, started by the first of them. Where none can be started, as on a machine that the
 * binaries are not made for, tests are skipped with the reason.
 */
public final class EmbeddedPostgresServer {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static @Nullable EmbeddedPostgres server;
  private static @Nullable String whyNot;

  private EmbeddedPostgresServer() {}

  /** The address of a new, empty database, user included. */
  public static String newDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    EmbeddedPostgres running = running();
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return address(running.getPort(), name);
  }

  /**
   * A server of its own, to be stopped and started again with what it has.
   *
   * @param port 0 for any free one
   */
  public static EmbeddedPostgres start(Path data, int port) {
    try {
      EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(data)
          .setCleanDataDirectory(false).setPGStartupWait(STARTS_WITHIN);
      return (port == 0 ? builder : builder.setPort(port)).start();
    } catch (IOException | IllegalStateException e) {
      throw skipped(e);
    }
  }

  /** As Foley is told it. */
  public static String address(int port, String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres";
  }

  private static synchronized EmbeddedPostgres running() {
    Assumptions.assumeTrue(whyNot == null, () -> "no PostgreSQL here: " + whyNot);
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running = EmbeddedPostgres.builder().setPGStartupWait(STARTS_WITHIN).start();
        server = running;
      } catch (IOException | IllegalStateException e) {
        whyNot = String.valueOf(e.getMessage());
        throw skipped(e);
      }
    }
    return running;
  }

  private static RuntimeException skipped(Exception e) {
    return Assumptions.<RuntimeException>abort("no PostgreSQL here: " + e.getMessage());
  }
}
