package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private static final int GUILDS = 1;
  private static final int GUILD_MESSAGES = 1 << 9;

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
  void greetsIdentifiesAndAnnouncesTheServer() throws Exception {
    try (GatewayClient gateway = new GatewayClient(playground.discord.gatewayUrl())) {
      assertThat(gateway.next().path("d").path("heartbeat_interval").asInt()).isEqualTo(41_250);
      gateway.send(Json.object().put("op", 1).putNull("d"));
      assertThat(gateway.next().path("op").asInt()).isEqualTo(11);
      gateway.identify("Bot playground", GUILDS);

      JsonNode ready = gateway.next();
      JsonNode guild = gateway.next();

      assertThat(ready.path("t").asText()).isEqualTo("READY");
      assertThat(ready.path("s").asInt()).isEqualTo(1);
      assertThat(ready.path("d").path("guilds").path(0).path("unavailable").asBoolean()).isTrue();
      assertThat(guild.path("t").asText()).isEqualTo("GUILD_CREATE");
      assertThat(guild.path("d").path("channels")).hasSize(3);
      assertThat(guild.path("d").path("members")).hasSize(1);
      assertThat(playground.discord.world().connectedSessions()).isEqualTo(1);
    }
    try (GatewayClient again = new GatewayClient(playground.discord.gatewayUrl())) {
      again.identify("playground", GUILDS);
      playground.discord.world().awaitSessions(2, Duration.ofSeconds(5));

      assertThat(playground.discord.world().begunSessions()).isEqualTo(2);
    }
  }

  @Test
  void replaysWhatWasMissed() throws Exception {
    JsonNode ready;
    try (GatewayClient first = new GatewayClient(playground.discord.gatewayUrl())) {
      first.identify("playground", GUILDS | GUILD_MESSAGES);
      ready = first.next("READY");
      first.drop();
    }
    playground.discord.control().say("mia", "music", "one");
    playground.discord.control().say("mia", "music", "two");

    try (GatewayClient second = new GatewayClient(URI.create(ready.path("d").path("resume_gateway_url").asText()))) {
      second.resume("playground", ready.path("d").path("session_id").asText(), 1);

      assertThat(second.next("GUILD_CREATE").path("s").asInt()).isEqualTo(2);
      assertThat(second.next().path("s").asInt()).isEqualTo(3);
      assertThat(second.next().path("s").asInt()).isEqualTo(4);
      assertThat(second.next().path("t").asText()).isEqualTo("RESUMED");
    }
  }

  @Test
  void aSessionThatNobodyComesBackForIsForgotten() throws Exception {
    String session;
    try (GatewayClient first = new GatewayClient(playground.discord.gatewayUrl())) {
      first.identify("playground", GUILDS);
      session = first.next("READY").path("d").path("session_id").asText();
      playground.discord.faults().dropConnections();
      assertThat(first.closeCode()).isEqualTo(1006);
    }
    playground.clock.advance(Duration.ofMinutes(4));

    try (GatewayClient second = new GatewayClient(playground.discord.gatewayUrl())) {
      second.resume("playground", session, 1);
      assertThat(second.next("9").path("d").asBoolean()).isFalse();
    }
  }

  @Test
  void anInvalidatedSessionCannotBeResumed() throws Exception {
    try (GatewayClient gateway = new GatewayClient(playground.discord.gatewayUrl())) {
      gateway.identify("playground", GUILDS);
      String session = gateway.next("READY").path("d").path("session_id").asText();
      playground.discord.faults().requestReconnect();
      assertThat(gateway.next("7").path("op").asInt()).isEqualTo(7);
      playground.discord.faults().invalidateSessions(true);
      assertThat(gateway.next("9").path("d").asBoolean()).isTrue();
      playground.discord.faults().invalidateSessions(false);
      assertThat(gateway.next("9").path("d").asBoolean()).isFalse();

      try (GatewayClient second = new GatewayClient(playground.discord.gatewayUrl())) {
        second.resume("playground", session, 1);
        assertThat(second.next("9").path("d").asBoolean()).isFalse();
        second.identify("playground", GUILDS);
        assertThat(second.next("READY").path("s").asInt()).isEqualTo(1);
      }
    }
  }

  @Test
  void compressesTheWholeStreamWhenAsked() throws Exception {
    URI compressed = URI.create(playground.discord.gatewayUrl() + "?v=10&encoding=json&compress=zlib-stream");
    try (GatewayClient gateway = new GatewayClient(compressed)) {
      gateway.identify("playground", GUILDS);

      assertThat(gateway.next("READY").path("d").path("v").asInt()).isEqualTo(10);
      assertThat(gateway.next().path("t").asText()).isEqualTo("GUILD_CREATE");
    }
  }

  @Test
  void hidesOthersWordsWithoutThePrivilegedIntent() throws Exception {
    try (GatewayClient gateway = playground.connect(GUILD_MESSAGES)) {
      playground.discord.control().say("mia", "music", "private");

      assertThat(gateway.next("MESSAGE_CREATE").path("d").path("content").asText()).isEmpty();
    }
    playground.discord.faults().allowPrivilegedIntents(1 << 15);
    try (GatewayClient gateway = playground.connect(GUILD_MESSAGES | 1 << 15)) {
      playground.discord.control().say("mia", "music", "public");

      assertThat(gateway.next("MESSAGE_CREATE").path("d").path("content").asText()).isEqualTo("public");
    }
  }

  @Test
  void aShardHearsOnlyOfItsOwnGuilds() throws Exception {
    int owner = (int) ((Long.parseLong(playground.guildId()) >>> 22) % 2);
    ObjectNode other = Json.object().put("op", 2);
    ObjectNode data = other.putObject("d").put("token", "playground").put("intents", GUILDS);
    data.putObject("properties");
    data.putArray("shard").add(1 - owner).add(2);
    try (GatewayClient gateway = new GatewayClient(playground.discord.gatewayUrl())) {
      gateway.send(other);

      assertThat(gateway.next("READY").path("d").path("guilds")).isEmpty();
    }
  }

  @Test
  void anOutageTakesEverythingAway() throws Exception {
    try (GatewayClient gateway = playground.connect(GUILDS)) {
      playground.discord.faults().outage(true);

      assertThat(gateway.closeCode()).isEqualTo(1006);
      assertThat(playground.rest.get("/users/@me").status()).isEqualTo(503);
    }
    playground.discord.faults().outage(false);
    assertThat(playground.rest.get("/users/@me").status()).isEqualTo(200);
    playground.connect(GUILDS).close();
  }

}
