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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bot whose four shards are with two processes, two with each, on one PostgreSQL. */
class TwoProcessesFourShardsTest {
  private static final int SHARDS = 4;
  private static final List<String> RANGES = List.of("0-1/4", "2-3/4");
  private static final Duration STARTED = Duration.ofMinutes(2);
  /** A generation is told in the log of the process that heard the interaction, before any of them takes it on. */
  private static final Pattern HEARD = Pattern.compile("Generation changed generationId=(\\w+) state=Queued");

  @TempDir
  private Path directory;

  private final List<BotProcess> bots = new ArrayList<>();
  private String database;
  private Playground playground;
  private MemberControl member;

  @BeforeEach
  void start() throws Exception {
    database = EmbeddedPostgresServer.newDatabase();
    playground = WholeBot.newPlayground();
    member = playground.discord().control();
    playground.discord().world().recommendShards(SHARDS);
    for (int shard = 0; shard < SHARDS; shard++) {
      playground.discord().world().createServer("Server " + shard, channel(shard), shard, SHARDS);
    }
    for (int i = 0; i < RANGES.size(); i++) {
      Path home = Files.createDirectory(directory.resolve("instance-" + i));
      bots.add(BotHost.start(playground, home, Map.of("FOLEY_DATABASE_URL", database, "FOLEY_SHARDS", RANGES.get(i)),
          List.of()));
    }
    member.awaitCommand("music", STARTED);
    awaitSessions(SHARDS);
  }

  @AfterEach
  void stop() {
    bots.forEach(BotProcess::close);
    playground.close();
  }

  @Test
  void eachServerIsAnsweredByTheProcessThatHasItsShardAndByNoOther() throws Exception {
    List<String> asked = new ArrayList<>();
    for (int job = 0; job < 3 * SHARDS; job++) {
      asked.add(ask(job % SHARDS, "shared " + job));
    }
    for (String id : asked) {
      assertThat(soundsOf(id)).isEqualTo(1);
    }

    Map<String, Integer> shards = shardsOfGenerations();
    assertThat(shards).hasSizeGreaterThanOrEqualTo(asked.size());
    assertThat(heardBy(0)).isNotEmpty().allSatisfy(id -> assertThat(shards.get(id)).isIn(0, 1));
    assertThat(heardBy(1)).isNotEmpty().allSatisfy(id -> assertThat(shards.get(id)).isIn(2, 3));
    assertThat(heardBy(0).size() + heardBy(1).size()).as("heard once each").isEqualTo(shards.size());

    // Without the first process nobody hears its servers, while the other goes on with its own.
    bots.getFirst().kill();
    awaitSessions(SHARDS / 2);
    assertThat(soundsOf(ask(3, "goes on"))).isEqualTo(1);
    String unheard = member.invoke("mia", channel(1), "/music prompt:nobody there seconds:1").sent();
    assertThat(
        member.awaitInteraction(unheard, view -> view.state() != InteractionView.State.WAITING, WholeBot.PATIENCE)
            .acknowledged())
        .isFalse();
  }

  private String ask(int shard, String prompt) throws Exception {
    return BotHost.ask(playground, "mia", channel(shard), "/music prompt:" + prompt + " seconds:1");
  }

  private int soundsOf(String interaction) throws Exception {
    MessageView answer = member.awaitInteraction(interaction, Demo::isFinal, WholeBot.PATIENCE).responses().getFirst();
    assertThat(answer.attachments()).as(WholeBot.text(answer)).isNotEmpty();
    return answer.attachments().size();
  }

  private Set<String> heardBy(int instance) throws IOException {
    Matcher heard = HEARD.matcher(BotHost.log(directory.resolve("instance-" + instance)));
    return heard.results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  /** As Discord reckons them, from the server's id. */
  private Map<String, Integer> shardsOfGenerations() throws SQLException {
    Map<String, Integer> shards = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, guild_id FROM generation")) {
      while (rows.next()) {
        shards.put(rows.getString("id"), Math.toIntExact((rows.getLong("guild_id") >>> 22) % SHARDS));
      }
    }
    return shards;
  }

  private void awaitSessions(int number) {
    await().atMost(STARTED).until(() -> playground.discord().world().connectedSessions() == number);
  }

  private static String channel(int shard) {
    return "shard-" + shard;
  }
}
