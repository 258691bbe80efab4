package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that are taken back, and interactions whose message is gone before the bot gets to it. */
class DeletedMessageRulesTest {
  private static final String BUTTON = """
      {"type": 4, "data": {"content": "x", "flags": FLAGS, "components": [{"type": 1, "components": [
        {"type": 2, "style": 1, "label": "Again", "custom_id": "again"}]}]}}""";

  private Stage stage;
  private RestClient rest;

  @BeforeEach
  void start() throws Exception {
    stage = new Stage("[{\"name\": \"music\", \"description\": \"d\"}]");
    rest = stage.playground.rest;
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void anEphemeralFollowUpTakesThePlaceOfADeletedAnswer() throws Exception {
    JsonNode event = stage.invoked("/music");
    stage.callback(event, "{\"type\": 5}");
    assertThat(rest.delete(Stage.original(event)).status()).isEqualTo(204);

    JsonNode followUp = rest.post(Stage.webhook(event), "{\"content\": \"not today\", \"flags\": 64}").body();

    assertThat(followUp.path("flags").asInt()).isEqualTo(64);
    assertThat(stage.control.messages("mia", "music")).extracting(MessageView::content).containsExactly("not today");
    assertThat(stage.control.messages("ben", "music")).isEmpty();
    assertThat(rest.patch(Stage.original(event), "{\"content\": \"x\"}").code()).isEqualTo(10008);
    assertThat(stage.control.interaction(event.path("id").asText()).status()).isEqualTo("Answered");
  }

  @Test
  void aPressOnAMessageThatIsGoneMeanwhileCannotUpdateIt() throws Exception {
    JsonNode press = pressedThenDeleted();

    assertThat(stage.callback(press, "{\"type\": 7, \"data\": {\"content\": \"y\"}}").code()).isEqualTo(10008);
    assertThat(stage.callback(press, "{\"type\": 6}").status()).isEqualTo(204);
    assertThat(rest.patch(Stage.original(press), "{\"content\": \"y\"}").code()).isEqualTo(10008);
    assertThat(rest.post(Stage.webhook(press), "{\"content\": \"gone\", \"flags\": 64}").status()).isEqualTo(200);
  }

  @Test
  void aPressOnAMessageThatIsGoneMeanwhileCanBeAnsweredByAnother() throws Exception {
    JsonNode press = pressedThenDeleted();

    assertThat(stage.callback(press, "{\"type\": 4, \"data\": {\"content\": \"y\"}}").status()).isEqualTo(204);
    assertThat(stage.control.messages("mia", "music")).extracting(MessageView::content).containsExactly("y");
  }

  @Test
  void aPressEditsAnEphemeralMessageInPlace() throws Exception {
    JsonNode event = stage.invoked("/music");
    stage.callback(event, BUTTON.replace("FLAGS", "64"));
    stage.control.press("mia", "music", "Again").sent();
    JsonNode press = stage.interaction();

    assertThat(press.path("message").path("flags").asInt()).isEqualTo(64);
    assertThat(stage.callback(press, "{\"type\": 7, \"data\": {\"content\": \"y\", \"components\": []}}").status())
        .isEqualTo(204);
    MessageView changed = stage.control.messages("mia", "music").getFirst();
    assertThat(changed.content()).isEqualTo("y");
    assertThat(changed.ephemeral()).isTrue();
    assertThat(rest.delete(Stage.original(press)).status()).isEqualTo(204);
    assertThat(stage.control.messages("mia", "music")).isEmpty();
  }

  private JsonNode pressedThenDeleted() throws InterruptedException {
    JsonNode event = stage.invoked("/music");
    stage.callback(event, BUTTON.replace("FLAGS", "0"));
    String message = stage.control.messages("mia", "music").getFirst().id();
    stage.control.press("mia", "music", "Again").sent();
    JsonNode press = stage.interaction();
    stage.control.deleteMessage("music", message);
    return press;
  }
}
