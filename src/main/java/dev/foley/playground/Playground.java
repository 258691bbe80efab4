package dev.foley.playground;

import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.page.PlaygroundPage;
import dev.foley.playground.server.PlaygroundServer;
import dev.foley.playground.services.AimlApiSettings;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.SimulatedAimlApi;
import dev.foley.sketch.MusicSketch;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A local Discord and the simulated services on one port: everything that a bot needs from outside. */
public final class Playground implements AutoCloseable {
  private final LocalDiscord discord;
  private final SimulatedAimlApi aimlApi;
  private final PlaygroundPage page;
  private final PlaygroundServer server;

  private Playground(LocalDiscord discord, SimulatedAimlApi aimlApi, PlaygroundPage page, PlaygroundServer server) {
    this.discord = discord;
    this.aimlApi = aimlApi;
    this.page = page;
    this.server = server;
  }

  /**
   * Starts on the loopback address.
   *
   * @param port 0 for any free one
   * @param timeFactor how many times faster than the real ones the services are
   */
  public static Playground start(int port, double timeFactor) {
    AimlApiSettings services = AimlApiSettings
        .defaults(InstantSource.system(), RandomGenerator.of("SecureRandom"), new MusicSketch()::render)
        .withTimes(JobTimes.PUBLISHED.dividedBy(timeFactor));
    return start(port, LocalDiscordSettings.defaults(), services);
  }

  public static Playground start(int port, LocalDiscordSettings discordSettings, AimlApiSettings services) {
    LocalDiscord discord = new LocalDiscord(discordSettings);
    SimulatedAimlApi aimlApi = new SimulatedAimlApi(services);
    PlaygroundPage page = new PlaygroundPage(discord);
    return new Playground(discord, aimlApi, page, PlaygroundServer.start(port, List.of(discord, aimlApi, page)));
  }

  public LocalDiscord discord() {
    return discord;
  }

  public SimulatedAimlApi aimlApi() {
    return aimlApi;
  }

  /** The page at {@link #url()}. */
  public PlaygroundPage page() {
    return page;
  }

  public URI url() {
    return server.baseUrl();
  }

  /** What a bot's environment has to say so that it meets this playground instead of the world, and nothing else of ours. */
  public Map<String, String> addresses() {
    return Map.of(
        "DISCORD_TOKEN", LocalDiscordSettings.DEFAULT_TOKEN,
        "DISCORD_API_URL", discord.apiUrl().toString(),
        "AIMLAPI_KEY", AimlApiSettings.DEFAULT_KEY,
        "AIMLAPI_URL", url() + SimulatedAimlApi.API_PATH,
        "FOLEY_RESULT_HOSTS", url().getAuthority());
  }

  /**
   * The whole environment of a bot of its own, in addition to what the process has.
   *
   * @param data where it keeps what has to survive
   */
  public Map<String, String> botEnvironment(Path data) {
    Map<String, String> environment = new HashMap<>(addresses());
    environment.put("FOLEY_DATA", data.toString());
    environment.put("FOLEY_OPS_PORT", "0");
    for (String inherited : List.of("DISCORD_TOKEN_FILE", "AIMLAPI_KEY_FILE", "DISCORD_GATEWAY_URL", "FOLEY_CONFIG",
        "FOLEY_DATABASE_URL")) {
      environment.put(inherited, "");
    }
    return environment;
  }

  @Override
  public void close() {
    server.close();
  }
}
