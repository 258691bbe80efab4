package dev.foley.bench.pending;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.bench.Goal;
import dev.foley.bench.Report;
import dev.foley.bench.Scratch;
import dev.foley.bench.pending.Findings.Window;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What 100, 1,000 and 10,000 pending generations cost, on SQLite and PostgreSQL. Each figure comes from a process of its own with the
 * launcher's flags ({@link PendingBot}), in which the service answers in memory, after the time that a network takes, and results have
 * no bytes; so what is measured is the bot's own work on generations: timers, store, steps. What it leaves out is Discord and HTTP.
 *
 * <p>The number stays the same: where a generation ends, a member asks for the next. At 10,000 these are 170 requests, and as many
 * deliveries, a second. The repeats are windows of {@code 2 s} that follow each other.
 *
 * <p>Limited by: the disk, which has to take each commit; and on a machine that does other work, by that, as lateness is waiting time.
 */
@Command(name = "pending", description = "what many pending generations cost")
public final class PendingBench implements Callable<Integer> {
  private static final List<String> FLAGS = List.of("-Xmx96m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
      "-XX:+UseCompactObjectHeaders", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED");
  private static final List<Integer> COUNTS = List.of(100, 1_000, 10_000);
  private static final int QUEUED = 9_900;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Report report = new Report("pending", spec.commandLine().getOut());
    report.say("Store, timers and steps in a process of their own (-Xmx96m); " + PendingBot.WINDOWS + " windows of "
        + PendingBot.WINDOW.toSeconds() + " s; jobs of 50 to 60 s, 15 % slower; a request takes "
        + Scenario.LATENCY.toMillis() + " ms");
    List<Row> rows = new ArrayList<>();
    for (int count : COUNTS) {
      rows.add(onSqlite(Scenario.PENDING, count));
    }
    rows.add(onSqlite(Scenario.QUEUED, QUEUED));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      for (int count : COUNTS) {
        rows.add(onPostgres(postgres, count));
      }
    }
    report.table(Row.HEADER, rows.stream().map(Row::words).toList());
    rows.forEach(row -> report.figure(row.name(), row.figures()));
    return report.finish(goals(rows));
  }

  private static List<Goal> goals(List<Row> rows) {
    Row thousand = find(rows, "sqlite-pending-1000");
    Row most = find(rows, "sqlite-pending-10000");
    Row queued = find(rows, "sqlite-queued-" + QUEUED);
    Row postgres = find(rows, "postgres-pending-10000");
    return List.of(
        Goal.atMost("lateness-p99-10000-sqlite", most.series(Window::lateness99).median(), 1, "s"),
        Goal.atMost("cpu-10000-sqlite", most.series(Window::cores).median(), 1, "cores"),
        Goal.atMost("rss-10000-sqlite", most.findings().peakMegabytes(), 256, "MB"),
        // Beside 1,000, not 100, where what is shared by all, such as looking ten times a second, is most of the little there is.
        Goal.atMost("cost-growth", most.microsPerWaking() / thousand.microsPerWaking(), 1.5, "ratio"),
        Goal.atMost("lateness-p99-10000-postgres", postgres.series(Window::lateness99).median(), 1, "s"),
        Goal.atMost("cpu-9900-queued", queued.series(Window::cores).median(), 0.5, "cores"));
  }

  private static Row find(List<Row> rows, String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  private static Row onSqlite(Scenario scenario, int count) throws IOException, InterruptedException {
    Path data = Scratch.directory();
    return measure("sqlite", scenario, count, "jdbc:sqlite:" + data.resolve("foley.db"), data);
  }

  private static Row onPostgres(EmbeddedPostgres postgres, int count) throws IOException, InterruptedException {
    String database = "foley_" + count;
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException e) {
      throw new IOException("PostgreSQL makes no database", e);
    }
    return measure("postgres", Scenario.PENDING, count, postgres.getJdbcUrl("postgres", database),
        Scratch.directory());
  }

  private static Row measure(String database, Scenario scenario, int count, String url, Path data)
      throws IOException, InterruptedException {
    Path findings = data.resolve("findings.json");
    Path log = data.resolve("bot.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), PendingBot.class.getName(), scenario.name(),
        Integer.toString(count), url, findings.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2"); // as the launcher does
    Process process = builder.start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("no findings within " + PATIENCE + "; see " + log);
    }
    if (process.exitValue() != 0) {
      throw new IOException("the measured process ended with " + process.exitValue() + "; see " + log);
    }
    return new Row(database, scenario, count, new ObjectMapper().readValue(findings.toFile(), Findings.class));
  }
}
