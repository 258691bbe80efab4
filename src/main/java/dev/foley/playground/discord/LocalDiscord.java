package dev.foley.playground.discord;

import dev.foley.playground.server.Part;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A Discord for one bot, on this machine: REST v10 under {@code /api/v10}, the gateway at {@code /gateway}, uploaded
 * files under {@code /attachments}, and {@code /control} to act as a member. It refuses what Discord refuses.
 *
 * <p>Everything is remembered in memory, within bounds, and changed under one lock ({@link Turn}); files lie on disk.
 */
public final class LocalDiscord implements Part {
  private final AtomicReference<Supplier<URI>> baseUrl = new AtomicReference<>(() -> {
    throw new IllegalStateException("the local Discord is not part of a server yet");
  });
  private final Turn turn = new Turn();
  private final Attachments attachments;
  private final Gateway gateway;
  private final GatewaySocket socket;
  private final Rest rest;

  public LocalDiscord(LocalDiscordSettings settings) {
    Snowflakes snowflakes = new Snowflakes(settings.clock());
    TrafficLog traffic = new TrafficLog(settings.clock());
    Faults faults = new Faults(settings.clock());
    World world = new World(snowflakes, settings.clock());
    attachments = new Attachments(settings, directory(settings), () -> url().toString());
    gateway = new Gateway(settings.random(), traffic);
    GatewayProtocol protocol = new GatewayProtocol(settings.token(), world, gateway, traffic,
        () -> gatewayUrl().toString());
    socket = new GatewaySocket(turn, protocol, gateway, faults);
    rest = new Rest(settings.token(), turn, attachments, new RateLimits(settings.clock()), faults, new Hooks(),
        traffic);
    new ApplicationRoutes(world, () -> gatewayUrl().toString()).register(rest);
    new GuildRoutes(world).register(rest);
  }

  /** What a bot takes for {@code https://discord.com/api/v10/}. */
  public URI apiUrl() {
    return URI.create(url() + "/api/v10/");
  }

  /** What a bot takes for {@code wss://gateway.discord.gg}. */
  public URI gatewayUrl() {
    return URI.create("ws" + url().toString().substring("http".length()) + GatewaySocket.PATH);
  }

  @Override
  public void register(JavalinConfig config, Supplier<URI> url) {
    baseUrl.set(url);
    rest.register(config.routes);
    socket.register(config.routes);
    new AttachmentRoutes(attachments).register(config.routes);
  }

  @Override
  public void close() {
    rest.close();
    turn.run(() -> gateway.closeAll(1001, "The local Discord is closing."));
    attachments.close();
  }

  private URI url() {
    return baseUrl.get().get();
  }

  private static Path directory(LocalDiscordSettings settings) {
    try {
      Path given = settings.directory();
      return given == null ? Files.createTempDirectory("local-discord") : Files.createDirectories(given);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the local Discord's directory", e);
    }
  }
}
