package dev.foley.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.config.YamlEntry.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config/foley.yaml} is the documentation; it must not lie. */
class ShippedFileTest {
  private static final Path SHIPPED = ConfigurationReference.SHIPPED;
  private static final Map<String, String> SECRETS = Map.of("DISCORD_TOKEN", "t", "AIMLAPI_KEY", "k");

  @TempDir
  private Path home;

  @Test
  void equalsTheDefaults() throws Exception {
    Configuration defaults = SettingsLoader.load(SECRETS, home);
    Files.createDirectories(home.resolve("config"));
    Files.copy(SHIPPED, home.resolve(SHIPPED));

    assertThat(SettingsLoader.load(SECRETS, home)).isInstanceOf(Configuration.Complete.class).isEqualTo(defaults);
  }

  @Test
  void hasEveryKeyThereIs() throws Exception {
    assertThat(YamlFile.read(SHIPPED)).filteredOn(entry -> !(entry.content() instanceof Content.Section))
        .extracting(YamlEntry::path)
        .containsExactlyInAnyOrderElementsOf(Keys.PATHS);
  }

  @Test
  void everyKeyHasACommentWithItsVariableAndItsDefault() throws Exception {
    List<String> lines = Files.readAllLines(SHIPPED);
    for (YamlEntry entry : YamlFile.read(SHIPPED)) {
      if (entry.content() instanceof Content.Section) {
        continue;
      }
      String comment = ConfigurationReference.commentAbove(lines, entry.line() - 1);
      assertThat(comment).as(entry.path()).contains("Default: ");
      if (entry.content() instanceof Content.Scalar(String value)) {
        assertThat(comment).as(entry.path()).endsWith("Default: " + value);
      }
      Keys.ALL.stream().filter(key -> key.path().equals(entry.path())).flatMap(key -> key.variable().stream())
          .forEach(variable -> assertThat(comment).as(entry.path()).contains("Environment: " + variable));
    }
  }

  /** A range that is written down must be the one that is looked at. */
  @Test
  void everyRangeIsTheOneOfTheCode() throws Exception {
    List<String> lines = Files.readAllLines(SHIPPED);
    for (YamlEntry entry : YamlFile.read(SHIPPED)) {
      Keys.ALL.stream().filter(key -> key.path().equals(entry.path())).map(key -> key.format().form())
          .filter(form -> form.contains(", from ")).forEach(form -> assertThat(
              ConfigurationReference.commentAbove(lines, entry.line() - 1)).as(entry.path())
              .containsIgnoringCase(form + "."));
    }
  }

  @Test
  void everySecretIsNamed() throws Exception {
    assertThat(Files.readString(SHIPPED)).contains(
        SecretVariable.ALL.stream().flatMap(secret -> List.of(secret.name(), secret.fileVariable()).stream()).toList());
  }
}
