package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.junit.jupiter.api.Test;

/** The real JDA when the gateway has waited in vain for its heartbeat, as after a long pause of its host. */
class JdaHeartbeatTest {
  private static final class Session extends ListenerAdapter {
    final CompletableFuture<CloseCode> closed = new CompletableFuture<>();
    final CompletableFuture<Boolean> resumed = new CompletableFuture<>();

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
      closed.complete(event.getCloseCode());
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
      resumed.complete(true);
    }
  }

  @Test
  void comesBackToItsSession() throws Exception {
    Session session = new Session();
    try (Playground playground = new Playground()) {
      JDA jda = JDABuilder.createLight(Playground.TOKEN, List.of())
          .setRestConfig(new RestConfig().setBaseUrl(playground.discord.apiUrl().toString()))
          .setSessionController(new SessionControllerAdapter() {
            @Override
            public String getGateway() {
              return playground.discord.gatewayUrl().toString();
            }
          })
          .addEventListeners(session)
          .build();
      try {
        jda.awaitReady();
        // The first one goes out beside READY; were it late, it would count for the pause that follows.
        await().until(() -> playground.discord.traffic().counters().containsKey("gateway client op 1"));
        playground.discord.faults().enforceHeartbeats(true);

        playground.clock.advance(Duration.ofMinutes(2));

        assertThat(session.closed.get(5, TimeUnit.SECONDS)).isEqualTo(CloseCode.SESSION_TIMEOUT);
        assertThat(session.resumed.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(playground.discord.world().begunSessions()).isEqualTo(1);
      } finally {
        jda.shutdownNow();
        boolean _ = jda.awaitShutdown();
      }
    }
  }
}
