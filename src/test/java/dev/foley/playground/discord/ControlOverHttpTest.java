package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlOverHttpTest {
  private Playground playground;

  @BeforeEach
  void start() {
    playground = new Playground();
    playground.register("""
        [{"name": "music", "description": "d", "options": [
          {"name": "prompt", "type": 3, "description": "d", "required": true}]}]""");
  }

  @AfterEach
  void stop() {
    playground.close();
  }

  @Test
  void aCommandIsInvokedAnsweredAndRead() throws Exception {
    try (GatewayClient gateway = playground.connect(1)) {
      String id = act("/invoke", "{'member':'mia','channel':'music','line':'/music prompt:rain'}", 202)
          .path("interaction").asText();
      JsonNode event = gateway.next("INTERACTION_CREATE").path("d");
      playground.rest.post("/interactions/" + id + "/" + event.path("token").asText() + "/callback",
          "{\"type\":4,\"data\":{\"content\":\"ok\",\"flags\":64}}");

      JsonNode view = playground.control.get("/interactions/" + id + "?wait=5").body();

      assertThat(view.path("state").asText()).isEqualTo("ACKNOWLEDGED");
      assertThat(view.path("acknowledgedMillis").asDouble()).isPositive();
      assertThat(view.path("responses").path(0).path("content").asText()).isEqualTo("ok");
      assertThat(playground.control.get("/channels/music/messages?as=mia").body().path("messages")).hasSize(1);
      assertThat(playground.control.get("/channels/music/messages?as=ben").body().path("messages")).isEmpty();
    }
  }

  @Test
  void refusalsAndMistakesAreSentences() {
    assertThat(act("/invoke", "{'member':'mia','channel':'music','line':'/music'}", 422))
        .isEqualTo(Json.object().put("refused", "This option is required. Specify a value.").put("option", "prompt"));
    assertThat(act("/invoke", "{'member':'nobody','channel':'music','line':'/music prompt:x'}", 400).path("error")
        .asText()).isEqualTo("there is no member nobody");
    assertThat(act("/invoke", "{'member':'mia'}", 400).path("error").asText()).isEqualTo("“channel” is missing.");
    assertThat(act("/invoke", "{", 400).path("error").asText()).isEqualTo("The body is not JSON.");
  }

  @Test
  void aReaderWaitsForTheNextChange() throws Exception {
    JsonNode now = playground.control.get("/channels/music/messages?as=ben").body();
    CompletableFuture<JsonNode> next = CompletableFuture.supplyAsync(() -> playground.control
        .get("/channels/music/messages?as=ben&wait=10&revision=" + now.path("revision").asText()).body());

    act("/say", "{'member':'mia','channel':'music','content':'hello'}", 200);

    assertThat(next.get(5, TimeUnit.SECONDS).path("messages").path(0).path("content").asText()).isEqualTo("hello");
  }

  @Test
  void suggestionsAreAskedForByOptionsWhateverStandsInThem() throws Exception {
    playground.register("""
        [{"name": "find", "description": "d", "options": [
          {"name": "words", "type": 3, "description": "d"},
          {"name": "id", "type": 3, "description": "d", "autocomplete": true}]}]""");
    try (GatewayClient gateway = playground.connect(1)) {
      act("/autocomplete", "{'member':'mia','channel':'music','command':'find','options':{'words':'id:no','id':'7'}}",
          202);

      JsonNode options = gateway.next("INTERACTION_CREATE").path("d").path("data").path("options");

      assertThat(options.path(0).path("value").asText()).isEqualTo("id:no");
      assertThat(options.path(1).path("value").asText()).isEqualTo("7");
      assertThat(options.path(1).path("focused").asBoolean()).isTrue();
    }
  }

  @Test
  void aMembersLanguageGoesWithWhatTheMemberDoes() throws Exception {
    try (GatewayClient gateway = playground.connect(1)) {
      assertThat(playground.control.patch("/members/mia", "{\"locale\":\"de\"}").status()).isEqualTo(204);
      assertThat(playground.control.patch("/members/ben", "{\"locale\":\"Klingon\"}").status()).isEqualTo(400);

      act("/invoke", "{'member':'mia','channel':'music','line':'/music prompt:x'}", 202);
      act("/invoke", "{'member':'ben','channel':'music','command':'music','options':{'prompt':'x'}}", 202);

      assertThat(gateway.next("INTERACTION_CREATE").path("d").path("locale").asText()).isEqualTo("de");
      assertThat(gateway.next("INTERACTION_CREATE").path("d").path("locale").asText()).isEqualTo("en-US");
    }
  }

  @Test
  void aSelectOfMembersTellsWhoWasChosen() throws Exception {
    try (GatewayClient gateway = playground.connect(1)) {
      String message = playground.rest.post("/channels/" + playground.channelId("music") + "/messages", """
          {"content": "who?", "components": [{"type": 1, "components": [
            {"type": 5, "custom_id": "who", "max_values": 2}]}]}""").body().path("id").asText();

      act("/select", "{'member':'mia','channel':'music','message':'" + message + "','select':'who','values':['ben']}",
          202);
      JsonNode data = gateway.next("INTERACTION_CREATE").path("d").path("data");

      String ben = data.path("values").path(0).asText();
      assertThat(data.path("resolved").path("users").path(ben).path("username").asText()).isEqualTo("ben");
      assertThat(data.path("resolved").path("members").has(ben)).isTrue();
      assertThat(act("/select", "{'member':'mia','channel':'music','message':'" + message
          + "','select':'who','values':['nobody']}", 422).path("refused").asText()).isEqualTo("Choose a valid member.");
    }
  }

  @Test
  void accountsAreListedWithTheirRoles() {
    assertThat(playground.discord.world().accounts()).extracting(MemberView::name, MemberView::bot, MemberView::owner,
        MemberView::roles).contains(tuple("foley", true, false, List.of("Foley")),
            tuple("mia", false, false, List.of()),
            tuple("ada", false, false, List.of("Moderator")), tuple("olga", false, true, List.of()));
  }

  @Test
  void theWorldIsShownAndChanged() {
    act("/channels", "{'name':'quiet','botDenied':['SEND_MESSAGES']}", 201);
    act("/members", "{'name':'tom'}", 201);
    playground.control.put("/attachment-limit", "{\"bytes\":1234}");

    JsonNode world = playground.control.get("/world").body();

    assertThat(world.path("members").toString()).contains("tom");
    assertThat(world.path("attachmentLimit").asInt()).isEqualTo(1234);
    assertThat(world.path("channels").findValuesAsText("name")).contains("quiet", "music", "no-files", "staff");
    String quiet = "/channels/" + playground.channelId("quiet") + "/messages";
    assertThat(playground.rest.post(quiet, "{\"content\":\"x\"}").code()).isEqualTo(50013);
    assertThat(playground.control.delete("/channels/quiet").status()).isEqualTo(204);
    assertThat(playground.rest.post(quiet, "{\"content\":\"x\"}").code()).isEqualTo(10003);
  }

  @Test
  void faultsAreCausedAndTrafficIsRead() {
    act("/faults", "{'route':'GET /users/@me','fault':'answer','status':503,'times':1}", 204);
    assertThat(playground.rest.get("/users/@me").status()).isEqualTo(503);
    assertThat(playground.rest.get("/users/@me").status()).isEqualTo(200);

    JsonNode traffic = playground.control.get("/traffic").body();
    assertThat(traffic.path("counters").path("GET /users/@me").asInt()).isGreaterThanOrEqualTo(2);
    long last = traffic.path("entries").path(traffic.path("entries").size() - 1).path("number").asLong();
    assertThat(playground.control.get("/traffic?after=" + last).body().path("entries")).isEmpty();
    assertThat(playground.control.delete("/traffic").status()).isEqualTo(204);
    assertThat(playground.control.get("/traffic").body().path("counters")).isEmpty();
    assertThat(act("/gateway", "{'do':'explode'}", 400).path("error").asText()).contains("reconnect");
  }

  private JsonNode act(String path, String body, int status) {
    RestClient.Answer answer = playground.control.post(path, body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.raw()).isEqualTo(status);
    return answer.body();
  }
}
