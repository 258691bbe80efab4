package dev.foley.playground.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.LocalDiscord;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the local Discord refuses it refuses in Discord's words: with its status and code and in its form. */
class RefusalConformanceTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static ProbeStage stage;
  private static LocalDiscord discord;
  private static RawClient client;

  @BeforeAll
  static void start() throws Exception {
    DiscordOpenApi.load();
    stage = new ProbeStage();
    discord = stage.discord();
    client = stage.client();
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @AfterEach
  void everyRefusalIsInDiscordsForm() {
    discord.faults().clear();
    assertThat(stage.recorder().problems()).isEmpty();
  }

  @Test
  void wrongToken() throws Exception {
    assertThat(client.withToken("wrong").get("users/@me").code()).isEqualTo("401/0");
  }

  @Test
  void unknownThings() throws Exception {
    assertThat(client.get("channels/1").code()).isEqualTo("404/10003");
    assertThat(client.get("guilds/1").code()).isEqualTo("404/10004");
    assertThat(client.get("users/1").code()).isEqualTo("404/10013");
    assertThat(client.get(stage.messagesOf("music") + "/1").code()).isEqualTo("404/10008");
    assertThat(client.delete(stage.messagesOf("music") + "/1").code()).isEqualTo("404/10008");
    assertThat(client.post("interactions/1/token/callback", "{\"type\": 5}").code()).isEqualTo("404/10062");
    assertThat(client.post("webhooks/1/token", "{\"content\": \"x\"}").code()).isEqualTo("404/10015");
  }

  @Test
  void badMessages() throws Exception {
    String messages = stage.messagesOf("music");

    assertThat(client.post(messages, "{}").code()).isEqualTo("400/50006");
    RawClient.Answer tooLong = client.post(messages, "{\"content\": \"" + "x".repeat(2001) + "\"}");
    assertThat(tooLong.code()).isEqualTo("400/50035");
    assertThat(tooLong.body().at("/errors/content/_errors/0/code").asText()).isEqualTo("BASE_TYPE_MAX_LENGTH");
    assertThat(client.post(messages, """
        {"content": "x", "components": [{"type": 1, "components": [
           {"type": 2, "style": 1, "label": "a", "custom_id": "same"},
           {"type": 2, "style": 1, "label": "b", "custom_id": "same"}]}]}
        """).code()).isEqualTo("400/50035");
  }

  @Test
  void badCommands() throws Exception {
    String commands = "applications/" + stage.applicationId() + "/commands";

    assertThat(client.put(commands, """
        [{"name": "Loud Name", "description": "Its name has capitals and a space."}]
        """).code()).isEqualTo("400/50035");
    assertThat(client.put(commands, """
        [{"name": "order", "description": "A required option comes last.", "options": [
           {"type": 3, "name": "first", "description": "May be missing."},
           {"type": 3, "name": "second", "description": "Must be there.", "required": true}]}]
        """).code()).isEqualTo("400/50035");
    assertThat(client.get(commands + "/1").code()).isEqualTo("404/10063");
  }

  @Test
  void missingPermissions() throws Exception {
    assertThat(client.post(stage.messagesOf("staff"), "{\"content\": \"x\"}").code()).isEqualTo("403/50001");
    assertThat(client.upload(stage.messagesOf("no-files"), 16).code()).isEqualTo("403/50013");
  }

  @Test
  void closedDirectMessages() throws Exception {
    discord.world().refuseDirectMessages("ben", true);
    String ben = client.get("guilds/" + stage.guildId() + "/members/search?query=ben").body()
        .at("/0/user/id").asText();
    String channel = client.post("users/@me/channels", "{\"recipient_id\": \"" + ben + "\"}").body().path("id")
        .asText();

    assertThat(client.post("channels/" + channel + "/messages", "{\"content\": \"x\"}").code()).isEqualTo("403/50007");
  }

  @Test
  void filesTooLarge() throws Exception {
    discord.world().setAttachmentLimit(1_000);

    assertThat(client.upload(stage.messagesOf("music"), 1_001).code()).isEqualTo("413/40005");
  }

  @Test
  void secondAcknowledgementsAndEndedTokens() throws Exception {
    String id = discord.control().invoke("mia", "music", "/settings budget amount:1").sent();
    discord.control().awaitInteraction(id, InteractionView::acknowledged, SOON);
    // JDA reports the raw event after it has handled it.
    JsonNode interaction = await().atMost(SOON).until(() -> stage.bot().received("INTERACTION_CREATE"),
        events -> !events.isEmpty()).getLast();
    String token = interaction.path("token").asText();

    assertThat(client.post("interactions/" + id + "/" + token + "/callback", "{\"type\": 5}").code())
        .isEqualTo("400/40060");

    discord.control().expireToken(id);

    assertThat(client.post("webhooks/" + stage.applicationId() + "/" + token, "{\"content\": \"x\"}").code())
        .isEqualTo("401/50027");
  }

  @Test
  void tooManyRequests() throws Exception {
    discord.faults().inject("GET /users/@me", new Fault.RateLimited(Fault.Scope.SHARED, Duration.ofSeconds(3)), 1);

    assertThat(client.get("users/@me").code()).startsWith("429/");

    discord.world().createChannel("busy");
    String busy = stage.messagesOf("busy");
    await().atMost(SOON).until(() -> client.post(busy, "{\"content\": \"again\"}").code().startsWith("429/"));
  }
}
