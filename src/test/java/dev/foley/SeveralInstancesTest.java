package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import dev.foley.playground.demo.Demo;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.store.EmbeddedPostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three real processes that share a PostgreSQL database, each with its shard of one bot. They are started once, since starting them is
 * what takes long; the test that kills one comes last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralInstancesTest {
  /** By DESIGN: if one instance dies, the others take over its jobs within this. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(30);
  private static final Duration STARTED = Duration.ofMinutes(2);
  private static final int INSTANCES = 3;
  private static final int JOBS = 12;

  @TempDir
  private static Path directory;

  private static EmbeddedPostgres server;
  private static Playground playground;
  private static MemberControl member;
  private static final List<BotProcess> BOTS = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgresServer.start(directory.resolve("server"), 0);
    playground = WholeBot.newPlayground();
    member = playground.discord().control();
    for (int shard = 0; shard < INSTANCES; shard++) {
      playground.discord().world().createServer("Server " + shard, "shard-" + shard, shard, INSTANCES);
      Path home = Files.createDirectories(directory.resolve("instance-" + shard));
      Map<String, String> environment = WholeBot.environment(playground, home,
          Map.of("FOLEY_DATABASE_URL", database(), "FOLEY_SHARDS", shard + "/" + INSTANCES));
      BOTS.add(BotProcess.start(BotCommand.run(), environment, home.resolve("bot.log")));
    }
    await().atMost(STARTED).until(() -> playground.discord().world().connectedSessions() == INSTANCES);
    member.awaitCommand("music", STARTED);
    for (int shard = 0; shard < INSTANCES; shard++) {
      warmUp("shard-" + shard);
    }
  }

  /** On a busy machine the first interaction of a process can be too slow for Discord. */
  private static void warmUp(String channel) throws Exception {
    await().atMost(STARTED).ignoreExceptions().until(() -> member.awaitInteraction(
        member.invoke("ben", channel, "/music prompt:warm up seconds:1").sent(), Demo::isFinal, WholeBot.PATIENCE)
        .responses().getFirst().attachments().size() == 1);
  }

  @AfterAll
  static void stop() throws IOException {
    BOTS.forEach(BotProcess::close);
    if (playground != null) {
      playground.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  @Order(1)
  void eachInstanceServesItsServers() throws Exception {
    for (String id : ask("hello")) {
      assertThat(soundsOf(id)).isEqualTo(1);
    }
    assertOnce("hello");
  }

  /** New requests meanwhile are refused in words; those that were recorded go on. */
  @Test
  @Order(2)
  void aDatabaseThatIsRestartedUnderLoadLosesAndRepeatsNothing() throws Exception {
    HeldPolls held = new HeldPolls(playground, JOBS);
    List<String> ids = ask("restart");
    held.awaitAll();
    int port = server.getPort();
    server.close();
    held.release();
    String refused = member.invoke("ben", "shard-1", "/music prompt:refused seconds:2").sent();
    assertThat(WholeBot.text(member.awaitInteraction(refused, SeveralInstancesTest::isAnswered, WholeBot.PATIENCE)
        .responses().getFirst())).contains("could not be recorded");
    server = EmbeddedPostgresServer.start(directory.resolve("server"), port);
    for (String id : ids) {
      assertThat(soundsOf(id)).isEqualTo(1);
    }
    assertOnce("restart");
    assertThat(BOTS).allMatch(BotProcess::isAlive);
  }

  @Test
  @Order(3)
  void whatAKilledInstanceHadInHandIsDeliveredByTheOthers() throws Exception {
    HeldPolls held = new HeldPolls(playground, JOBS);
    List<String> ids = ask("killed");
    held.awaitAll();
    BotProcess busiest = busiest();
    busiest.kill();
    long killed = System.nanoTime();
    held.release();
    for (String id : ids) {
      assertThat(soundsOf(id)).isEqualTo(1);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - killed);
    System.out.println("All delivered " + took.toMillis() + " ms after one of three instances was killed");
    assertThat(took).isLessThan(TAKEN_OVER);
    assertOnce("killed");
    assertThat(BOTS).filteredOn(BotProcess::isAlive).hasSize(INSTANCES - 1);
  }

  /** A request in each server by turns. @return the interactions' ids */
  private static List<String> ask(String prompt) {
    return IntStream.range(0, JOBS).mapToObj(job -> member
        .invoke("mia", "shard-" + job % INSTANCES, "/music prompt:" + prompt + " " + job + " seconds:2").sent())
        .toList();
  }

  private static int soundsOf(String interaction) throws Exception {
    MessageView answer = member.awaitInteraction(interaction, Demo::isFinal, TAKEN_OVER.plus(WholeBot.PATIENCE))
        .responses().getFirst();
    assertThat(answer.attachments()).as(WholeBot.text(answer)).isNotEmpty();
    return answer.attachments().size();
  }

  private static boolean isAnswered(InteractionView interaction) {
    return interaction.responses().stream().anyMatch(message -> !message.loading());
  }

  private static void assertOnce(String prompt) {
    assertThat(playground.aimlApi().observations().submits())
        .filteredOn(submit -> submit.prompt().startsWith(prompt)).hasSize(JOBS)
        .extracting(submit -> submit.prompt()).doesNotHaveDuplicates();
    assertThat(IntStream.range(0, INSTANCES).boxed()
        .flatMap(shard -> member.messages("mia", "shard-" + shard).stream())
        .filter(message -> message.attachments().stream().anyMatch(file -> file.filename().startsWith(prompt))))
        .hasSize(JOBS);
  }

  /** The instance that has the most generations in hand; its number is in what it signs its claims with. */
  private static BotProcess busiest() throws SQLException {
    try (Connection connection = DriverManager.getConnection(database());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("""
            SELECT picked_by FROM scheduled_tasks WHERE picked AND task_name = 'generation'
            GROUP BY picked_by ORDER BY COUNT(*) DESC LIMIT 1
            """)) {
      assertThat(row.next()).isTrue();
      String name = row.getString("picked_by");
      return BOTS.stream().filter(bot -> name.contains("-" + bot.pid() + "-")).findFirst().orElseThrow();
    }
  }

  private static String database() {
    return EmbeddedPostgresServer.address(server.getPort(), "postgres");
  }
}
