package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.Playground;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.aimlapi.AimlApiSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./foley check} as a host sees it, on a playground. */
@Timeout(120)
class CheckRunTest {
  @TempDir
  private Path directory;
  private Playground playground;

  private record Table(int exitCode, String text) {
    /** The verdict of a line. */
    String verdict(String subject) {
      return Pattern.compile("(?m)^" + subject + " +(ok|warning|problem|not asked)  ").matcher(text).results()
          .map(line -> line.group(1)).findFirst()
          .orElseThrow(() -> new AssertionError("no " + subject + " in\n" + text));
    }
  }

  @BeforeEach
  void start() {
    playground = WholeBot.newPlayground(new AimlApiSettings.Limits(20, 1_000));
  }

  @AfterEach
  void stop() {
    playground.close();
  }

  @Test
  void whereAllIsWellEachLineSaysSoAndNothingIsMade() throws Exception {
    Table table = check(Map.of());

    assertThat(table.text()).endsWith("No problem. ./foley run starts the bot.\n").doesNotContain("\u001b")
        .contains("scope=bot+applications.commands&permissions=274878024704");
    assertThat(table.exitCode()).isZero();
    for (String subject : new String[]{"Configuration", "Discord token", "Application", "Invitation", "Shards",
        "Gateway", "Clock", "Data directory", "Database", "AIML API", "Stability AI", "ElevenLabs", "fal"}) {
      assertThat(table.verdict(subject)).as(subject).isEqualTo("ok");
    }
    assertThat(table.text().lines()).filteredOn(line -> !line.startsWith("https://"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(directory.resolve("data")).doesNotExist();
    assertThat(playground.discord().world().begunSessions()).isZero();
  }

  @Test
  void aRunningBotIsNoticedAndNotDisturbed() throws Exception {
    Playground own = WholeBot.newPlayground();
    try (WholeBot bot = WholeBot.start(own, directory, Map.of())) {
      Table table = check(own, Map.of(), InstantSource.system());

      assertThat(table.exitCode()).as(table.text()).isZero();
      assertThat(table.text()).contains("foley.db is in use by a running bot.");
      assertThat(WholeBot.text(bot.answer(bot.type("/music prompt:still here model:stable-audio seconds:2"))))
          .contains("still here");
    }
  }

  @Test
  void aTokenAndKeysThatAreWrongAreProblemsAndNotPrinted() throws Exception {
    Table table = check(Map.of("DISCORD_TOKEN", "wrong-token-123", "AIMLAPI_KEY", "wrong-key-456",
        "STABILITY_API_KEY", "wrong-key-457", "ELEVENLABS_API_KEY", "wrong-key-458", "FAL_KEY", "wrong-key-459"));

    assertThat(table.exitCode()).isEqualTo(1);
    for (String subject : new String[]{"Discord token", "AIML API", "Stability AI", "ElevenLabs"}) {
      assertThat(table.verdict(subject)).as(subject).isEqualTo("problem");
    }
    assertThat(table.text())
        .contains("Discord does not accept the token.", "Does not accept the key.", "STABILITY_API_KEY",
            "Needs a token that Discord accepts.", "4 problems.")
        .doesNotContain("wrong-");
    assertThat(table.verdict("fal")).as("it tells a wrong key no more than one that may not ask")
        .isEqualTo("not asked");
  }

  @Test
  void servicesThatAreAwayEmptyOrFullAreToldApart() throws Exception {
    playground.aimlApi().ledger().setBalance(WholeBot.KEY, 0);
    playground.stability().faults().plan(Fault.Moment.ACCOUNT, new Fault.Status(429), 1);
    Table table = check(Map.of("FAL_API_URL", "http://127.0.0.1:1"));

    assertThat(table.exitCode()).isEqualTo(1);
    assertThat(table.verdict("AIML API")).isEqualTo("problem");
    assertThat(table.verdict("Stability AI")).isEqualTo("warning");
    assertThat(table.verdict("ElevenLabs")).isEqualTo("ok");
    assertThat(table.verdict("fal")).isEqualTo("problem");
    assertThat(table.text()).contains("the account is used up", "wants fewer requests", "Cannot be reached (");
  }

  @Test
  void withoutTokenAndKeysTheRestIsLookedAt() throws Exception {
    Table table = check(
        Map.of("DISCORD_TOKEN", "", "AIMLAPI_KEY", "", "STABILITY_API_KEY", "", "ELEVENLABS_API_KEY", "",
            "FAL_KEY", ""));

    assertThat(table.exitCode()).isEqualTo(1);
    assertThat(table.verdict("Discord token")).isEqualTo("problem");
    assertThat(table.verdict("Services")).isEqualTo("warning");
    assertThat(table.verdict("Database")).isEqualTo("ok");
    assertThat(table.text()).contains("choose New Application", "1 problem, 1 warning.");
  }

  @Test
  void allProblemsOfTheConfigurationAreToldAtOnce() throws Exception {
    Table table = check(Map.of("FOLEY_OPS_PORT", "many", "FOLEY_SHARDS", "3-1/2"));

    assertThat(table.exitCode()).isEqualTo(1);
    assertThat(table.text()).contains("FOLEY_OPS_PORT", "FOLEY_SHARDS", "2 problems.");
    assertThat(table.verdict("All else")).isEqualTo("not asked");
  }

  @Test
  void whereNothingAnswersThereIsATableAllTheSame() throws Exception {
    Table table = check(Map.of("DISCORD_API_URL", "http://127.0.0.1:1/api/v10"));

    assertThat(table.verdict("Discord token")).isEqualTo("problem");
    assertThat(table.text()).contains("Discord cannot be reached (ConnectException).");
    assertThat(table.verdict("Clock")).isEqualTo("not asked");
    assertThat(table.verdict("AIML API")).isEqualTo("ok");
  }

  @Test
  void aClockThatIsOffAndShardsThatAreTooFewAreTold() throws Exception {
    playground.discord().world().recommendShards(4);
    InstantSource slow = () -> InstantSource.system().instant().minus(Duration.ofSeconds(40));
    Table table = check(playground, Map.of("FOLEY_SHARDS", "0-1/2"), slow);

    assertThat(table.exitCode()).as("warnings are no failure").isZero();
    assertThat(table.verdict("Clock")).isEqualTo("warning");
    assertThat(table.text()).contains(" seconds behind Discord's.", "2 in all, where Discord recommends 4");
    assertThat(table.verdict("Shards")).isEqualTo("warning");
  }

  @Test
  void aDirectoryThatCannotBeUsedIsAProblem() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    Table table = check(Map.of("FOLEY_DATA", file.resolve("data").toString()));

    assertThat(table.exitCode()).isEqualTo(1);
    assertThat(table.verdict("Data directory")).isEqualTo("problem");
    assertThat(table.verdict("Database")).isEqualTo("problem");
  }

  private Table check(Map<String, String> changed) throws Exception {
    return check(playground, changed, InstantSource.system());
  }

  private Table check(Playground on, Map<String, String> changed, InstantSource clock) throws Exception {
    Map<String, String> environment = new HashMap<>(WholeBot.environment(on, directory, changed));
    environment.values().removeIf(String::isEmpty);
    StringWriter out = new StringWriter();
    int exitCode = new CheckRun(environment, directory, clock).run(new PrintWriter(out), false);
    return new Table(exitCode, out.toString().replace("\r\n", "\n"));
  }
}
