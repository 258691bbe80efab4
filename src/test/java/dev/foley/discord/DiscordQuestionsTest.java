package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foley.discord.DiscordQuestionException.Kind;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.server.PlaygroundServer;
import dev.foley.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DiscordQuestionsTest {
  private final LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
  private final PlaygroundServer server = PlaygroundServer.start(0, List.of(discord));
  private final OkHttpClient http = new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(20)).build();

  @AfterEach
  void stop() {
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void everyQuestionIsAnswered() throws Exception {
    DiscordQuestions questions = questions("playground", discord.apiUrl());

    assertThat(questions.account().name()).isEqualTo("foley");
    ApplicationFacts application = questions.application();
    assertThat(application.forServers() && application.forMembers()).isTrue();
    assertThat(application.invitation()).contains("client_id=" + questions.account().id());
    DiscordQuestions.Gateway gateway = questions.gateway();
    assertThat(gateway.url()).isEqualTo(discord.gatewayUrl().toString());
    assertThat(gateway.recommendedShards()).isEqualTo(1);
    assertThat(gateway.starts().remaining()).isEqualTo(1000);
    assertThat(questions.time()).hasValueSatisfying(
        time -> assertThat(Duration.between(time, Instant.now()).abs()).isLessThan(Duration.ofMinutes(2)));
    questions.greet(gateway);
    assertThat(discord.world().begunSessions()).as("sessions begun by asking").isZero();
  }

  @Test
  void aTokenThatIsNotKnownIsToldAsSuchAndTheTimeNeedsNone() throws Exception {
    DiscordQuestions questions = questions("wrong", discord.apiUrl());

    assertThatThrownBy(questions::account).isInstanceOf(DiscordQuestionException.class)
        .hasMessage("HTTP 401").hasStackTraceContaining("401").extracting("kind").isEqualTo(Kind.TOKEN_REFUSED);
    assertThat(questions.time()).isPresent();
  }

  @Test
  void limitsAndOutagesAreToldApart() {
    DiscordQuestions questions = questions("playground", discord.apiUrl());
    discord.faults().inject("GET /users/@me", new Fault.Banned(Duration.ofSeconds(5)), 1);
    discord.faults().inject("GET /users/@me", new Fault.Answer(502), 1);

    assertThat(kindOfAccount(questions)).isEqualTo(Kind.THROTTLED);
    assertThat(kindOfAccount(questions)).isEqualTo(Kind.DOWN);
  }

  @Test
  void whatCannotBeReachedAndWhatIsNotDiscordAreToldApart() {
    assertThat(kindOfAccount(questions("playground", URI.create("http://127.0.0.1:1/api/v10"))))
        .isEqualTo(Kind.UNREACHABLE);
    assertThat(kindOfAccount(questions("playground", server.baseUrl().resolve("/elsewhere"))))
        .isEqualTo(Kind.NOT_UNDERSTOOD);
  }

  @Test
  void aGatewayThatDoesNotOpenIsTold() throws Exception {
    DiscordQuestions questions = questions("playground", discord.apiUrl());
    DiscordQuestions.Gateway gateway = questions.gateway();
    discord.faults().outage(true);

    assertThat(catchThrowableOfType(DiscordQuestionException.class, () -> questions.greet(gateway)).kind())
        .isEqualTo(Kind.UNREACHABLE);
    assertThat(catchThrowableOfType(DiscordQuestionException.class,
        () -> questions.greet(new DiscordQuestions.Gateway("no address", 1, gateway.starts()))).kind())
        .isEqualTo(Kind.NOT_UNDERSTOOD);
  }

  private static Kind kindOfAccount(DiscordQuestions questions) {
    return catchThrowableOfType(DiscordQuestionException.class, questions::account).kind();
  }

  private DiscordQuestions questions(String token, URI api) {
    return new DiscordQuestions(new DiscordSettings(Secret.of(token), Optional.of(api), Optional.empty()), http);
  }
}
