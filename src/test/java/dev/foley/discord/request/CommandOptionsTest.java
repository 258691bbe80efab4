package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.discord.Models;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandOptionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<AudioModel> BUILT_IN = ModelFile.builtIn().stream().map(ModelDeclaration::model).toList();

  @ParameterizedTest
  @EnumSource(CommandForm.class)
  void discordIsToldTheLimitsOfAllModelsTogether(CommandForm form) throws IOException {
    try (InputStream golden = CommandOptionsTest.class.getResourceAsStream(form.command() + "-command.json")) {
      assertThat(command(form, Models.of(form.kind()))).isEqualTo(JSON.readTree(Objects.requireNonNull(golden)));
    }
  }

  @Test
  void anOptionThatNoModelHasIsNotOffered() throws IOException {
    assertThat(names(command(CommandForm.SPEAK, List.of(Models.model("plain-speaker")))))
        .containsExactly("text", "model", "private");
    assertThat(names(command(CommandForm.SOUND, List.of(Models.model("loops")))))
        .containsExactly("prompt", "model", "seconds", "steps", "takes", "private");
  }

  @Test
  void aNumberIsWholeOnlyIfAllModelsWantItWhole() throws IOException {
    JsonNode whole = option(command(CommandForm.SOUND, List.of(Models.model("loops"))), "seconds");
    assertThat(whole.path("type").asInt()).isEqualTo(4);
    assertThat(whole.path("max_value").asInt()).isEqualTo(47);

    JsonNode mixed = option(command(CommandForm.SOUND, Models.of(CommandForm.SOUND.kind())), "seconds");
    assertThat(mixed.path("type").asInt()).isEqualTo(10);
    assertThat(mixed.path("min_value").asDouble()).isEqualTo(0.5);
    assertThat(mixed.path("max_value").asDouble()).isEqualTo(190);
  }

  /** Discord counts names, descriptions and choices of a command and all its options together. */
  @ParameterizedTest
  @EnumSource(CommandForm.class)
  void whatWeKnowByOurselvesIsWithinDiscordsLimits(CommandForm form) throws IOException {
    JsonNode command = command(form,
        BUILT_IN.stream().filter(model -> model.kinds().contains(form.kind())).toList());
    int all = command.path("name").asText().length() + command.path("description").asText().length();
    assertThat(command.path("options").size()).isBetween(3, 25);
    for (JsonNode option : command.path("options")) {
      assertThat(option.path("description").asText()).hasSizeBetween(1, 100);
      assertThat(option.path("choices").size()).isLessThanOrEqualTo(25);
      all += option.path("name").asText().length() + option.path("description").asText().length();
      for (JsonNode choice : option.path("choices")) {
        all += choice.path("name").asText().length() + choice.path("value").asText().length();
      }
    }
    assertThat(all).isLessThan(8_000);
  }

  /** In English: what it is called in other languages is the bundles' business. */
  private static JsonNode command(CommandForm form, List<AudioModel> models) throws IOException {
    JsonNode command = JSON.readTree(SoundCommand.data(form, models).toData().toString());
    command.findParents("name_localizations").forEach(named -> ((ObjectNode) named)
        .remove(List.of("name_localizations", "description_localizations")));
    return command;
  }

  private static List<String> names(JsonNode command) {
    return StreamSupport.stream(command.path("options").spliterator(), false)
        .map(option -> option.path("name").asText())
        .toList();
  }

  private static JsonNode option(JsonNode command, String name) {
    return StreamSupport.stream(command.path("options").spliterator(), false)
        .filter(option -> option.path("name").asText().equals(name)).findFirst().orElseThrow();
  }
}
