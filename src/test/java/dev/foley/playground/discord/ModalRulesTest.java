package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModalRulesTest {
  private static final String MODAL = """
      {"type": 9, "data": {"custom_id": "edit", "title": "Edit", "components": [
        {"type": 18, "label": "Prompt", "component":
          {"type": 4, "style": 2, "custom_id": "prompt", "value": "warm piano", "min_length": 3, "max_length": 10}}]}}""";

  private Stage stage;

  @BeforeEach
  void start() throws Exception {
    stage = new Stage("[{\"name\": \"music\", \"description\": \"d\"}, {\"name\": \"Remix\", \"type\": 3}]");
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void opensFromCommandsMenusAndComponents() throws Exception {
    assertThat(stage.callback(stage.invoked("/music"), MODAL).status()).isEqualTo(204);

    String message = stage.control.say("ben", "music", "x").id();
    stage.control.invokeOnMessage("mia", "music", "Remix", message).sent();
    assertThat(stage.callback(stage.interaction(), MODAL).status()).isEqualTo(204);

    stage.control.pressForged("mia", "music", message, "edit").sent();
    assertThat(stage.callback(stage.interaction(), MODAL).status()).isEqualTo(204);
  }

  @Test
  void isTheFirstAnswerOrNone() throws Exception {
    JsonNode event = stage.invoked("/music");
    stage.callback(event, "{\"type\": 5}");

    assertThat(stage.callback(event, MODAL).code()).isEqualTo(40060);
  }

  @Test
  void keepsItsValueUnlessTheMemberChangesItWithinItsLength() throws Exception {
    JsonNode event = stage.invoked("/music");
    stage.callback(event, MODAL);
    String id = event.path("id").asText();

    assertThat(stage.control.submit("mia", id, Map.of("Prompt", "ab")))
        .isEqualTo(new Invocation.Refused("Prompt", "Enter at least 3 characters."));
    stage.control.submit("mia", id, Map.of()).sent();

    assertThat(stage.interaction().path("data").path("components").path(0).path("component").path("value").asText())
        .isEqualTo("warm piano");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"max_length\": 10 | \"max_length\": 9 | value | BASE_TYPE_BAD_LENGTH",
      "\"min_length\": 3 | \"min_length\": 11 | min_length | NUMBER_TYPE_MAX",
      "\"max_length\": 10 | \"max_length\": 4001 | max_length | NUMBER_TYPE_MAX",
      "\"style\": 2 | \"style\": 3 | style | BASE_TYPE_CHOICES",
      "\"custom_id\": \"prompt\", | '' | custom_id | BASE_TYPE_REQUIRED"})
  void refusesWhatNoClientCouldShow(String before, String after, String field, String code) throws Exception {
    RestClient.Answer answer = stage.callback(stage.invoked("/music"), MODAL.replace(before, after));

    assertThat(answer.formError("/data/components/0/component/" + field)).as(answer.body().toString())
        .isEqualTo(code);
  }
}
