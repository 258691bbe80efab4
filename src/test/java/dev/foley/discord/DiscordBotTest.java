package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.audio.RecentWaveforms;
import dev.foley.audio.Transcoder;
import dev.foley.discord.interaction.CallbackThreads;
import dev.foley.discord.interaction.Interactions;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.reply.DiscordReplies;
import dev.foley.discord.reply.Outlook;
import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.server.PlaygroundServer;
import dev.foley.secret.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordBotTest {
  @TempDir
  Path directory;

  private final OkHttpClient http = new OkHttpClient();

  @Test
  void aWrongTokenIsToldInASentence() {
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    try (PlaygroundServer _ = PlaygroundServer.start(0, List.of(discord));
        DiscordBot bot = start("wrong", discord.apiUrl())) {
      assertThatThrownBy(bot::awaitReady).isInstanceOf(DiscordStartException.class)
          .hasMessageContaining("does not accept the bot token").hasMessageContaining("DISCORD_TOKEN")
          .hasMessageNotContaining("wrong");
      assertThat(bot.isReady()).isFalse();
    }
  }

  @Test
  void whileDiscordCannotBeReachedItIsTriedAgain() throws Exception {
    DiscordBot bot;
    int port;
    try (ServerSocket broken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = broken.getLocalPort();
      bot = start("playground", URI.create("http://127.0.0.1:" + port + "/api/v10"));
      broken.accept().close();
    }
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    try (PlaygroundServer _ = PlaygroundServer.start(port, List.of(discord)); bot) {
      bot.awaitReady();
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(bot::isReady);
    }
    assertThat(bot.isReady()).isFalse();
  }

  @Test
  void theGatewayIsSeenAsItIs() throws Exception {
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    DiscordBot bot;
    try (PlaygroundServer _ = PlaygroundServer.start(0, List.of(discord));
        DiscordBot connected = start("playground", discord.apiUrl())) {
      bot = connected;
      bot.awaitReady();
      Awaitility.await().atMost(Duration.ofSeconds(30))
          .until(() -> bot.gateway().connected() == 1 && bot.gateway().ping().isPresent());

      assertThat(bot.gateway().shards()).isEqualTo(1);
      assertThat(bot.gateway().guilds()).isPositive();
      assertThat(bot.gateway().resumed() + bot.gateway().begunAnew()).isZero();

      discord.faults().requestReconnect();
      Awaitility.await().atMost(Duration.ofSeconds(30))
          .until(() -> bot.gateway().resumed() + bot.gateway().begunAnew() == 1 && bot.gateway().connected() == 1);
    }
    assertThat(bot.gateway().connected()).isZero();
  }

  @Test
  void afterAnOutageItComesBackByItself() throws Exception {
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    try (PlaygroundServer _ = PlaygroundServer.start(0, List.of(discord));
        DiscordBot bot = start("playground", discord.apiUrl(), Optional.of(discord.gatewayUrl()))) {
      bot.awaitReady();
      discord.faults().outage(true);
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !bot.isReady());
      discord.faults().outage(false);
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(bot::isReady);
    }
  }

  @Test
  void autoIsAsManyShardsAsDiscordRecommendsAndReadyMeansAllOfThem() throws Exception {
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    discord.world().recommendShards(2);
    try (PlaygroundServer _ = PlaygroundServer.start(0, List.of(discord));
        DiscordBot bot = start("playground", discord.apiUrl(), Optional.of(discord.gatewayUrl()))) {
      bot.awaitReady();
      assertThat(discord.world().connectedSessions()).isEqualTo(2);
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(bot::isReady);
    }
  }

  @ParameterizedTest
  @CsvSource({"4004, does not accept the bot token", "4010, ended the session for good (4010",
      "4014, ended the session for good (4014"})
  void whatDiscordEndsForGoodIsToldInASentence(int code, String sentence) throws Exception {
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    try (PlaygroundServer _ = PlaygroundServer.start(0, List.of(discord));
        DiscordBot bot = start("playground", discord.apiUrl(), Optional.of(discord.gatewayUrl()))) {
      bot.awaitReady();
      discord.faults().closeConnections(code);
      assertThatThrownBy(bot::awaitEnd).isInstanceOf(DiscordStartException.class).hasMessageContaining(sentence);
      assertThat(bot.isReady()).isFalse();
    }
  }

  @Test
  void closingIsAnEndWithoutAFailure() throws Exception {
    DiscordBot bot = start("playground", URI.create("http://127.0.0.1:1/api/v10"));
    bot.close();
    bot.awaitEnd();
  }

  /** A connection that looks alive and is not: JDA hangs up after two heartbeats without an answer, and resumes. */
  @Test
  void aConnectionThatHasDiedUnseenIsReplaced() throws Exception {
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    discord.faults().announceHeartbeats(Duration.ofMillis(500));
    discord.faults().enforceHeartbeats(false);
    try (PlaygroundServer _ = PlaygroundServer.start(0, List.of(discord));
        DiscordBot bot = start("playground", discord.apiUrl(), Optional.of(discord.gatewayUrl()))) {
      bot.awaitReady();
      discord.faults().announceHeartbeats(Duration.ofSeconds(40));
      discord.faults().acknowledgeHeartbeats(false);
      Awaitility.await().atMost(Duration.ofSeconds(20))
          .until(() -> discord.traffic().counters().containsKey("gateway RESUMED"));
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(bot::isReady);
      assertThat(discord.world().begunSessions()).isEqualTo(1);
    }
  }

  @Test
  void closingBeforeItIsReadyEndsTheWait() {
    DiscordBot bot = start("playground", URI.create("http://127.0.0.1:1/api/v10"));
    bot.close();
    bot.close();
    assertThatThrownBy(bot::awaitReady).isInstanceOf(DiscordStartException.class);
  }

  private DiscordBot start(String token, URI api) {
    return start(token, api, Optional.empty());
  }

  private DiscordBot start(String token, URI api, Optional<URI> gateway) {
    DiscordReplies replies = new DiscordReplies(new Transcoder(directory), new RecentWaveforms(), PreferenceSource.NONE,
        InstantSource.system());
    return DiscordBot.start(new DiscordSettings(Secret.of(token), Optional.of(api), gateway), replies, Outlook.NONE,
        Interactions.NONE, http, new CallbackThreads());
  }
}
