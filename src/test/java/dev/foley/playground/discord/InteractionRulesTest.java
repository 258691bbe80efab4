package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionRulesTest {
  private static final String COMMANDS = """
      [{"name": "music", "description": "d", "integration_types": [0, 1], "options": [
         {"name": "prompt", "type": 3, "description": "d", "required": true},
         {"name": "seconds", "type": 4, "description": "d", "min_value": 1, "max_value": 47},
         {"name": "start", "type": 10, "description": "d"},
         {"name": "model", "type": 3, "description": "d", "autocomplete": true},
         {"name": "format", "type": 3, "description": "d", "choices": [{"name": "Wave", "value": "wav"}]},
         {"name": "loop", "type": 5, "description": "d"},
         {"name": "like", "type": 6, "description": "d"}]},
       {"name": "settings", "description": "d", "default_member_permissions": "32", "options": [
         {"name": "show", "type": 1, "description": "d"}]},
       {"name": "Audio details", "type": 3}]""";

  private Playground playground;
  private GatewayClient gateway;
  private MemberControl control;

  @BeforeEach
  void start() throws Exception {
    playground = new Playground();
    assertThat(playground.register(COMMANDS).status()).isEqualTo(200);
    gateway = playground.connect(1);
    control = playground.discord.control();
  }

  @AfterEach
  void stop() {
    gateway.close();
    playground.close();
  }

  @Test
  void tellsTheBotWhatTheMemberDid() throws Exception {
    control.invoke("mia", "music", "/music prompt:rain seconds:12 start:0.5 format:wave loop:true like:ben").sent();
    JsonNode event = interaction();

    assertThat(event.path("type").asInt()).isEqualTo(2);
    assertThat(event.path("attachment_size_limit").asLong()).isEqualTo(10L << 20);
    assertThat(event.path("member").path("user").path("username").asText()).isEqualTo("mia");
    assertThat(Permission.ATTACH_FILES.in(event.path("app_permissions").asLong())).isTrue();
    assertThat(event.path("authorizing_integration_owners").path("0").asText()).isEqualTo(playground.guildId());
    JsonNode data = event.path("data");
    assertThat(data.path("options").findValuesAsText("value").subList(0, 5))
        .containsExactly("rain", "12", "0.5", "wav", "true");
    String ben = data.path("options").path(5).path("value").asText();
    assertThat(data.path("resolved").path("users").path(ben).path("username").asText()).isEqualTo("ben");
  }

  @Test
  void theMembersClientRefusesWhatTheCommandDoesNotAllow() {
    assertThat(refusal("/music seconds:12")).isEqualTo("prompt: This option is required. Specify a value.");
    assertThat(refusal("/music prompt:x seconds:soon")).isEqualTo("seconds: Input a valid integer.");
    assertThat(refusal("/music prompt:x seconds:48")).isEqualTo("seconds: Enter a number of at most 47.");
    assertThat(refusal("/music prompt:x seconds:0")).isEqualTo("seconds: Enter a number of at least 1.");
    assertThat(refusal("/music prompt:x start:early")).isEqualTo("start: Input a valid number.");
    assertThat(refusal("/music prompt:x format:mp3")).isEqualTo("format: Choose one of the options listed.");
    assertThat(refusal("/music warm piano")).startsWith(": There is no option for “warm piano”.");
    assertThat(refusal("/nothing")).isEqualTo(": There is no command /nothing here.");
    assertThat(refusal("/settings show")).isEqualTo(": You do not have permission to use this command.");
    assertThat(control.invoke("ada", "music", "/settings")).isInstanceOf(Invocation.Refused.class);
    assertThat(control.invoke("ada", "music", "/settings show")).isInstanceOf(Invocation.Sent.class);
  }

  @Test
  void aForgedClientSendsAnything() throws Exception {
    control.invokeForged("mia", "music", "music", Map.of("seconds", 4800)).sent();

    JsonNode option = interaction().path("data").path("options").path(0);
    assertThat(option.path("value").asInt()).isEqualTo(4800);
    assertThat(option.path("type").asInt()).isEqualTo(4);
  }

  @Test
  void anAnswerAfterThreeSecondsIsTooLate() throws Exception {
    String id = control.invoke("mia", "music", "/music prompt:x").sent();
    JsonNode event = interaction();
    playground.clock.advance(Duration.ofMillis(3001));

    RestClient.Answer answer = callback(event, "{\"type\":5}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo(10062);
    assertThat(control.interaction(id).state()).isEqualTo(InteractionView.State.FAILED);
    assertThat(control.interaction(id).status()).isEqualTo("The application did not respond");
  }

  @Test
  void oneAnswerIsEnough() throws Exception {
    JsonNode event = invoked();

    assertThat(callback(event, "{\"type\":5}").status()).isEqualTo(204);
    assertThat(callback(event, "{\"type\":5}").code()).isEqualTo(40060);
  }

  @Test
  void theTypeOfAnAnswerMustFitTheInteraction() throws Exception {
    JsonNode event = invoked();

    assertThat(callback(event, "{\"type\":7,\"data\":{\"content\":\"x\"}}").formError("/type"))
        .isEqualTo("BASE_TYPE_CHOICES");
    assertThat(callback(event, "{\"type\":8,\"data\":{\"choices\":[]}}").formError("/type"))
        .isEqualTo("BASE_TYPE_CHOICES");
    assertThat(callback(event, "{\"type\":4,\"data\":{\"content\":\"\"}}").code()).isEqualTo(50006);
    assertThat(callback(event, "{\"type\":5,\"data\":{\"flags\":4}}").formError("/data/flags"))
        .isEqualTo("MESSAGE_FLAGS_INVALID");
    assertThat(callback(event, "{\"type\":5,\"data\":{\"flags\":64}}").status()).isEqualTo(204);
  }

  @Test
  void theTokenLivesFifteenMinutes() throws Exception {
    JsonNode event = invoked();
    assertThat(playground.rest.post(webhook(event), "{\"content\":\"early\"}").code()).isEqualTo(10015);
    callback(event, "{\"type\":5}");
    playground.clock.advance(Duration.ofMinutes(14));
    assertThat(playground.rest.patch(original(event), "{\"content\":\"done\"}").status()).isEqualTo(200);

    playground.clock.advance(Duration.ofMinutes(2));

    assertThat(playground.rest.patch(original(event), "{\"content\":\"late\"}").status()).isEqualTo(401);
    assertThat(playground.rest.patch(original(event), "{\"content\":\"late\"}").code()).isEqualTo(50027);
    assertThat(playground.rest.post("/webhooks/1/" + event.path("token").asText(), "{}").code()).isEqualTo(10015);
  }

  @Test
  void aTokenCanEndEarly() throws Exception {
    JsonNode event = invoked();
    callback(event, "{\"type\":5}");
    control.expireToken(event.path("id").asText());

    assertThat(playground.rest.patch(original(event), "{\"content\":\"x\"}").code()).isEqualTo(50027);
  }

  @Test
  void aPromisedAnswerThatOutlivesItsTokenIsShownAsNone() throws Exception {
    JsonNode event = invoked();
    callback(event, "{\"type\":5}");
    playground.clock.advance(Duration.ofMinutes(14));
    assertThat(view(event).responses()).allMatch(MessageView::loading).noneMatch(MessageView::unanswered);

    playground.clock.advance(Duration.ofMinutes(2));

    assertThat(view(event).status()).isEqualTo("The application did not respond");
    assertThat(view(event).responses()).noneMatch(MessageView::loading).allMatch(MessageView::unanswered);
  }

  @Test
  void theFirstFollowUpBecomesTheDeferredReply() throws Exception {
    JsonNode event = invoked();
    callback(event, "{\"type\":5,\"data\":{\"flags\":64}}");
    assertThat(view(event).status()).isEqualTo("Foley is thinking…");

    JsonNode first = playground.rest.post(webhook(event), "{\"content\":\"one\"}").body();
    JsonNode second = playground.rest.post(webhook(event), "{\"content\":\"two\"}").body();

    assertThat(first.path("id").asText())
        .isEqualTo(playground.rest.get(original(event)).body().path("id").asText());
    assertThat(first.path("flags").asInt()).isEqualTo(64);
    assertThat(second.path("flags").asInt()).isZero();
    assertThat(view(event).responses()).extracting(MessageView::content).containsExactly("one", "two");
    assertThat(control.messages("ben", "music")).extracting(MessageView::content).containsExactly("two");
  }

  @Test
  void anEphemeralAnswerIsForItsMemberAndItsWebhookOnly() throws Exception {
    JsonNode event = invoked();
    JsonNode response = callback(event, "?with_response=true",
        "{\"type\":4,\"data\":{\"content\":\"psst\",\"flags\":64}}")
        .body();
    String id = response.path("resource").path("message").path("id").asText();

    assertThat(response.path("interaction").path("response_message_ephemeral").asBoolean()).isTrue();
    assertThat(playground.rest.get("/channels/" + playground.channelId("music") + "/messages/" + id).code())
        .isEqualTo(10008);
    assertThat(playground.rest.get(webhook(event) + "/messages/" + id).status()).isEqualTo(200);
    assertThat(control.messages("mia", "music")).hasSize(1);
    assertThat(control.messages("ben", "music")).isEmpty();
    assertThat(playground.rest.delete(original(event)).status()).isEqualTo(204);
    assertThat(playground.rest.get(original(event)).code()).isEqualTo(10008);
  }

  @Test
  void aPressMayUpdateItsMessage() throws Exception {
    JsonNode command = invoked();
    callback(command, """
        {"type": 4, "data": {"content": "x", "components": [{"type": 1, "components": [
          {"type": 2, "style": 1, "label": "Again", "custom_id": "again"},
          {"type": 2, "style": 2, "label": "Off", "custom_id": "off", "disabled": true}]}]}}""");
    assertThat(control.press("ben", "music", "Off"))
        .isEqualTo(new Invocation.Refused("Off", "This button is disabled."));
    control.press("ben", "music", "Again").sent();
    JsonNode press = interaction();

    assertThat(press.path("data").path("custom_id").asText()).isEqualTo("again");
    assertThat(press.path("message").path("content").asText()).isEqualTo("x");
    assertThat(callback(press, "{\"type\":6}").status()).isEqualTo(204);
    assertThat(playground.rest.patch(original(press), "{\"content\":\"y\",\"components\":[]}").status()).isEqualTo(200);
    assertThat(control.messages("mia", "music")).extracting(MessageView::content, MessageView::edits)
        .containsExactly(tuple("y", 1));
  }

  @Test
  void aModalIsSubmittedWithItsFields() throws Exception {
    JsonNode command = invoked();
    callback(command, """
        {"type": 9, "data": {"custom_id": "edit", "title": "Edit", "components": [{"type": 1, "components": [
          {"type": 4, "style": 1, "label": "Prompt", "custom_id": "prompt", "value": "old", "max_length": 10}]}]}}""");
    control.submit("mia", command.path("id").asText(), Map.of("prompt", "new")).sent();
    JsonNode submit = interaction();

    assertThat(submit.path("type").asInt()).isEqualTo(5);
    assertThat(submit.path("data").path("components").path(0).path("components").path(0).path("value").asText())
        .isEqualTo("new");
    assertThat(callback(submit, "{\"type\":9,\"data\":{}}").formError("/type")).isEqualTo("BASE_TYPE_CHOICES");
    assertThat(callback(submit, "{\"type\":7,\"data\":{}}").formError("/type")).isEqualTo("BASE_TYPE_CHOICES");
    assertThat(callback(submit, "{\"type\":4,\"data\":{\"content\":\"ok\"}}").status()).isEqualTo(204);
  }

  @Test
  void suggestionsAreBounded() throws Exception {
    control.autocomplete("mia", "music", "/music prompt:x model:sta").sent();
    JsonNode event = interaction();
    assertThat(event.path("data").path("options").path(1).path("focused").asBoolean()).isTrue();
    String tooMany = "{\"type\":8,\"data\":{\"choices\":["
        + String.join(",", Collections.nCopies(26, "{\"name\":\"n\",\"value\":\"v\"}")) + "]}}";

    assertThat(callback(event, tooMany).formError("/data/choices")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    assertThat(callback(event, "{\"type\":8,\"data\":{\"choices\":[{\"name\":\"n\",\"value\":\"v\"}]}}").status())
        .isEqualTo(204);
    assertThat(view(event).choices()).containsExactly(new InteractionView.Choice("n", "v"));
    assertThat(control.autocomplete("mia", "music", "/music prompt:x")).isInstanceOf(Invocation.Refused.class);
  }

  @Test
  void whereOnlyTheMemberInstalledItFiveFollowUpsAreAllowed() throws Exception {
    control.invoke("mia", "music", "/music prompt:x", "de", true).sent();
    JsonNode event = interaction();
    callback(event, "{\"type\":4,\"data\":{\"content\":\"x\"}}");

    List<Integer> codes = IntStream.range(0, 6)
        .mapToObj(i -> playground.rest.post(webhook(event), "{\"content\":\"" + i + "\"}").code()).toList();

    assertThat(event.path("locale").asText()).isEqualTo("de");
    assertThat(event.path("authorizing_integration_owners").has("1")).isTrue();
    assertThat(codes).containsExactly(-1, -1, -1, -1, -1, 40094);
  }

  @Test
  void aMessageMenuCarriesItsMessage() throws Exception {
    String target = control.say("ben", "music", "listen").id();
    control.invokeOnMessage("mia", "music", "Audio details", target).sent();

    JsonNode data = interaction().path("data");
    assertThat(data.path("target_id").asText()).isEqualTo(target);
    assertThat(data.path("resolved").path("messages").path(target).path("content").asText()).isEqualTo("listen");
  }

  @Test
  void directMessagesHaveAUserAndNoMember() throws Exception {
    control.invoke("mia", "@mia", "/music prompt:x").sent();
    JsonNode event = interaction();

    assertThat(event.has("member")).isFalse();
    assertThat(event.path("user").path("username").asText()).isEqualTo("mia");
    assertThat(event.path("context").asInt()).isEqualTo(1);
  }

  private JsonNode invoked() throws InterruptedException {
    control.invoke("mia", "music", "/music prompt:x").sent();
    return interaction();
  }

  private JsonNode interaction() throws InterruptedException {
    return gateway.next("INTERACTION_CREATE").path("d");
  }

  private InteractionView view(JsonNode event) {
    return control.interaction(event.path("id").asText());
  }

  private String refusal(String line) {
    return control.invoke("mia", "music", line) instanceof Invocation.Refused refused
        ? refused.option() + ": " + refused.sentence()
        : "sent";
  }

  private RestClient.Answer callback(JsonNode event, String body) {
    return callback(event, "", body);
  }

  private RestClient.Answer callback(JsonNode event, String query, String body) {
    return playground.rest.post("/interactions/" + event.path("id").asText() + "/" + event.path("token").asText()
        + "/callback" + query, body);
  }

  private static String webhook(JsonNode event) {
    return "/webhooks/" + event.path("application_id").asText() + "/" + event.path("token").asText();
  }

  private static String original(JsonNode event) {
    return webhook(event) + "/messages/@original";
  }
}
