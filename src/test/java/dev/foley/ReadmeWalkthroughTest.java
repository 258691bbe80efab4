package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.playground.demo.BotProcess;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's way to a running bot, as it is printed: by the launcher, in processes of their own, where {@code ./foley simulator} is
 * both Discord and the services. What a host would paste in place of each {@code …} is what the simulator printed.
 */
class ReadmeWalkthroughTest {
  private static final String STEPS = "### 3. Start it";
  private static final Path SHELL = Path.of("/bin/sh");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern EXPORT = Pattern.compile("export ([A-Z_]+)=…");
  private static final Pattern ADDRESS = Pattern.compile("  ([A-Z_]+)=(\\S+)");
  private static final String RUN = "./foley run";

  @TempDir
  private Path directory;
  private Path clone;

  /** What a build would leave: the launcher, the configuration, and a jar, which here only names the classes under test. */
  @BeforeEach
  void checkOut() throws IOException {
    assumeTrue(Files.isExecutable(SHELL), "needs a POSIX shell");
    clone = Files.createDirectories(directory.toRealPath().resolve("foley"));
    Files.copy(Path.of("foley"), clone.resolve("foley"));
    Files.createDirectory(clone.resolve("config"));
    Files.copy(Path.of("config", "foley.yaml"), clone.resolve("config/foley.yaml"));
    Files.createDirectories(clone.resolve("target/playground-lib"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
    try (OutputStream file = Files.newOutputStream(clone.resolve("target/foley.jar"))) {
      new JarOutputStream(file, manifest).close();
    }
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).map(Path::of)
        .filter(entry -> !entry.endsWith("test-classes")).map(entry -> entry.toUri().toString())
        .collect(Collectors.joining(" "));
  }

  @Test
  void eachCommandAsItIsPrintedLeadsToARunningBot() throws Exception {
    List<String> steps = MarkdownPage.of("README.md").indentedCode(STEPS);
    assertThat(steps).contains("export DISCORD_TOKEN=…", "./foley check").endsWith(RUN);
    Map<String, String> shell = new HashMap<>(Map.of("FOLEY_OPS_PORT", "0", "FOLEY_AOT", "use"));

    try (BotProcess simulator = start("./foley simulator --port 0 --time-factor 60", Map.of("FOLEY_AOT", "use"))) {
      Map<String, String> printed = addresses(simulator);
      printed.entrySet().stream().filter(address -> address.getKey().matches(".*_(URL|HOSTS)"))
          .forEach(address -> shell.put(address.getKey(), address.getValue()));
      for (String step : steps) {
        Matcher export = EXPORT.matcher(step);
        if (export.matches()) {
          assertThat(printed).containsKey(export.group(1));
          shell.put(export.group(1), printed.get(export.group(1)));
        } else if (step.equals(RUN)) {
          assertRunsUntilItIsTold(step, shell, URI.create(printed.get("DISCORD_API_URL")));
        } else {
          assertSucceeds(step, shell);
        }
      }
      assertThat(simulator.stop()).isZero();
    }
  }

  private void assertSucceeds(String step, Map<String, String> shell) throws Exception {
    try (BotProcess process = start(step, shell)) {
      Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive());
      assertThat(process.stop()).as(() -> step + " printed:\n" + printed(process)).isZero();
    }
  }

  private void assertRunsUntilItIsTold(String step, Map<String, String> shell, URI discord) throws Exception {
    try (BotProcess bot = start(step, shell)) {
      Awaitility.await().atMost(PATIENCE).until(() -> !bot.isAlive() || sessions(discord) == 1);
      assertThat(bot.stop()).as(() -> step + " printed:\n" + printed(bot)).isZero();
    }
  }

  private BotProcess start(String step, Map<String, String> shell) throws IOException {
    Map<String, String> environment = new HashMap<>(shell);
    System.getenv().keySet().stream()
        .filter(name -> name.matches("(DISCORD|FOLEY|AIMLAPI|STABILITY|ELEVENLABS|FAL)_.*"))
        .forEach(name -> environment.putIfAbsent(name, "")); // whoever runs the tests may have a bot, too
    List<String> command = new ArrayList<>(
        List.of(SHELL.toString(), "-c", "cd \"$1\" && exec " + step, "sh", clone.toString()));
    return BotProcess.start(command, environment, Files.createTempFile(directory, "printed", ".log"));
  }

  private static Map<String, String> addresses(BotProcess simulator) {
    Awaitility.await().atMost(PATIENCE).failFast("the simulator ended", () -> !simulator.isAlive())
        .until(() -> printed(simulator).contains("Act as a member"));
    return printed(simulator).lines().map(ADDRESS::matcher).filter(Matcher::matches)
        .collect(Collectors.toMap(address -> address.group(1), address -> address.group(2)));
  }

  private static int sessions(URI discord) throws IOException {
    try (var world = discord.resolve("/control/world").toURL().openStream()) {
      return new ObjectMapper().readTree(world).path("connectedSessions").intValue();
    }
  }

  private static String printed(BotProcess process) {
    try {
      return Files.readString(process.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
