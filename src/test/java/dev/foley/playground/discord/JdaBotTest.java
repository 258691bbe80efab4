package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.server.PlaygroundServer;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.junit.jupiter.api.Test;

/** The real JDA as a client of the local Discord: what it asks for on its way is what every other test relies on. */
class JdaBotTest {
  @Test
  void jdaBecomesReady() throws Exception {
    LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
    try (PlaygroundServer server = PlaygroundServer.start(0, List.of(discord))) {
      JDA jda = start(discord);
      try {
        jda.awaitReady();

        assertThat(server.baseUrl().getHost()).isEqualTo("127.0.0.1");
        assertThat(jda.getSelfUser().getName()).isEqualTo("foley");
        assertThat(jda.getTextChannelsByName("music", false)).hasSize(1);
      } finally {
        jda.shutdownNow();
        jda.awaitShutdown();
      }
    }
  }

  private static JDA start(LocalDiscord discord) {
    return JDABuilder.createLight("playground", List.of())
        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl().toString()))
        .setSessionController(new SessionControllerAdapter() {
          @Override
          public String getGateway() {
            return discord.gatewayUrl().toString();
          }
        })
        .build();
  }
}
