package dev.foley.bench.bots;

import dev.foley.BotCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Which bot. */
public enum Kind {
  /** As its host starts it: by the launcher, with all that it does to the JVM. */
  FOLEY("foley") {
    @Override
    List<String> command() {
      return BotCommand.run();
    }
  },
  /** A discord.js bot of the same function: {@code src/bench/peer}. */
  DISCORD_JS("discord.js") {
    @Override
    List<String> command() {
      return List.of("node", PEER.resolve("bot.mjs").toString());
    }
  },
  /** {@link BareBot}, with the flags that the launcher gives to Foley, but without a cache. */
  BARE_JDA("bare JDA") {
    @Override
    List<String> command() {
      List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx96m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "-cp"));
      command.add(System.getProperty("java.class.path"));
      command.add(BareBot.class.getName());
      return command;
    }
  };

  private static final Path PEER = Path.of(System.getProperty("foley.home", "."), "src", "bench", "peer");

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  /** The words of the command line that starts it. */
  abstract List<String> command();

  /** As tables call it. */
  public String title() {
    return title;
  }

  /**
   * Sees to it that the discord.js bot has its packages.
   *
   * @return what is missing, in a sentence; empty if nothing is
   */
  public static String preparePeer() throws IOException, InterruptedException {
    if (!answers("node", "--version") || !answers("npm", "--version")) {
      return "The discord.js bot is left out: it needs Node.js 20 or newer, with npm.";
    }
    File log = Files.createTempFile("npm", ".log").toFile();
    boolean installed = Files.isDirectory(PEER.resolve("node_modules/discord.js"))
        || new ProcessBuilder("npm", "ci", "--ignore-scripts").directory(PEER.toFile()).redirectErrorStream(true)
            .redirectOutput(log).start().waitFor() == 0;
    return installed ? "" : "The discord.js bot is left out: npm could not install it, see " + log + ".";
  }

  private static boolean answers(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
