package dev.foley.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host can do to the list of models. */
class AddedModelsTest {
  private static final String ENTRY = """
      models:
        added:
          - id: fal-ai/new
            provider: fal
            makes: [sound]
            prompt: [1, 500]
            parameters:
              seconds: {field: duration, decimal: [1, 120], default: 30}
            formats: {wav: 176400}
      """;

  @TempDir
  private Path home;

  private Configuration load(String yaml) throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/foley.yaml"), yaml);
    return SettingsLoader.load(Map.of("DISCORD_TOKEN", "t"), home);
  }

  private List<ModelDeclaration> declarations(String yaml) throws IOException {
    return switch (load(yaml)) {
      case Configuration.Complete complete -> complete.settings().models().declarations();
      case Configuration.Invalid invalid -> throw new AssertionError(invalid.describe());
      case Configuration.WithoutToken _ -> throw new AssertionError("no token");
    };
  }

  private String problem(String yaml) throws IOException {
    return ((Configuration.Invalid) load(yaml)).describe();
  }

  @Test
  void withoutAWordThereAreOurOwn() throws IOException {
    assertThat(declarations("")).isEqualTo(ModelFile.builtIn());
  }

  @Test
  void aHiddenModelIsGone() throws IOException {
    assertThat(declarations("models: {hidden: [stable-audio-2, google/lyria2]}"))
        .hasSize(ModelFile.builtIn().size() - 2)
        .extracting(declaration -> declaration.model().id().value()).doesNotContain("stable-audio-2", "google/lyria2");
  }

  @Test
  void anAddedModelComesLastAndIsAskedForAsItsEntrySays() throws IOException {
    ModelDeclaration added = declarations(ENTRY).getLast();
    AudioModel model = added.model();
    AudioRequest request = new AudioRequest(new ModelId("fal-ai/new"), SoundKind.SOUND, "rain",
        Map.of(Parameter.SECONDS, ParameterValue.of(2.5)));

    assertThat(model.check(request)).isEmpty();
    assertThat(added.wire().body(request)).hasToString("{\"prompt\":\"rain\",\"duration\":2.5}");
    assertThat(model.sizeBytes(request)).isEqualTo(441_000);
  }

  @Test
  void anAddedModelWithTheIdOfOneOfOursTakesItsPlace() throws IOException {
    List<ModelDeclaration> declarations = declarations(ENTRY.replace("fal-ai/new", "fal-ai/stable-audio"));

    assertThat(declarations).hasSize(ModelFile.builtIn().size());
    assertThat(declarations).filteredOn(declaration -> declaration.model().id().value().equals("fal-ai/stable-audio"))
        .singleElement()
        .satisfies(declaration -> assertThat(declaration.model().kinds()).containsOnly(SoundKind.SOUND));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      provider: fal          | provider: stability    | models can be added for aimlapi, elevenlabs and fal only
      id: fal-ai/new         | name: x                | the model has no key name
      makes: [sound]         | makes: [noise]         | makes knows no noise; there are music, sound, speech
      prompt: [1, 500]       | prompt: 500            | needs prompt, such as prompt: [1, 2000], in characters
      prompt: [1, 500]       | prompt: [9, 5]         | prompt lengths 9 to 5
      decimal: [1, 120]      | decimal: 1             | seconds needs two bounds, such as [1, 47]
      decimal: [1, 120]      | decimals: [1, 120]     | seconds has no key decimals
      default: 30            | default: 300           | default 300 is not in 1 to 120
      formats: {wav: 176400} | formats: {}            | needs formats, such as formats: {wav: 176400}, in bytes per second
      formats: {wav: 176400} | formats: {wav: lots}   | formats needs whole numbers
      seconds:               | second:                | parameters knows no second; there are seconds, steps
      """)
  void aMistakeInAnEntryIsToldWithItsLine(String right, String wrong, String expected) throws IOException {
    assertThat(problem(ENTRY.replace(right, wrong))).contains("line 2: models.added cannot be used.")
        .contains(expected);
  }

  @Test
  void aModelThatCannotBeHiddenIsASlipOfThePen() throws IOException {
    assertThat(problem("models: {hidden: [stable-audo]}"))
        .contains("names \"stable-audo\", which is no model; did you mean stable-audio?");
  }

  @Test
  void theExampleOfTheShippedFileWorks() throws IOException {
    Matcher example = Pattern.compile("(?m)((?:^  #  .*\n)+)  # Default: none\n  added")
        .matcher(Files.readString(Path.of("config", "foley.yaml")));
    assertThat(example.find()).isTrue();
    String yaml = "models:\n  added:\n" + example.group(1).replaceAll("(?m)^  #", "  ");

    assertThat(declarations(yaml)).hasSize(ModelFile.builtIn().size() + 1);
  }
}
