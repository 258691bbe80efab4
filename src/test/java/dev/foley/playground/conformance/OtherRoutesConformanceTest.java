package dev.foley.playground.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes that the local Discord offers to other bots, and that no bot of these tests happens to call. */
class OtherRoutesConformanceTest {
  private ProbeStage stage;
  private RawClient client;

  @BeforeAll
  static void needsTheExtract() {
    DiscordOpenApi.load();
  }

  @BeforeEach
  void start() throws InterruptedException {
    stage = new ProbeStage();
    client = stage.client();
  }

  @AfterEach
  void everyAnswerIsInDiscordsForm() {
    List<String> problems = stage.recorder().problems();
    stage.close();
    assertThat(problems).isEmpty();
  }

  @Test
  void readsWhatIsThere() throws Exception {
    String guild = "guilds/" + stage.guildId();
    String bot = client.get("users/@me").body().path("id").asText();
    String commands = "applications/" + stage.applicationId() + "/commands";
    String command = client.get(commands).body().at("/0/id").asText();

    for (String path : List.of("gateway", "gateway/bot", "applications/@me", "oauth2/applications/@me", "users/" + bot,
        guild, guild + "?with_counts=true", guild + "/channels", guild + "/roles", guild + "/roles/" + stage.guildId(),
        guild + "/members?limit=10", guild + "/members/search?query=mia&limit=1", guild + "/members/" + bot,
        "channels/" + stage.channelId("music"), commands + "?with_localizations=true", commands + "/" + command,
        "applications/" + stage.applicationId() + "/guilds/" + stage.guildId() + "/commands",
        "applications/" + stage.applicationId() + "/guilds/" + stage.guildId() + "/commands/permissions")) {
      assertThat(client.get(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void changesCommandsOneByOne() throws Exception {
    for (String commands : List.of("applications/" + stage.applicationId() + "/commands",
        "applications/" + stage.applicationId() + "/guilds/" + stage.guildId() + "/commands")) {
      RawClient.Answer created = client.post(commands, """
          {"name": "extra", "description": "One more.", "description_localizations": {"de": "Noch einer."},
           "default_member_permissions": 32}
          """);
      assertThat(created.status()).isEqualTo(201);
      String path = commands + "/" + created.body().path("id").asText();
      assertThat(client.post(commands, """
          {"name": "extra", "description": "The same once more."}""").status()).isEqualTo(200);
      assertThat(client.patch(path, """
          {"description": "Changed."}""").body().path("description").asText()).isEqualTo("Changed.");
      assertThat(client.delete(path).status()).isEqualTo(204);
      assertThat(client.get(path).code()).isEqualTo("404/10063");
    }
  }

  @Test
  void keepsFromTheBotWhatItsRoleMayNotDo() throws Exception {
    String messages = stage.messagesOf("music");
    String first = client.post(messages, "{\"content\": \"one\"}").body().path("id").asText();
    String second = client.upload(messages, 64).body().path("id").asText();

    assertThat(client.get(messages + "?around=" + first + "&limit=5").body()).hasSize(2);
    assertThat(client.post(messages + "/bulk-delete", """
        {"messages": ["%s", "%s"]}""".formatted(first, second)).code()).isEqualTo("403/50013");
    assertThat(client.delete("channels/" + stage.channelId("music")).code()).isEqualTo("403/50013");
  }
}
