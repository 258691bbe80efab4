package dev.foley.playground;

import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.page.PlaygroundPage;
import dev.foley.playground.server.PlaygroundServer;
import dev.foley.playground.services.PaceControl;
import dev.foley.playground.services.aimlapi.AimlApiSettings;
import dev.foley.playground.services.aimlapi.SimulatedAimlApi;
import dev.foley.playground.services.elevenlabs.ElevenLabsSettings;
import dev.foley.playground.services.elevenlabs.SimulatedElevenLabs;
import dev.foley.playground.services.fal.FalSettings;
import dev.foley.playground.services.fal.SimulatedFal;
import dev.foley.playground.services.stability.SimulatedStability;
import dev.foley.playground.services.stability.StabilitySettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A local Discord and the simulated services on one port: everything that a bot needs from outside. */
public final class Playground implements AutoCloseable {
  private final LocalDiscord discord;
  private final SimulatedAimlApi aimlApi;
  private final SimulatedStability stability;
  private final SimulatedElevenLabs elevenLabs;
  private final SimulatedFal fal;
  private final PlaygroundPage page;
  private final PlaygroundServer server;

  private Playground(LocalDiscord discord, SimulatedAimlApi aimlApi, SimulatedStability stability,
      SimulatedElevenLabs elevenLabs, SimulatedFal fal, PlaygroundPage page, PlaygroundServer server) {
    this.discord = discord;
    this.aimlApi = aimlApi;
    this.stability = stability;
    this.elevenLabs = elevenLabs;
    this.fal = fal;
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
    return start(port, PlaygroundSettings.defaults(timeFactor));
  }

  public static Playground start(int port, PlaygroundSettings settings) {
    LocalDiscord discord = new LocalDiscord(settings.discord());
    SimulatedAimlApi aimlApi = new SimulatedAimlApi(settings.aimlApi());
    SimulatedStability stability = new SimulatedStability(settings.stability());
    SimulatedElevenLabs elevenLabs = new SimulatedElevenLabs(settings.elevenLabs());
    SimulatedFal fal = new SimulatedFal(settings.fal());
    PlaygroundPage page = new PlaygroundPage(discord);
    return new Playground(discord, aimlApi, stability, elevenLabs, fal, page,
        PlaygroundServer.start(port,
            List.of(discord, aimlApi, stability, elevenLabs, fal, new PaceControl(settings.pace()), page)));
  }

  public LocalDiscord discord() {
    return discord;
  }

  public SimulatedAimlApi aimlApi() {
    return aimlApi;
  }

  public SimulatedStability stability() {
    return stability;
  }

  public SimulatedElevenLabs elevenLabs() {
    return elevenLabs;
  }

  public SimulatedFal fal() {
    return fal;
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
    Map<String, String> addresses = new TreeMap<>();
    addresses.put("DISCORD_TOKEN", LocalDiscordSettings.DEFAULT_TOKEN);
    addresses.put("DISCORD_API_URL", discord.apiUrl().toString());
    addresses.put("AIMLAPI_KEY", AimlApiSettings.DEFAULT_KEY);
    addresses.put("AIMLAPI_URL", url() + SimulatedAimlApi.API_PATH);
    addresses.put("STABILITY_API_KEY", StabilitySettings.DEFAULT_KEY);
    addresses.put("STABILITY_URL", url() + SimulatedStability.API_PATH);
    addresses.put("ELEVENLABS_API_KEY", ElevenLabsSettings.DEFAULT_KEY);
    addresses.put("ELEVENLABS_URL", url() + SimulatedElevenLabs.API_PATH);
    addresses.put("FAL_KEY", FalSettings.DEFAULT_KEY);
    addresses.put("FAL_URL", url() + SimulatedFal.API_PATH);
    addresses.put("FAL_RUN_URL", url() + SimulatedFal.RUN_PATH);
    addresses.put("FAL_API_URL", url() + SimulatedFal.ACCOUNT_PATH);
    addresses.put("FOLEY_RESULT_HOSTS", url().getAuthority());
    return addresses;
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
    for (String inherited : List.of("DISCORD_TOKEN_FILE", "AIMLAPI_KEY_FILE", "STABILITY_API_KEY_FILE",
        "ELEVENLABS_API_KEY_FILE", "FAL_KEY_FILE", "DISCORD_GATEWAY_URL", "FOLEY_CONFIG", "FOLEY_DATABASE_URL",
        "FOLEY_DATABASE_USER", "FOLEY_DATABASE_PASSWORD", "FOLEY_DATABASE_PASSWORD_FILE", "FOLEY_SHARDS")) {
      environment.put(inherited, "");
    }
    return environment;
  }

  @Override
  public void close() {
    server.close();
  }
}
