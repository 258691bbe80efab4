package dev.foley.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.aimlapi.AimlApiSettings;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretVariablesTest {
  @TempDir
  private Path home;

  @Test
  void aFileIsReadWithoutTheWhitespaceAroundIt() throws IOException {
    Map<String, String> variables = Map.of(
        "DISCORD_TOKEN_FILE", file("  the.token \r\n"),
        "AIMLAPI_KEY_FILE", file("sk-1\n"));

    assertThat(SettingsLoader.load(variables, home)).isInstanceOfSatisfying(Configuration.Complete.class, complete -> {
      assertThat(complete.settings().discord().token()).isEqualTo(Secret.of("the.token"));
      assertThat(complete.settings().services().aimlApi().map(AimlApiSettings::key)).contains(Secret.of("sk-1"));
    });
  }

  @Test
  void bothVariableAndFileAreAProblem() throws IOException {
    assertThat(problem(Map.of("DISCORD_TOKEN", "t0ken", "DISCORD_TOKEN_FILE", file("t0ken"))))
        .isEqualTo("environment variable DISCORD_TOKEN_FILE is set, and DISCORD_TOKEN as well; unset one of them.");
  }

  @Test
  void aFileThatIsNotThereIsAProblem() {
    assertThat(problem(Map.of("AIMLAPI_KEY_FILE", home.resolve("none").toString()))).isEqualTo("environment variable "
        + "AIMLAPI_KEY_FILE names a file that cannot be read (NoSuchFileException); check the path and that Foley's user "
        + "may read it.");
  }

  @Test
  void anEmptyFileIsAProblem() throws IOException {
    assertThat(problem(Map.of("DISCORD_TOKEN_FILE", file(" \n"))))
        .isEqualTo("environment variable DISCORD_TOKEN_FILE names an empty file; write the secret into it.");
  }

  @Test
  void aFileThatIsNoSecretIsNotReadWhole() throws IOException {
    assertThat(problem(Map.of("DISCORD_TOKEN_FILE", file("x".repeat(5000))))).contains("of more than 4096 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bot t0ken", "t0ken\nt0ken", "t0kenü", "t0ken\u0000"})
  void whatNoHeaderTakesIsAProblemThatDoesNotShowIt(String value) {
    assertThat(problem(Map.of("DISCORD_TOKEN", value))).contains("DISCORD_TOKEN has a space, a line break")
        .doesNotContain("t0ken");
  }

  private String file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(home, "secret", ""), content).toString();
  }

  private String problem(Map<String, String> variables) {
    Configuration configuration = SettingsLoader.load(variables, home);
    assertThat(configuration).isInstanceOf(Configuration.Invalid.class);
    assertThat(((Configuration.Invalid) configuration).problems()).hasSize(1);
    return ((Configuration.Invalid) configuration).problems().getFirst().sentence();
  }
}
