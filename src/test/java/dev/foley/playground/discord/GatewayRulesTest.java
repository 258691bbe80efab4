package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Discord closes a gateway connection for, and that a session outlives it. */
class GatewayRulesTest {
  private static final int GUILDS = 1;
  private static final Duration INTERVAL = Duration.ofMillis(41_250);

  private static Playground playground;

  @BeforeAll
  static void start() {
    playground = new Playground();
    playground.discord.faults().enforceHeartbeats(true);
    playground.discord.faults().enforceRateLimits(true);
  }

  @AfterAll
  static void stop() {
    playground.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      4001 | {"op":99}
      4001 | {"op":0,"d":{}}
      4001 | {"op":11}
      4002 | not json
      4002 | [1]
      4002 | {"d":{}}
      4002 | {"op":"1"}
      4002 | {"op":1.5}
      4002 | {"op":2,"d":{"token":"playground","intents":1}}
      4002 | {"op":2,"d":{"properties":{},"intents":1}}
      4003 | {"op":3,"d":{}}
      4003 | {"op":4,"d":{}}
      4003 | {"op":8,"d":{}}
      4003 | {"op":31,"d":{}}
      4003 | {"op":43,"d":{}}
      4004 | {"op":2,"d":{"token":"wrong","properties":{},"intents":1}}
      4004 | {"op":6,"d":{"token":"wrong","session_id":"x","seq":0}}
      4010 | {"op":2,"d":{"token":"playground","properties":{},"intents":1,"shard":[2,2]}}
      4010 | {"op":2,"d":{"token":"playground","properties":{},"intents":1,"shard":[-1,2]}}
      4010 | {"op":2,"d":{"token":"playground","properties":{},"intents":1,"shard":[0]}}
      4010 | {"op":2,"d":{"token":"playground","properties":{},"intents":1,"shard":["0","1"]}}
      4010 | {"op":2,"d":{"token":"playground","properties":{},"intents":1,"shard":0}}
      4013 | {"op":2,"d":{"token":"playground","properties":{}}}
      4013 | {"op":2,"d":{"token":"playground","properties":{},"intents":-1}}
      4013 | {"op":2,"d":{"token":"playground","properties":{},"intents":131072}}
      4013 | {"op":2,"d":{"token":"playground","properties":{},"intents":18446744073709551616}}
      4014 | {"op":2,"d":{"token":"playground","properties":{},"intents":32768}}
      """)
  void closesWithDiscordsCode(int code, String payload) throws Exception {
    try (GatewayClient gateway = new GatewayClient(playground.discord.gatewayUrl())) {
      gateway.sendText(payload);

      assertThat(gateway.closeCode()).isEqualTo(code);
    }
  }

  @Test
  void takesEveryIntentThatDiscordListsAndShardsLeftOut() throws Exception {
    playground.discord.faults().allowPrivilegedIntents(-1);
    try (GatewayClient gateway = new GatewayClient(playground.discord.gatewayUrl())) {
      gateway.sendText("""
          {"op":2,"d":{"token":"Bot playground","properties":{},"intents":53608447,"shard":null}}""");

      assertThat(gateway.next("READY").path("d").path("shard").toString()).isEqualTo("[0,1]");
    } finally {
      playground.discord.faults().allowPrivilegedIntents(0);
    }
  }

  @Test
  void takesPayloadsOf4096BytesAndNoMore() throws Exception {
    String frame = "{\"op\":1,\"d\":\"\"}";
    String full = frame.replace("\"\"", "\"" + "x".repeat(4096 - frame.length()) + "\"");
    try (GatewayClient gateway = playground.connect(GUILDS)) {
      gateway.sendText(full);
      assertThat(gateway.next("11")).isNotNull();

      gateway.sendText(full.replaceFirst("x", "é"));
      assertThat(gateway.closeCode()).isEqualTo(4002);
    }
    try (GatewayClient gateway = playground.connect(GUILDS)) {
      gateway.sendText(full.replace("x", "x".repeat(100)));
      assertThat(gateway.closeCode()).isEqualTo(4002);
    }
  }

  @Test
  void takesNoBinaryFrames() throws Exception {
    try (GatewayClient gateway = playground.connect(GUILDS)) {
      gateway.sendBinary("{\"op\":1,\"d\":null}");

      assertThat(gateway.closeCode()).isEqualTo(4002);
    }
  }

  @Test
  void aSecondIdentifyEndsTheConnectionButNotTheSession() throws Exception {
    try (GatewayClient gateway = new GatewayClient(playground.discord.gatewayUrl())) {
      gateway.identify(Playground.TOKEN, GUILDS);
      String session = sessionOf(gateway);
      gateway.identify(Playground.TOKEN, GUILDS);

      assertThat(gateway.closeCode()).isEqualTo(4005);
      assertResumes(session);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"encoding=etf", "encoding=json&compress=zstd-stream", "compress=zlib"})
  void refusesWhatItDoesNotSpeak(String query) throws Exception {
    URI url = URI.create(playground.discord.gatewayUrl() + "?v=10&" + query);
    try (GatewayClient gateway = new GatewayClient(url)) {
      assertThat(gateway.closeCode()).isEqualTo(4002);
      assertThat(gateway.closeReason()).contains("encoding=json").contains("compress=zlib-stream");
    }
  }

  @Test
  void cutsOffWhatSendsNoHeartbeatAndLetsItResume() throws Exception {
    try (GatewayClient silent = new GatewayClient(playground.discord.gatewayUrl());
        GatewayClient alive = playground.connect(GUILDS)) {
      silent.identify(Playground.TOKEN, GUILDS);
      String session = sessionOf(silent);
      pass(INTERVAL);
      beat(alive);
      beat(silent);
      pass(INTERVAL);
      beat(alive);
      pass(INTERVAL.dividedBy(2));
      beat(alive);
      requestMembers(silent);

      pass(Duration.ofMillis(1));

      assertThat(silent.closeCode()).isEqualTo(4009);
      beat(alive);
      assertThat(playground.discord.traffic().counters()).containsKey("gateway close 4009");
      assertResumes(session);
    }
  }

  @Test
  void cutsOffWhatNeverSaysAnything() throws Exception {
    try (GatewayClient gateway = new GatewayClient(playground.discord.gatewayUrl())) {
      assertThat(gateway.next("10")).isNotNull();

      pass(INTERVAL.multipliedBy(2));

      assertThat(gateway.closeCode()).isEqualTo(4009);
    }
  }

  @Test
  void looksByItselfToo() throws Exception {
    try (GatewayClient gateway = playground.connect(GUILDS)) {
      playground.clock.advance(INTERVAL.multipliedBy(2));

      assertThat(gateway.closeCode()).isEqualTo(4009);
    }
  }

  @Test
  void countsSilenceOnlyWhileHeartbeatsAreEnforced() throws Exception {
    try (GatewayClient gateway = playground.connect(GUILDS)) {
      assertThat(playground.control.put("/heartbeats", "{\"enforced\": false}").status()).isEqualTo(204);
      pass(Duration.ofHours(1));
      assertThat(playground.control.put("/heartbeats", "{\"enforced\": true}").status()).isEqualTo(204);
      pass(INTERVAL);
      beat(gateway);
    } finally {
      playground.discord.faults().enforceHeartbeats(true);
    }
  }

  @Test
  void cutsOffWhatSaysMoreThan120ThingsInAMinute() throws Exception {
    try (GatewayClient gateway = new GatewayClient(playground.discord.gatewayUrl())) {
      gateway.identify(Playground.TOKEN, GUILDS);
      String session = sessionOf(gateway);
      for (int i = 1; i < 120; i++) {
        gateway.heartbeat();
      }
      for (int i = 1; i < 120; i++) {
        assertThat(gateway.next("11")).isNotNull();
      }
      playground.clock.advance(Duration.ofSeconds(60));
      for (int i = 0; i < 120; i++) {
        gateway.heartbeat();
      }
      for (int i = 0; i < 120; i++) {
        assertThat(gateway.next("11")).isNotNull();
      }

      gateway.heartbeat();
      assertThat(gateway.closeCode()).isEqualTo(4008);
      assertResumes(session);
    }
  }

  private static void pass(Duration time) {
    playground.clock.advance(time);
    playground.discord.heartbeats().look();
  }

  private static void beat(GatewayClient gateway) throws InterruptedException {
    gateway.heartbeat();
    assertThat(gateway.next("11")).isNotNull();
  }

  /** Any event that is answered but no heartbeat. */
  private static void requestMembers(GatewayClient gateway) throws InterruptedException {
    ObjectNode request = Json.object().put("op", 8);
    request.putObject("d").put("guild_id", playground.guildId()).put("query", "").put("limit", 0);
    gateway.send(request);
    assertThat(gateway.next("GUILD_MEMBERS_CHUNK")).isNotNull();
  }

  private static String sessionOf(GatewayClient gateway) throws InterruptedException {
    return gateway.next("READY").path("d").path("session_id").asText();
  }

  private static void assertResumes(String session) throws InterruptedException {
    try (GatewayClient again = new GatewayClient(playground.discord.gatewayUrl())) {
      again.resume(Playground.TOKEN, session, 1);
      JsonNode resumed = again.next("RESUMED");
      assertThat(resumed.path("op").asInt()).isZero();
    }
  }
}
