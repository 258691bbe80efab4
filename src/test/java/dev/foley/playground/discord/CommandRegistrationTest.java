package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRegistrationTest {
  private static Playground playground;

  @BeforeAll
  static void start() {
    playground = new Playground();
  }

  @AfterAll
  static void stop() {
    playground.close();
  }

  @Test
  void returnsCommandsInTheirNormalFormWithIds() {
    JsonNode command = playground
        .register(
            """
        [{"name": "music", "description": "Makes music", "contexts": ["0", "1"], "options": [
          {"name": "prompt", "type": 3, "description": "What", "required": true, "max_length": 100, "choices": []}]}]""")
        .body().path(0);

    assertThat(command.path("id").asLong()).isPositive();
    assertThat(command.path("version").asLong()).isPositive();
    assertThat(command.path("type").asInt()).isEqualTo(1);
    assertThat(command.path("contexts").toString()).isEqualTo("[0,1]");
    assertThat(command.path("options").path(0).path("required").asBoolean()).isTrue();
    assertThat(command.path("options").path(0).has("choices")).isFalse();
  }

  @Test
  void aCommandOfTheSameNameKeepsItsId() {
    String first = playground.register(one("\"name\":\"keep\",\"description\":\"one\"")).body().path(0).path("id")
        .asText();
    JsonNode second = playground.register(one("\"name\":\"keep\",\"description\":\"two\"")).body().path(0);

    assertThat(second.path("id").asText()).isEqualTo(first);
    assertThat(second.path("description").asText()).isEqualTo("two");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/0/name        | BASE_TYPE_REQUIRED               | \"description\":\"d\"",
      "/0/name        | APPLICATION_COMMAND_INVALID_NAME | \"name\":\"Music\",\"description\":\"d\"",
      "/0/name        | APPLICATION_COMMAND_INVALID_NAME | \"name\":\"two words\",\"description\":\"d\"",
      "/0/description | BASE_TYPE_REQUIRED               | \"name\":\"x\"",
      "/0/type        | BASE_TYPE_CHOICES                | \"name\":\"x\",\"description\":\"d\",\"type\":9",
      "/0/contexts    | SET_TYPE_ALREADY_CONTAINS_VALUE  | \"name\":\"x\",\"description\":\"d\",\"contexts\":[0,0]",
      "/0/name_localizations/de | APPLICATION_COMMAND_INVALID_NAME | \"name\":\"x\",\"description\":\"d\",\"name_localizations\":{\"de\":\"Zwei Wörter\"}",
      "/0/name_localizations/xx | BASE_TYPE_CHOICES      | \"name\":\"x\",\"description\":\"d\",\"name_localizations\":{\"xx\":\"y\"}",
      "/0/options/0/max_value | APPLICATION_COMMAND_OPTIONS_RANGE_INVALID | \"name\":\"x\",\"description\":\"d\",\"options\":[{\"type\":4,\"name\":\"n\",\"description\":\"d\",\"min_value\":5,\"max_value\":4}]",
      "/0/options/1   | APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID | \"name\":\"x\",\"description\":\"d\",\"options\":[{\"type\":3,\"name\":\"a\",\"description\":\"d\"},{\"type\":3,\"name\":\"b\",\"description\":\"d\",\"required\":true}]",
      "/0/options/1   | APPLICATION_COMMAND_OPTIONS_NAME_INVALID | \"name\":\"x\",\"description\":\"d\",\"options\":[{\"type\":3,\"name\":\"a\",\"description\":\"d\"},{\"type\":3,\"name\":\"a\",\"description\":\"d\"}]",
      "/0/options/0   | APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID | \"name\":\"x\",\"description\":\"d\",\"options\":[{\"type\":3,\"name\":\"a\",\"description\":\"d\",\"autocomplete\":true,\"choices\":[{\"name\":\"c\",\"value\":\"c\"}]}]",
      "/0/options/1/type | APPLICATION_COMMAND_OPTIONS_TYPE_INVALID | \"name\":\"x\",\"description\":\"d\",\"options\":[{\"type\":1,\"name\":\"a\",\"description\":\"d\"},{\"type\":3,\"name\":\"b\",\"description\":\"d\"}]"})
  void refusesWhatDiscordRefuses(String place, String code, String command) {
    RestClient.Answer answer = playground.register(one(command));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(50035);
    assertThat(answer.formError(place)).as(answer.body().toString()).isEqualTo(code);
  }

  @Test
  void refusesTooMuchOfEverything() {
    ObjectNode command = Json.object().put("name", "n").put("description", "d".repeat(101));
    ArrayNode options = command.putArray("options");
    for (int i = 0; i < 26; i++) {
      ObjectNode option = options.addObject().put("type", 3).put("name", "o" + i).put("description", "d");
      ArrayNode choices = option.putArray("choices");
      for (int j = 0; j < (i == 0 ? 26 : 25); j++) {
        choices.addObject().put("name", "c" + j).put("value", "v".repeat(20));
      }
    }
    RestClient.Answer answer = playground.register(Json.array().add(command).toString());

    assertThat(answer.formError("/0/description")).isEqualTo("BASE_TYPE_BAD_LENGTH");
    assertThat(answer.formError("/0/options")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    assertThat(answer.formError("/0/options/0/choices")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    assertThat(answer.formError("/0")).isEqualTo("APPLICATION_COMMAND_TOO_LARGE");
  }

  @Test
  void refusesTheHundredAndFirstCommand() {
    ArrayNode commands = Json.array();
    for (int i = 0; i < 101; i++) {
      commands.addObject().put("name", "c" + i).put("description", "d");
    }

    assertThat(playground.register(commands.toString()).code()).isEqualTo(30032);
  }

  @Test
  void listsLocalizationsOnlyWhenAsked() {
    playground.register(one("\"name\":\"x\",\"description\":\"d\",\"name_localizations\":{\"de\":\"musik\"}"));
    String path = "/applications/" + playground.applicationId() + "/commands";

    assertThat(playground.rest.get(path).body().path(0).has("name_localizations")).isFalse();
    assertThat(playground.rest.get(path + "?with_localizations=true").body().path(0).path("name_localizations")
        .path("de").asText()).isEqualTo("musik");
  }

  @Test
  void keepsAGuildsCommandsApart() {
    String path = "/applications/" + playground.applicationId() + "/guilds/" + playground.guildId() + "/commands";
    RestClient.Answer created = playground.rest.post(path, "{\"name\":\"here\",\"description\":\"d\"}");
    String id = created.body().path("id").asText();

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().path("guild_id").asText()).isEqualTo(playground.guildId());
    assertThat(playground.rest.patch(path + "/" + id, "{\"description\":\"e\"}").body().path("description").asText())
        .isEqualTo("e");
    assertThat(playground.rest.delete(path + "/" + id).status()).isEqualTo(204);
    assertThat(playground.rest.get(path + "/" + id).code()).isEqualTo(10063);
  }

  private static String one(String fields) {
    return "[{" + fields + "}]";
  }
}
