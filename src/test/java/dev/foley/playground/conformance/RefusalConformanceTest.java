package dev.foley.playground.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.playground.discord.ChannelView;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.LocalDiscord;
import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the local Discord refuses it refuses in Discord's words: with its status and code and in its form. */
class RefusalConformanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = Duration.ofSeconds(10);

  private static ProbeStage stage;
  private static LocalDiscord discord;

  private final OkHttpClient http = new OkHttpClient();

  /** An answer as {@code status/code}, such as {@code 404/10008}, and its body. */
  private record Refusal(String code, JsonNode body) {}

  @BeforeAll
  static void start() throws Exception {
    DiscordOpenApi.load();
    stage = new ProbeStage();
    discord = stage.discord;
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @AfterEach
  void everyRefusalIsInDiscordsForm() {
    discord.faults().clear();
    assertThat(stage.recorder.problems()).isEmpty();
  }

  @Test
  void wrongToken() throws Exception {
    assertThat(send(request("users/@me").header("Authorization", "Bot wrong")).code()).isEqualTo("401/0");
  }

  @Test
  void unknownThings() throws Exception {
    assertThat(get("channels/1").code()).isEqualTo("404/10003");
    assertThat(get("guilds/1").code()).isEqualTo("404/10004");
    assertThat(get("users/1").code()).isEqualTo("404/10013");
    assertThat(get(messages("music") + "/1").code()).isEqualTo("404/10008");
    assertThat(send(request(messages("music") + "/1").delete()).code()).isEqualTo("404/10008");
    assertThat(post("interactions/1/token/callback", "{\"type\": 5}").code()).isEqualTo("404/10062");
    assertThat(post("webhooks/1/token", "{\"content\": \"x\"}").code()).isEqualTo("404/10015");
  }

  @Test
  void badMessages() throws Exception {
    assertThat(post(messages("music"), "{}").code()).isEqualTo("400/50006");
    Refusal tooLong = post(messages("music"), "{\"content\": \"" + "x".repeat(2001) + "\"}");
    assertThat(tooLong.code()).isEqualTo("400/50035");
    assertThat(tooLong.body().at("/errors/content/_errors/0/code").asText()).isEqualTo("BASE_TYPE_MAX_LENGTH");
    assertThat(post(messages("music"), """
        {"content": "x", "components": [{"type": 1, "components": [
           {"type": 2, "style": 1, "label": "a", "custom_id": "same"},
           {"type": 2, "style": 1, "label": "b", "custom_id": "same"}]}]}
        """).code()).isEqualTo("400/50035");
  }

  @Test
  void badCommands() throws Exception {
    String commands = "applications/" + get("applications/@me").body().path("id").asText() + "/commands";
    assertThat(send(request(commands).put(json("""
        [{"name": "Loud Name", "description": "Its name has capitals and a space."}]"""))).code())
        .isEqualTo("400/50035");
    assertThat(send(request(commands).put(json("""
        [{"name": "order", "description": "A required option comes last.", "options": [
           {"type": 3, "name": "first", "description": "May be missing."},
           {"type": 3, "name": "second", "description": "Must be there.", "required": true}]}]"""))).code())
        .isEqualTo("400/50035");
    assertThat(get(commands + "/1").code()).isEqualTo("404/10063");
  }

  @Test
  void missingPermissions() throws Exception {
    assertThat(post(messages("staff"), "{\"content\": \"x\"}").code()).isEqualTo("403/50001");
    assertThat(send(upload(messages("no-files"), 16)).code()).isEqualTo("403/50013");
  }

  @Test
  void filesTooLarge() throws Exception {
    discord.world().setAttachmentLimit(1_000);

    assertThat(send(upload(messages("music"), 1_001)).code()).isEqualTo("413/40005");
  }

  @Test
  void secondAcknowledgementsAndEndedTokens() throws Exception {
    String id = discord.control().invoke("mia", "music", "/settings budget amount:1").sent();
    discord.control().awaitInteraction(id, InteractionView::acknowledged, SOON);
    // JDA reports the raw event after it has handled it.
    JsonNode interaction = await().atMost(SOON).until(() -> stage.bot.received("INTERACTION_CREATE"),
        events -> !events.isEmpty()).getLast();
    String token = interaction.path("token").asText();
    assertThat(post("interactions/" + id + "/" + token + "/callback", "{\"type\": 5}").code()).isEqualTo("400/40060");

    discord.control().expireToken(id);

    assertThat(
        post("webhooks/" + interaction.path("application_id").asText() + "/" + token, "{\"content\": \"x\"}").code())
        .isEqualTo("401/50027");
  }

  @Test
  void tooManyRequests() throws Exception {
    discord.faults().inject("GET /users/@me", new Fault.RateLimited(Fault.Scope.SHARED, Duration.ofSeconds(3)), 1);

    assertThat(get("users/@me").code()).startsWith("429/");

    discord.world().createChannel("busy");
    String busy = messages("busy");
    await().atMost(SOON).until(() -> post(busy, "{\"content\": \"again\"}").code().startsWith("429/"));
  }

  private static String messages(String channel) {
    String id = discord.world().channels().stream().filter(view -> view.name().equals(channel)).map(ChannelView::id)
        .findFirst().orElseThrow();
    return "channels/" + id + "/messages";
  }

  private Refusal get(String path) throws IOException {
    return send(request(path));
  }

  private Refusal post(String path, String body) throws IOException {
    return send(request(path).post(json(body)));
  }

  private Refusal send(Request.Builder request) throws IOException {
    try (Response response = http.newCall(request.build()).execute()) {
      String text = response.body().string();
      JsonNode body = JSON.readTree(text.isEmpty() ? "{}" : text);
      return new Refusal(response.code() + "/" + body.path("code").asText(), body);
    }
  }

  private static Request.Builder request(String path) {
    return new Request.Builder().url(stage.recorder.baseUrl() + "/api/v10/" + path)
        .header("Authorization", "Bot playground");
  }

  private static Request.Builder upload(String path, int sizeBytes) {
    return request(path).post(new MultipartBody.Builder().setType(MultipartBody.FORM)
        .addFormDataPart("payload_json", null, json("{\"content\": \"a file\"}"))
        .addFormDataPart("files[0]", "a.wav", RequestBody.create(new byte[sizeBytes])).build());
  }

  private static RequestBody json(String text) {
    return RequestBody.create(text.getBytes(UTF_8), MediaType.get("application/json"));
  }
}
