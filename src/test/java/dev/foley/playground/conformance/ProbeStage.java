package dev.foley.playground.conformance;

import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.server.PlaygroundServer;
import java.util.List;

/** A local Discord, the recorder in front of it, and the bot on JDA that is connected through it. */
final class ProbeStage implements AutoCloseable {
  final LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
  final PlaygroundServer server = PlaygroundServer.start(0, List.of(discord));
  final ConformanceRecorder recorder;
  final ProbeBot bot;

  ProbeStage() throws InterruptedException {
    recorder = ConformanceRecorder.start(server.baseUrl());
    bot = ProbeBot.start(recorder.baseUrl(), discord.gatewayUrl(), LocalDiscordSettings.DEFAULT_TOKEN);
  }

  @Override
  public void close() {
    bot.close();
    recorder.close();
    server.close();
  }
}
