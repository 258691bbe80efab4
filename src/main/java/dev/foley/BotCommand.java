package dev.foley;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the bot is started as a process of its own: as a host does where there is the launcher, by this very Java otherwise. */
public final class BotCommand {
  private static final List<String> FLAGS = List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
      "--enable-native-access=ALL-UNNAMED");

  private BotCommand() {}

  /** The words of the command line that starts it. */
  public static List<String> run() {
    Optional<Path> launcher = Optional.ofNullable(System.getProperty("foley.home")).map(home -> Path.of(home, "foley"));
    if (launcher.isPresent()) {
      return List.of(launcher.get().toString(), "run");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "run"));
    return command;
  }
}
