package dev.foley.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The alerts that a host is given: each fires at what it is for, none while all is well, and each says what to do. */
@Timeout(60)
class AlertRulesTest {
  private static final Path DIRECTORY = Path.of("config", "prometheus");

  private record Run(int exitCode, String output) {}

  @Test
  void eachAlertSaysWhatIsTheMatterAndWhatToDo() throws Exception {
    List<JsonNode> alerts = alerts();

    assertThat(alerts).hasSizeGreaterThan(15).allSatisfy(alert -> {
      assertThat(alert.path("labels").path("severity").asText()).isIn("critical", "warning");
      for (String annotation : List.of("summary", "description", "action")) {
        assertThat(alert.path("annotations").path(annotation).asText()).as(alert.path("alert") + " " + annotation)
            .hasSizeGreaterThan(10);
      }
    });
  }

  @Test
  void eachAlertIsProvokedByItsTest() throws Exception {
    List<String> provoked = new YAMLMapper().readTree(DIRECTORY.resolve("foley-alerts-test.yaml").toFile())
        .findValuesAsText("name");

    assertThat(provoked).containsAll(alerts().stream().map(alert -> alert.path("alert").asText()).toList());
  }

  @Test
  void prometheusAcceptsThem() throws Exception {
    Run run = promtool("check", "rules", "foley-alerts.yaml");

    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  @Test
  void theyFireWhenTheyAreToAndOnlyThen() throws Exception {
    Run run = promtool("test", "rules", "foley-alerts-test.yaml");

    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  private static List<JsonNode> alerts() throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    new YAMLMapper().readTree(DIRECTORY.resolve("foley-alerts.yaml").toFile()).path("groups").path(0).path("rules")
        .forEach(alerts::add);
    return alerts;
  }

  private static Run promtool(String... words) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).directory(DIRECTORY.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return new Run(process.exitValue(), output);
    } catch (IOException e) {
      assumeTrue(false, "needs promtool: apt-get install prometheus");
      throw new IllegalStateException(e);
    }
  }
}
