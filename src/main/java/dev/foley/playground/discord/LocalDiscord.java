package dev.foley.playground.discord;

import dev.foley.playground.server.Part;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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
  private final HeartbeatWatch heartbeats;
  private final Rest rest;
  private final TrafficLog traffic;
  private final MemberControl control;
  private final WorldControl worldControl;
  private final FaultControl faultControl;

  public LocalDiscord(LocalDiscordSettings settings) {
    InstantSource clock = settings.clock();
    Snowflakes snowflakes = new Snowflakes(clock);
    Faults faults = new Faults(clock);
    Hooks hooks = new Hooks();
    RateLimits rateLimits = new RateLimits(clock);
    World world = new World(snowflakes, clock);
    traffic = new TrafficLog(clock);
    attachments = new Attachments(settings, directory(settings), () -> url().toString());
    gateway = new Gateway(clock, settings.random(), traffic);
    GatewayProtocol protocol = new GatewayProtocol(settings.token(), world, gateway, rateLimits, traffic,
        () -> gatewayUrl().toString());
    socket = new GatewaySocket(turn, protocol, gateway, faults);
    heartbeats = new HeartbeatWatch(turn, gateway);
    rest = new Rest(settings.token(), turn, attachments, rateLimits, faults, hooks, traffic);

    MessageJson json = new MessageJson(world, attachments);
    Messages messages = new Messages(snowflakes, clock, gateway, attachments, json);
    MessageForm forms = new MessageForm(world, attachments, snowflakes);
    Commands commands = new Commands(world, snowflakes);
    Interactions interactions = new Interactions(snowflakes, clock, settings.random(), gateway,
        new InteractionEvent(world, messages, attachments));
    InteractionMessages answers = new InteractionMessages(world, messages);
    ChannelRoutes channels = new ChannelRoutes(world, gateway);
    Views views = new Views(world, json, interactions, clock);
    control = new MemberControl(turn, world, commands, interactions, messages, views);
    worldControl = new WorldControl(turn, world, gateway, protocol, channels, attachments, views);
    faultControl = new FaultControl(turn, faults, gateway, protocol, attachments, rateLimits, hooks);

    new ApplicationRoutes(world, () -> gatewayUrl().toString(), protocol::recommendedShards).register(rest);
    new GuildRoutes(world).register(rest);
    new CommandRoutes(world, commands).register(rest);
    channels.register(rest);
    new MessageRoutes(world, messages, forms).register(rest);
    new CallbackRoutes(interactions, messages, forms, answers).register(rest);
    new WebhookRoutes(world, interactions, messages, forms, answers).register(rest);
  }

  /** To act and read as a member. */
  public MemberControl control() {
    return control;
  }

  /** To change channels, permissions, members and limits. */
  public WorldControl world() {
    return worldControl;
  }

  /** To make things go wrong. */
  public FaultControl faults() {
    return faultControl;
  }

  /** What the bot has asked and was told. */
  public TrafficLog traffic() {
    return traffic;
  }

  HeartbeatWatch heartbeats() {
    return heartbeats;
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
    heartbeats.start();
    new AttachmentRoutes(attachments).register(config.routes);
    new ControlRoutes(control).register(config.routes);
    new OperatorRoutes(worldControl, faultControl, traffic).register(config.routes);
  }

  @Override
  public void close() {
    rest.close();
    heartbeats.close();
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
