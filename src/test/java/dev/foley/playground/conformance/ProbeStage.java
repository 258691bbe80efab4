package dev.foley.playground.conformance;

import dev.foley.playground.discord.ChannelView;
import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.server.PlaygroundServer;
import java.util.List;

/** A local Discord, the recorder in front of it, and the bot on JDA that is connected through it. */
final class ProbeStage implements AutoCloseable {
  private final LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
  private final PlaygroundServer server = PlaygroundServer.start(0, List.of(discord));
  private final ConformanceRecorder recorder;
  private final ProbeBot bot;

  ProbeStage() throws InterruptedException {
    recorder = ConformanceRecorder.start(server.baseUrl());
    bot = ProbeBot.start(recorder.baseUrl(), discord.gatewayUrl(), LocalDiscordSettings.DEFAULT_TOKEN);
  }

  LocalDiscord discord() {
    return discord;
  }

  ConformanceRecorder recorder() {
    return recorder;
  }

  ProbeBot bot() {
    return bot;
  }

  /** Sends as the same bot, through the recorder. */
  RawClient client() {
    return new RawClient(recorder.baseUrl(), LocalDiscordSettings.DEFAULT_TOKEN);
  }

  String applicationId() {
    return bot.received("READY").getFirst().at("/application/id").asText();
  }

  String guildId() {
    return bot.received("GUILD_CREATE").getFirst().path("id").asText();
  }

  String channelId(String name) {
    return discord.world().channels().stream().filter(channel -> channel.name().equals(name)).map(ChannelView::id)
        .findFirst().orElseThrow();
  }

  /** The path of a channel's messages. */
  String messagesOf(String channel) {
    return "channels/" + channelId(channel) + "/messages";
  }

  @Override
  public void close() {
    bot.close();
    recorder.close();
    server.close();
  }
}
