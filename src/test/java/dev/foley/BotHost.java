package dev.foley;

import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MemberControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A machine that denies the bot something: the real process, and what the operating system can do to it. */
final class BotHost {
  private static final String LOG = "bot.log";
  /** Rather than as quietly as tests do, whose class path it has. */
  private static final String AS_IT_LOGS = "-Dlogback.configurationFile=logback-host.xml";
  /** A process starts in two seconds; where many compete for few processors, in twenty. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private BotHost() {}

  /**
   * Starts the bot.
   *
   * @param changed variables that differ, as for {@link WholeBot}
   * @param before words of a command that runs it, such as {@link #withoutRootsRights}
   */
  static BotProcess start(Playground playground, Path directory, Map<String, String> changed, List<String> before)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(BotCommand.run());
    Map<String, String> environment = WholeBot.environment(playground, directory,
        Map.of("JAVA_TOOL_OPTIONS", AS_IT_LOGS));
    environment.putAll(changed);
    return BotProcess.start(command, environment, directory.resolve(LOG));
  }

  static void awaitOnline(Playground playground) throws Exception {
    playground.discord().control().awaitCommand("music", PATIENCE);
    Awaitility.await().atMost(PATIENCE)
        .until(() -> playground.discord().world().connectedSessions() == 1);
  }

  /**
   * Types a command, again if it was not heard within Discord's 3 seconds, as on a machine that has just started a process and has other
   * things to do.
   *
   * @return the interaction that was heard
   */
  static String ask(Playground playground, String member, String line) throws Exception {
    return ask(playground, member, "music", line);
  }

  /** As {@link #ask(Playground, String, String)}, in another channel. */
  static String ask(Playground playground, String member, String channel, String line) throws Exception {
    MemberControl control = playground.discord().control();
    while (true) {
      String id = control.invoke(member, channel, line).sent();
      InteractionView heard = control.awaitInteraction(id, view -> view.state() != InteractionView.State.WAITING,
          PATIENCE);
      if (heard.acknowledged()) {
        return id;
      }
    }
  }

  /** @return its exit code, when it has ended by itself */
  static int awaitEnd(BotProcess bot) throws InterruptedException {
    Awaitility.await().atMost(PATIENCE).until(() -> !bot.isAlive());
    return bot.stop();
  }

  static String log(Path directory) throws IOException {
    return Files.readString(directory.resolve(LOG));
  }

  static void awaitLog(Path directory, String text) {
    Awaitility.await().atMost(PATIENCE)
        .until(() -> log(directory).contains(text));
  }

  /** Root may write where nobody may; whoever is not root needs nothing before. */
  static List<String> withoutRootsRights() throws Exception {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    List<String> words = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
    List<String> trial = new ArrayList<>(words);
    trial.add("true");
    Assumptions.assumeTrue(runs(trial), "root cannot give up its rights here: setpriv is missing, or may not");
    return words;
  }

  /** From now on no file of a running process grows beyond this, as on a full disk. */
  static void limitFiles(BotProcess bot, String bytes) throws Exception {
    Assumptions.assumeTrue(
        runs(List.of("prlimit", "--pid", Long.toString(bot.pid()), "--fsize=" + bytes + ":")),
        "the size of files cannot be limited here: prlimit is missing, or may not");
  }

  private static boolean runs(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
