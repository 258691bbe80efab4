package dev.foley.playground.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A bot on JDA does all that bots like Foley do; whatever it and the local Discord say is Discord's form. */
class LocalDiscordConformanceTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static ProbeStage stage;
  private static MemberControl mia;

  @BeforeAll
  static void everythingIsDoneOnce() throws Exception {
    DiscordOpenApi.load();
    stage = new ProbeStage();
    mia = stage.discord().control();
    commandWithFile("music");
    commandWithFile("@mia");
    ephemeralSelect();
    modal();
    autocomplete();
    subcommand();
    channelMessages();
    menus();
    resolvedOptions();
    userInstallation();
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void everyRequestAndEveryAnswerIsInDiscordsForm() {
    assertThat(stage.recorder().problems()).isEmpty();
  }

  @Test
  void everyObjectInGatewayEventsIsInDiscordsForm() {
    GatewayShapes shapes = new GatewayShapes(DiscordOpenApi.load());
    List<JsonNode> events = stage.bot().received();

    assertThat(events).extracting(event -> event.path("t").asText())
        .contains("READY", "GUILD_CREATE", "INTERACTION_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE");
    assertThat(events).flatExtracting(shapes::problems).isEmpty();
  }

  /** Without this an operation that is no longer called would pass the check unnoticed. */
  @Test
  void theBotHasCalledTheOperationsThatFoleyNeeds() {
    assertThat(stage.recorder().operations()).containsKeys(
        "PUT /applications/{application_id}/commands → 200",
        "POST /interactions/{interaction_id}/{interaction_token}/callback → 200",
        "GET /webhooks/{webhook_id}/{webhook_token}/messages/@original → 200",
        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original → 200",
        "DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original → 204",
        "POST /webhooks/{webhook_id}/{webhook_token} → 200",
        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id} → 200",
        "DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id} → 204",
        "POST /channels/{channel_id}/messages → 200",
        "PATCH /channels/{channel_id}/messages/{message_id} → 200",
        "GET /channels/{channel_id}/messages/{message_id} → 200",
        "GET /channels/{channel_id}/messages → 200",
        "DELETE /channels/{channel_id}/messages/{message_id} → 204",
        "POST /users/@me/channels → 200");
  }

  private static void commandWithFile(String channel) throws Exception {
    InteractionView command = await(
        mia.invoke("mia", channel, "/file prompt:warm piano seconds:3 guidance:1.5 format:wav"
            + " private:true").sent(),
        "File done.");
    MessageView reply = command.responses().getFirst();
    mia.awaitInteraction(mia.press("mia", channel, reply.id(), "Again").sent(), InteractionView::acknowledged, SOON);
    mia.press("mia", channel, reply.id(), "Later").sent();
    mia.awaitMessage("mia", channel, message -> message.content().startsWith("Later"), SOON);
    mia.awaitInteraction(mia.press("mia", channel, reply.id(), "Remove").sent(),
        view -> mia.messages("mia", channel).stream().noneMatch(message -> message.id().equals(reply.id())), SOON);
  }

  private static void ephemeralSelect() throws Exception {
    InteractionView command = await(mia.invoke("mia", "music", "/secret").sent(), "Only you see this.");
    MessageView secret = command.responses().getFirst();
    mia.select("mia", "music", secret.id(), "pick", List.of("warm")).sent();
    mia.awaitMessage("mia", "music", message -> message.content().equals("You picked warm."), SOON);
  }

  private static void modal() throws Exception {
    String id = mia.invoke("mia", "music", "/form").sent();
    mia.awaitInteraction(id, view -> view.modal() != null, SOON);
    await(mia.submit("mia", id, Map.of("words", "bright")).sent(), "You wrote bright.");
  }

  private static void autocomplete() throws Exception {
    InteractionView typed = mia.awaitInteraction(mia.autocomplete("mia", "music", "/find id:abc").sent(),
        view -> !view.choices().isEmpty(), SOON);
    await(mia.invoke("mia", "music", "/find id:" + typed.choices().getFirst().value()).sent(), "Found abc-1.");
  }

  private static void subcommand() throws Exception {
    await(mia.invoke("mia", "music", "/settings budget amount:12").sent(), "Set to 12.");
  }

  private static void channelMessages() throws Exception {
    await(mia.invoke("mia", "music", "/post").sent(), "Post done.");
    assertThat(mia.messages("mia", "@mia")).anyMatch(message -> message.content().equals("Directly to you."));
  }

  private static void menus() throws Exception {
    MessageView said = mia.say("mia", "music", "Look at this.");
    await(mia.invokeOnMessage("mia", "music", "Inspect", said.id()).sent(), "Inspected: ");
    await(mia.invokeOnMember("mia", "music", "Greet", "ben").sent(), "Greeted Ben.");
  }

  private static void resolvedOptions() throws Exception {
    await(mia.invoke("ada", "music", "/who member:@ben channel:#music role:Moderator").sent(), "Who done.");
  }

  private static void userInstallation() throws Exception {
    await(mia.invoke("mia", "music", "/settings budget amount:7", "de", true).sent(), "Set to 7.");
  }

  private static InteractionView await(String interactionId, String content) throws Exception {
    return mia.awaitInteraction(interactionId,
        view -> view.responses().stream().anyMatch(message -> message.content().startsWith(content)), SOON);
  }
}
