package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.discord.MessageView;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service cannot be had at all: no key is configured, or nothing answers at its address. */
class ServiceAbsentTest {
  @TempDir
  private Path directory;

  @Test
  void withoutAKeyTheMemberReadsWhoCanHelp() throws Exception {
    try (WholeBot bot = WholeBot.start(directory, Map.of("AIMLAPI_KEY", ""))) {
      MessageView answer = bot.answer(bot.type("/music prompt:no key model:stable-audio"));

      assertThat(answer.ephemeral()).isTrue();
      assertThat(answer.content()).contains("no key for AIML API").contains("host");
    }
  }

  @Test
  void whereNothingListensTheRequestIsOfferedForAWhileAndThenGivenUpUncharged() throws Exception {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    try (WholeBot bot = WholeBot.start(directory, Map.of("AIMLAPI_URL", "http://127.0.0.1:" + closedPort))) {
      MessageView answer = bot.answer(bot.type("/music prompt:nobody there"));

      assertThat(WholeBot.text(answer)).contains("down or has no room").contains("Nothing was charged");
    }
  }
}
