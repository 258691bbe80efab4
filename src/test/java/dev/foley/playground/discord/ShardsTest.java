package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees what where a bot has several shards. */
class ShardsTest {
  private static final int GUILDS = 1;

  private Playground playground;

  @BeforeEach
  void start() {
    playground = new Playground();
  }

  @AfterEach
  void stop() {
    playground.close();
  }

  @Test
  void eachServerIsSeenByTheShardThatItsIdNames() throws Exception {
    playground.discord.world().createServer("Second", "zero", 0, 3);
    playground.discord.world().createServer("Third", "two", 2, 3);
    List<String> seen = new ArrayList<>();
    for (int shard = 0; shard < 3; shard++) {
      try (GatewayClient gateway = connect(shard, 3)) {
        JsonNode ready = gateway.next("READY").path("d");
        assertThat(ready.path("shard")).hasToString("[" + shard + ",3]");
        for (JsonNode guild : ready.path("guilds")) {
          assertThat((guild.path("id").asLong() >>> 22) % 3).isEqualTo(shard);
          seen.add(guild.path("id").asText());
        }
      }
    }
    assertThat(seen).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aServerThatIsJoinedIsToldToItsShard() throws Exception {
    try (GatewayClient gateway = connect(1, 2)) {
      gateway.next("READY");
      playground.discord.world().createServer("Not here", "elsewhere", 0, 2);
      playground.discord.world().createServer("Here", "here", 1, 2);
      JsonNode joined = gateway.next("GUILD_CREATE").path("d");
      while (joined.path("name").asText().equals("Playground")) {
        joined = gateway.next("GUILD_CREATE").path("d");
      }
      assertThat(joined.path("name").asText()).isEqualTo("Here");
    }
  }

  @Test
  void aSessionWithMoreServersThanAShardMaySeeIsNotBegun() throws Exception {
    for (int server = 0; server < 2_500; server++) {
      playground.discord.world().createServer("Server " + server, "channel-" + server, server % 2, 2);
    }
    assertThat(recommended()).isEqualTo(3);
    try (GatewayClient gateway = connect(0, 1)) {
      assertThat(gateway.closeCode()).isEqualTo(4011);
    }
    try (GatewayClient gateway = connect(0, 2)) {
      gateway.next("READY");
    }
  }

  @Test
  void howManyShardsAreRecommendedCanBeSet() throws Exception {
    assertThat(recommended()).isEqualTo(1);
    playground.discord.world().recommendShards(4);
    assertThat(recommended()).isEqualTo(4);
  }

  private int recommended() throws Exception {
    return playground.rest.get("/gateway/bot").body().path("shards").asInt();
  }

  private GatewayClient connect(int shard, int shards) {
    ObjectNode identify = Json.object().put("op", 2);
    ObjectNode data = identify.putObject("d").put("token", "playground").put("intents", GUILDS);
    data.putObject("properties");
    data.putArray("shard").add(shard).add(shards);
    GatewayClient gateway = new GatewayClient(playground.discord.gatewayUrl());
    gateway.send(identify);
    return gateway;
  }
}
