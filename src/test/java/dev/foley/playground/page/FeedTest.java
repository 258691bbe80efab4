package dev.foley.playground.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.discord.Fault;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final int POLICY_VIOLATION = 1008;

  private ServedPage served;

  @BeforeEach
  void start() {
    served = new ServedPage();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void everythingIsToldAtFirstAndOnlyChangesAfterwards() {
    served.discord.control().say("ben", "music", "before");
    FeedReader feed = served.feed("mia");
    JsonNode world = feed.await("world", _ -> true);
    assertThat(world.path("members").findValuesAsText("name")).contains("mia", "ben", "ada", "olga", "foley");
    assertThat(feed.await("bot", _ -> true).path("state").asText()).isEqualTo("offline");
    feed.awaitMessage("before");

    served.discord.control().say("ben", "music", "after");
    feed.awaitMessage("after");

    assertThat(feed.told("messages").getLast().path("messages")).hasSize(1);
    assertThat(feed.told("world")).hasSize(1);
  }

  @Test
  void aMessageThatIsDeletedIsGone() {
    String id = served.discord.control().say("ben", "music", "soon gone").id();
    FeedReader feed = served.feed("mia");
    feed.awaitMessage("soon gone");

    served.discord.control().deleteMessage("music", id);

    JsonNode body = feed.await("messages", messages -> !messages.path("gone").isEmpty());
    assertThat(body.path("gone").path(0).asText()).isEqualTo(id);
    assertThat(body.path("messages")).isEmpty();
  }

  @Test
  void directMessagesAreToldToTheirOwnMemberAlone() {
    FeedReader mia = served.feed("mia");
    FeedReader ben = served.feed("ben");
    mia.await("world", world -> world.path("channels").findValuesAsText("name").contains("@mia"));
    served.discord.control().say("mia", "@mia", "between us");
    mia.awaitMessage("between us");

    served.discord.control().say("mia", "music", "for all");
    ben.awaitMessage("for all");

    assertThat(ben.told("messages").toString()).doesNotContain("between us");
    assertThat(ben.told("world").getLast().path("channels").findValuesAsText("name")).contains("@ben")
        .doesNotContain("@mia");
  }

  @Test
  void aChannelThatAppearsIsToldOf() {
    FeedReader feed = served.feed("mia");
    feed.await("world", _ -> true);

    served.discord.world().createChannel("late");

    feed.await("world", world -> world.path("channels").findValuesAsText("name").contains("late"));
  }

  @Test
  void strangersAndOtherPagesAreTurnedAway() {
    assertThat(served.feed("nobody").closeCode()).isEqualTo(POLICY_VIOLATION);
    assertThat(served.feed("foley").closeCode()).isEqualTo(POLICY_VIOLATION);
  }

  @Test
  void trafficIsToldWithItsBodiesAndWithoutItsSecrets() throws Exception {
    FeedReader feed = served.feed("mia");

    int status = served.get("/api/v10/webhooks/1/open-sesame/messages/@original").statusCode();

    JsonNode entry = feed.await("traffic", _ -> true).path(0);
    assertThat(entry.path("target").asText()).isEqualTo("/api/v10/webhooks/1/***/messages/@original");
    assertThat(entry.path("peer").asText()).isEqualTo("discord");
    assertThat(entry.path("status").asInt()).isEqualTo(status);
    assertThat(ServedPage.json(entry.path("response").asText()).path("code").isInt()).isTrue();
    assertThat(entry.path("millis").asDouble()).isPositive();
  }

  @Test
  void anAnswerThatWasCutHasNoStatus() {
    served.discord.faults().inject("GET /gateway", new Fault.DropBefore(), 5);
    FeedReader feed = served.feed("mia");

    assertThat(catchThrowable(() -> served.get("/api/v10/gateway")))
        .isInstanceOf(IOException.class);

    assertThat(feed.await("traffic", _ -> true).path(0).path("status").asInt()).isZero();
  }
}
