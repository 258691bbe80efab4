package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.server.PlaygroundServer;
import java.util.List;

/** A local Discord on a port of its own, with a client that has the token; for one test class. */
final class Playground implements AutoCloseable {
  static final String TOKEN = "playground";

  final SettableClock clock = new SettableClock();
  final LocalDiscord discord;
  final PlaygroundServer server;
  final RestClient rest;
  final RestClient control;

  Playground(LocalDiscordSettings settings) {
    discord = new LocalDiscord(settings.withClock(clock));
    server = PlaygroundServer.start(0, List.of(discord));
    rest = new RestClient(discord.apiUrl(), "Bot " + TOKEN);
    control = new RestClient(server.baseUrl().resolve("/control"), "");
    discord.faults().enforceRateLimits(false);
    discord.faults().enforceHeartbeats(false);
  }

  Playground() {
    this(LocalDiscordSettings.defaults());
  }

  String applicationId() {
    return rest.get("/users/@me").body().path("id").asText();
  }

  String guildId() {
    return rest.get("/channels/" + channelId("music")).body().path("guild_id").asText();
  }

  String channelId(String name) {
    return discord.world().channels().stream().filter(channel -> channel.name().equals(name)).findFirst()
        .orElseThrow().id();
  }

  /** Registers commands globally, in place of all others. */
  RestClient.Answer register(String commands) {
    return rest.put("/applications/" + applicationId() + "/commands", commands);
  }

  /** A bot that listens, and has received its READY. */
  GatewayClient connect(int intents) throws InterruptedException {
    GatewayClient gateway = new GatewayClient(discord.gatewayUrl());
    gateway.identify(TOKEN, intents);
    JsonNode _ = gateway.next("READY");
    return gateway;
  }

  @Override
  public void close() {
    rest.close();
    control.close();
    server.close();
  }
}
