package dev.foley.playground.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check of gateway events lets right ones pass and finds one missing or wrong property anywhere in them. */
class GatewayShapesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USER = """
      {"id": "2", "username": "mia", "avatar": null, "discriminator": "0", "public_flags": 0, "flags": 0,
       "global_name": "Mia", "primary_guild": null}""";
  private static final String MEMBER = """
      {"avatar": null, "banner": null, "communication_disabled_until": null, "flags": 0, "nick": null,
       "joined_at": "2026-11-21T04:00:00.000000+00:00", "pending": false, "premium_since": null, "roles": ["5"],
       "mute": false, "deaf": false}""";
  private static final String MESSAGE = """
      {"id": "1", "type": 0, "channel_id": "3", "guild_id": "4", "content": "hello", "pinned": false, "tts": false,
       "timestamp": "2026-11-21T04:00:00.000000+00:00", "edited_timestamp": null, "flags": 0, "mention_everyone": false,
       "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": [],
       "author": %s, "member": %s}""".formatted(USER, MEMBER);

  private GatewayShapes shapes;

  @BeforeEach
  void load() {
    shapes = new GatewayShapes(DiscordOpenApi.load());
  }

  @Test
  void acceptsRightEvents() throws IOException {
    assertThat(shapes.problems(event("MESSAGE_CREATE", JSON.readTree(MESSAGE)))).isEmpty();
    assertThat(shapes.problems(event("INTERACTION_CREATE", interaction()))).isEmpty();
    assertThat(shapes.problems(event("TYPING_START", JSON.readTree("{}")))).isEmpty();
  }

  @Test
  void findsWhatIsMissingInAMessage() throws IOException {
    ObjectNode message = (ObjectNode) JSON.readTree(MESSAGE);
    message.remove("pinned");
    message.withObject("/author").remove("global_name");
    message.withObject("/member").remove("mute");

    assertThat(shapes.problems(event("MESSAGE_UPDATE", message))).satisfiesExactlyInAnyOrder(
        problem -> assertThat(problem).startsWith("MESSAGE_UPDATE MessageResponse /:").contains("'pinned'"),
        problem -> assertThat(problem).startsWith("MESSAGE_UPDATE MessageResponse /author:").contains("'global_name'"),
        problem -> assertThat(problem).startsWith("MESSAGE_UPDATE GuildMemberResponse /user:")
            .contains("'global_name'"),
        problem -> assertThat(problem).startsWith("MESSAGE_UPDATE GuildMemberResponse /:").contains("'mute'"));
  }

  @Test
  void findsWhatIsWrongInAnInteraction() throws IOException {
    ObjectNode interaction = interaction();
    interaction.put("channel_id", 3).withObject("/channel").put("nsfw", "no").put("colour", "red");
    interaction.withObject("/message").put("timestamp", "now");
    interaction.withObject("/data/resolved/members/2").put("joined_at", 0);

    assertThat(shapes.problems(event("INTERACTION_CREATE", interaction))).satisfiesExactlyInAnyOrder(
        problem -> assertThat(problem).contains("SnowflakeType"),
        problem -> assertThat(problem).contains("partial GuildChannelResponse /nsfw:"),
        problem -> assertThat(problem).contains("partial GuildChannelResponse /:").contains("'colour'"),
        problem -> assertThat(problem).contains("MessageResponse /timestamp:"),
        problem -> assertThat(problem).contains("GuildMemberResponse /joined_at:"));
  }

  private static ObjectNode interaction() throws IOException {
    ObjectNode member = (ObjectNode) JSON.readTree(MEMBER);
    member.put("permissions", "0").set("user", JSON.readTree(USER));
    return (ObjectNode) JSON.readTree("""
      {"id": "7", "application_id": "8", "channel_id": "3", "type": 3, "message": %s,
       "channel": {"id": "3", "type": 0, "name": "music", "permissions": "0"},
       "member": %s, "data": {"resolved": {"users": {"2": %s}, "members": {"2": %s}}}}""".formatted(MESSAGE, member,
        USER, MEMBER));
  }

  private static JsonNode event(String type, JsonNode data) {
    ObjectNode event = JSON.createObjectNode().put("t", type);
    return event.set("d", data);
  }
}
