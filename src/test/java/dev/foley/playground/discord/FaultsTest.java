package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private Playground playground;
  private FaultControl faults;
  private String music;

  @BeforeEach
  void start() {
    playground = new Playground();
    faults = playground.discord.faults();
    music = "/channels/" + playground.channelId("music") + "/messages";
  }

  @AfterEach
  void stop() {
    playground.close();
  }

  @Test
  void aFaultEndsAfterItsCount() {
    faults.inject("POST /channels/*/messages", new Fault.Answer(502), 2);

    assertThat(say("a")).isEqualTo(502);
    assertThat(playground.rest.get("/users/@me").status()).isEqualTo(200);
    assertThat(say("b")).isEqualTo(502);
    assertThat(say("c")).isEqualTo(200);
    assertThat(said()).containsExactly("c");
  }

  @Test
  void aFaultEndsAfterItsTime() {
    faults.inject("* /**", new Fault.Answer(500), 10, Duration.ofSeconds(5));
    assertThat(say("a")).isEqualTo(500);

    playground.clock.advance(Duration.ofSeconds(6));

    assertThat(say("b")).isEqualTo(200);
  }

  @Test
  void aConnectionIsCutBeforeOrAfterTheWork() {
    faults.inject("POST /channels/*/messages", new Fault.DropBefore(), 1);
    assertThatThrownBy(() -> say("before")).isInstanceOf(UncheckedIOException.class);
    assertThat(said()).isEmpty();

    faults.inject("POST /channels/*/messages", new Fault.DropAfter(), 1);
    assertThatThrownBy(() -> say("after")).isInstanceOf(UncheckedIOException.class);
    assertThat(said()).containsExactly("after");
  }

  @Test
  void aSlowAnswerComesLate() {
    faults.inject("GET /users/*", new Fault.Slow(Duration.ofMillis(120)), 1);

    assertThat(playground.rest.get("/users/@me").status()).isEqualTo(200);
    assertThat(playground.discord.traffic().entries()).filteredOn(entry -> entry.target().equals("/users/@me"))
        .singleElement().satisfies(entry -> assertThat(entry.millis()).isGreaterThan(119));
  }

  @Test
  void rateLimitsComeInThreeScopes() {
    for (Fault.Scope scope : Fault.Scope.values()) {
      faults.inject("POST /channels/*/messages", new Fault.RateLimited(scope, Duration.ofMillis(1500)), 1);
      RestClient.Answer answer = playground.rest.post(music, "{\"content\":\"x\"}");

      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("Retry-After")).isEqualTo("2");
      assertThat(answer.header("Via")).isNotEmpty();
      assertThat(answer.header("X-RateLimit-Scope")).isEqualTo(scope.name().toLowerCase(Locale.ROOT));
      assertThat(answer.body().path("retry_after").asDouble()).isEqualTo(1.5);
      assertThat(answer.body().path("global").asBoolean()).isEqualTo(scope == Fault.Scope.GLOBAL);
    }
  }

  @Test
  void aBucketIsUsedUpAndFillsAgain() {
    faults.enforceRateLimits(true);
    List<Integer> statuses = Stream.of("a", "b", "c", "d", "e", "f").map(this::say).toList();
    assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429);

    playground.clock.advance(Duration.ofSeconds(5));
    RestClient.Answer answer = playground.rest.post(music, "{\"content\":\"g\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("5");
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("4");
    assertThat(answer.header("X-RateLimit-Reset-After")).isEqualTo("5.000");
    assertThat(answer.header("X-RateLimit-Bucket")).isNotEmpty();
  }

  @Test
  void allRoutesTogetherHaveALimitToo() {
    faults.enforceRateLimits(true);
    for (int i = 0; i < 50; i++) {
      assertThat(playground.rest.get(i % 2 == 0 ? "/users/@me" : "/gateway/bot").status()).isEqualTo(200);
    }
    RestClient.Answer answer = playground.rest.get("/applications/@me");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body().path("global").asBoolean()).isTrue();
    assertThat(answer.header("X-RateLimit-Global")).isEqualTo("true");
  }

  @Test
  void testsAreCalledAtTheMomentsTheyAskFor() {
    List<Moment> seen = new ArrayList<>();
    for (Moment moment : Moment.values()) {
      faults.at(moment, () -> seen.add(moment));
    }

    String path = music + "/" + playground.rest.post(music, "{\"content\":\"no file\"}").body().path("id").asText();
    assertThat(seen).containsExactly(Moment.MESSAGE_CREATED);
    seen.clear();

    playground.rest.patch(path, "{\"content\":\"still none\"}");
    playground.rest.get(music);
    assertThat(seen).containsExactly(Moment.MESSAGE_EDITED, Moment.MESSAGES_READ);
    seen.clear();

    List<RestClient.FilePart> file = List.of(new RestClient.FilePart(0, "a.wav", "RIFF"));
    playground.rest.upload("POST", music, Json.object(), file);
    playground.rest.upload("PATCH", path, Json.object(), file);
    assertThat(seen).containsExactly(Moment.UPLOAD_RECEIVED, Moment.MESSAGE_CREATED, Moment.FILES_POSTED,
        Moment.UPLOAD_RECEIVED, Moment.FILES_POSTED);
  }

  @Test
  void countsTrafficByRouteWithoutSecrets() {
    playground.discord.traffic().reset();
    say("a");
    say("b");
    playground.rest.get("/webhooks/1/some-secret/messages/@original");

    assertThat(playground.discord.traffic().counters())
        .containsEntry("POST /channels/{channel_id}/messages", 2L);
    assertThat(playground.discord.traffic().entries().toString()).contains("/webhooks/1/{token}/messages")
        .doesNotContain("some-secret").doesNotContain(Playground.TOKEN);
  }

  private int say(String content) {
    return playground.rest.post(music, Json.object().put("content", content).toString()).status();
  }

  private List<String> said() {
    return playground.discord.control().messages("mia", "music").stream().map(MessageView::content).toList();
  }
}
