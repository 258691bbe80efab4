package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process in the hands of somebody who has just come by. */
class FirstRunTest {
  private static Playground playground;

  @TempDir
  private Path directory;

  @BeforeAll
  static void start() {
    playground = WholeBot.newPlayground();
  }

  @AfterAll
  static void stop() {
    playground.close();
  }

  @Test
  void withoutATokenItSaysInFiveLinesHowToGetOneAndStartsNothing() throws Exception {
    Path classes = directory.resolve("classes.txt");
    Path data = directory.resolve("data");

    assertThat(run("run", Map.of("DISCORD_TOKEN", "", "JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes)))
        .isEqualTo(2);

    assertThat(printed().filter(line -> !line.startsWith("Picked up"))).hasSize(5)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotStartWith("\tat"))
        .anySatisfy(line -> assertThat(line).contains("./foley playground"))
        .anySatisfy(line -> assertThat(line).contains("https://discord.com/developers/applications"))
        .anySatisfy(line -> assertThat(line).contains("Reset Token"))
        .anySatisfy(line -> assertThat(line).contains("export DISCORD_TOKEN="));
    assertThat(data).doesNotExist();
    assertThat(Files.readString(classes)).contains("dev.foley.BotRun")
        .doesNotContain("com.zaxxer.hikari", "org.sqlite", "net.dv8tion.jda.api.JDA ", "okhttp3.OkHttpClient ");
  }

  @Test
  void withATokenCheckSaysThatItCanBegin() throws Exception {
    assertThat(run("check", Map.of())).isZero();

    assertThat(printed()).anySatisfy(line -> assertThat(line).startsWith("Discord token   ok "))
        .anySatisfy(line -> assertThat(line).startsWith("No problem."))
        .noneSatisfy(line -> assertThat(line).contains("\u001b"));
  }

  private Stream<String> printed() throws Exception {
    return BotHost.log(directory).lines();
  }

  private int run(String command, Map<String, String> changed) throws Exception {
    List<String> words = new ArrayList<>(BotCommand.run());
    words.set(words.size() - 1, command);
    Map<String, String> environment = new HashMap<>(WholeBot.environment(playground, directory, changed));
    environment.put("FOLEY_LOG_LEVEL", "");
    try (BotProcess process = BotProcess.start(words, environment, directory.resolve("bot.log"))) {
      return BotHost.awaitEnd(process);
    }
  }
}
