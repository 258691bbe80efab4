package dev.foley;

import dev.foley.config.Configuration;
import dev.foley.config.FoleySettings;
import dev.foley.config.SettingsLoader;
import dev.foley.ops.CloseException;
import dev.foley.playground.Playground;
import dev.foley.playground.PlaygroundSettings;
import dev.foley.playground.demo.Demo;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.services.aimlapi.AimlApiSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** The whole bot in this process, through real JDA, on a playground of its own; patience is short and services are fast. */
final class WholeBot implements AutoCloseable {
  static final String KEY = "sk-marked-aimlapi-key-0123456789";
  static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final double TIME_FACTOR = 60;
  private static final String CONFIG = """
      providers:
        failuresInARow: 1000 # tests of faults run side by side, and must not open the fuse for each other
        aimlapi: {inFlight: 200, perSecond: 1000}
      generation:
        submitPatience: 5s
        queuePatience: 12s
        deadline: 10s
      limits: {pendingPerMember: 500, pendingPerChannel: 500}
      results:
        maxSize: 8 MB
      """;

  private final Playground playground;
  private final Foley foley;

  private WholeBot(Playground playground, Foley foley) {
    this.playground = playground;
    this.foley = foley;
  }

  static Playground newPlayground() {
    return newPlayground(new AimlApiSettings.Limits(200, 1_000));
  }

  static Playground newPlayground(AimlApiSettings.Limits limits) {
    PlaygroundSettings settings = PlaygroundSettings.defaults(TIME_FACTOR);
    return Playground.start(0, settings.withAimlApi(settings.aimlApi().withKeys(Set.of(KEY)).withLimits(limits)));
  }

  /**
   * Starts both and waits until commands are registered.
   *
   * @param directory for the bot's data
   * @param changed variables that differ; an empty value removes one
   */
  static WholeBot start(Path directory, Map<String, String> changed) throws Exception {
    return start(newPlayground(), directory, changed);
  }

  /** As {@link #start(Path, Map)}, on a playground that is there already and goes with the bot. */
  static WholeBot start(Playground playground, Path directory, Map<String, String> changed) throws Exception {
    try {
      Foley foley = Foley.start(settings(environment(playground, directory, changed), directory));
      foley.awaitReady();
      playground.discord().control().awaitCommand("music", PATIENCE);
      return new WholeBot(playground, foley);
    } catch (Exception e) {
      playground.close();
      throw e;
    }
  }

  static Map<String, String> environment(Playground playground, Path directory, Map<String, String> changed)
      throws IOException {
    Map<String, String> environment = new HashMap<>(playground.botEnvironment(directory.resolve("data")));
    environment.put("AIMLAPI_KEY", KEY);
    environment.put("FOLEY_CONFIG", Files.writeString(directory.resolve("foley.yaml"), CONFIG).toString());
    environment.putAll(changed);
    return environment;
  }

  private static FoleySettings settings(Map<String, String> environment, Path home) {
    environment.values().removeIf(String::isEmpty);
    return switch (SettingsLoader.load(environment, home)) {
      case Configuration.Complete complete -> complete.settings();
      case Configuration.Invalid invalid -> throw new IllegalArgumentException(invalid.describe());
      case Configuration.WithoutToken _ -> throw new IllegalArgumentException("no token");
    };
  }

  Playground playground() {
    return playground;
  }

  MemberControl member() {
    return playground.discord().control();
  }

  /** Types a command as mia in #music. */
  String type(String line) {
    return member().invoke("mia", "music", line).sent();
  }

  /** Waits for the final answer: a result, a failure or a refusal. */
  MessageView answer(String interactionId) throws InterruptedException, TimeoutException {
    return member().awaitInteraction(interactionId, Demo::isFinal, PATIENCE).responses().getFirst();
  }

  /** All that a member reads of a message. */
  static String text(MessageView message) {
    StringBuilder text = new StringBuilder(message.content());
    message.embeds().forEach(embed -> text.append('\n').append(embed.title()).append('\n').append(embed.description())
        .append('\n').append(embed.footer()));
    return text.toString();
  }

  @Override
  public void close() throws CloseException {
    try (playground) {
      foley.close();
    }
  }
}
