package dev.foley.playground.conformance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The bot on discord.js of {@code src/test/peer}: a client library that shares no line with JDA. */
final class DiscordJsPeer implements AutoCloseable {
  private static final Path SOURCE = Path.of("src", "test", "peer");
  private static final Path INSTALLED = Path.of("target", "peer");
  private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc", "bot.mjs");
  private static final Duration INSTALLATION = Duration.ofMinutes(2);

  private final Process process;
  private final List<String> output;

  private DiscordJsPeer(Process process, List<String> output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Installs what the bot needs, in the versions of its lock file, unless that is done already. The calling test is
   * skipped where there is no Node.js or where the packages cannot be had.
   */
  static void install() throws IOException, InterruptedException {
    assumeTrue(answers("node", "--version") && answers("npm", "--version"),
        "Skipped: no Node.js. Install Node.js 20 or later with npm to check with discord.js.");
    boolean current = Files.isDirectory(INSTALLED.resolve("node_modules"))
        && Files.exists(INSTALLED.resolve("package-lock.json"))
        && Files.mismatch(SOURCE.resolve("package-lock.json"), INSTALLED.resolve("package-lock.json")) == -1;
    Files.createDirectories(INSTALLED);
    for (String file : FILES) {
      Files.copy(SOURCE.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!current) {
      installPackages();
    }
  }

  /** Starts the bot; returns once it has registered its commands. {@link #install} comes first. */
  static DiscordJsPeer start(URI discord, String token) throws IOException {
    ProcessBuilder command = new ProcessBuilder("node", "bot.mjs").directory(INSTALLED.toFile())
        .redirectErrorStream(true);
    command.environment().put("DISCORD_URL", discord.toString());
    command.environment().put("DISCORD_TOKEN", token);
    Process process = command.start();
    List<String> output = new CopyOnWriteArrayList<>();
    Thread.ofVirtual().start(() -> copy(process, output));
    DiscordJsPeer peer = new DiscordJsPeer(process, output);
    try {
      await().atMost(Duration.ofSeconds(20)).failFast("the bot ended", () -> !process.isAlive())
          .until(() -> output.contains("ready"));
      return peer;
    } catch (RuntimeException notReady) {
      peer.close();
      throw new IllegalStateException(peer.describe(), notReady);
    }
  }

  /** What it printed, for messages of failing tests. */
  String describe() {
    return "the discord.js bot printed " + output;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, and ends it if it does not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(3, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException alreadyGone) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void installPackages() throws IOException, InterruptedException {
    Path log = INSTALLED.resolve("npm.log");
    Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1",
        "--fetch-retry-mintimeout=500", "--fetch-retry-maxtimeout=1000").directory(INSTALLED.toFile())
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean installed = npm.waitFor(INSTALLATION.toSeconds(), TimeUnit.SECONDS) && npm.exitValue() == 0;
    npm.destroy();
    if (!installed) {
      // It is by this copy that the next run knows whether to install.
      Files.deleteIfExists(INSTALLED.resolve("package-lock.json"));
      String words = Files.readString(log);
      if (words.contains("EUSAGE")) {
        throw new IllegalStateException("package.json and package-lock.json do not fit together:\n" + words);
      }
      assumeTrue(false, "Skipped: npm could not install discord.js.\n" + words);
    }
  }

  private static boolean answers(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static void copy(Process process, List<String> output) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException ended) {
      output.add("(" + ended.getMessage() + ")");
    }
  }
}
