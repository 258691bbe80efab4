package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VoiceMessageRulesTest {
  private static final RestClient.FilePart OGG = new RestClient.FilePart(0, "voice-message.ogg", "OggS");
  private static Playground playground;
  private static String music;

  @BeforeAll
  static void start() {
    playground = new Playground();
    music = "/channels/" + playground.channelId("music") + "/messages";
  }

  @AfterAll
  static void stop() {
    playground.close();
  }

  @Test
  void carriesItsLengthAndItsWaveform() {
    JsonNode sent = playground.rest.upload("POST", music, voice(), List.of(OGG)).body();

    JsonNode attachment = sent.path("attachments").path(0);
    assertThat(attachment.path("duration_secs").asDouble()).isEqualTo(3.25);
    assertThat(attachment.path("waveform").asText()).isEqualTo("AAECAw==");
    assertThat(attachment.path("content_type").asText()).isEqualTo("audio/ogg");
    assertThat(sent.path("flags").asInt()).isEqualTo(8192);
    assertThat(playground.discord.control().messages("mia", "music").getLast().attachments().getFirst().voice())
        .isEqualTo(new AttachmentView.Voice(3.25, "AAECAw=="));
  }

  @Test
  void hasNothingBesideTheSound() {
    ObjectNode withWords = voice().put("content", "listen");
    ObjectNode withEmbed = voice();
    withEmbed.putArray("embeds").addObject().put("title", "t");

    assertThat(code(withWords, OGG)).isEqualTo(50159);
    assertThat(code(withEmbed, OGG)).isEqualTo(50159);
    assertThat(code(voice(), OGG, new RestClient.FilePart(1, "b.ogg", "OggS"))).isEqualTo(50160);
    assertThat(code(voice(), new RestClient.FilePart(0, "a.txt", "words"))).isEqualTo(50160);
  }

  @Test
  void needsBothLengthAndWaveform() {
    ObjectNode withoutWaveform = voice();
    ((ObjectNode) withoutWaveform.path("attachments").path(0)).remove("waveform");
    ObjectNode withoutLength = voice();
    ((ObjectNode) withoutLength.path("attachments").path(0)).remove("duration_secs");
    ObjectNode garbled = voice();
    ((ObjectNode) garbled.path("attachments").path(0)).put("waveform", "*");

    assertThat(code(withoutWaveform, OGG)).isEqualTo(50161);
    assertThat(code(withoutLength, OGG)).isEqualTo(50161);
    assertThat(code(garbled, OGG)).isEqualTo(50035);
  }

  @Test
  void cannotBeEdited() {
    String id = playground.rest.upload("POST", music, voice(), List.of(OGG)).body().path("id").asText();

    assertThat(playground.rest.patch(music + "/" + id, "{\"content\":\"more\"}").code()).isEqualTo(50162);
    assertThat(playground.rest.delete(music + "/" + id).status()).isEqualTo(204);
  }

  @Test
  void wantsItsPermission() {
    playground.discord.world().createChannel("text-only");
    playground.discord.world().denyBot("text-only", Set.of(Permission.SEND_VOICE_MESSAGES));
    String textOnly = "/channels/" + playground.channelId("text-only") + "/messages";

    RestClient.Answer refused = playground.rest.upload("POST", textOnly, voice(), List.of(OGG));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo(50173);
  }

  private static ObjectNode voice() {
    ObjectNode message = Json.object().put("flags", 8192);
    message.putArray("attachments").addObject().put("id", "0").put("filename", "voice-message.ogg")
        .put("duration_secs", 3.25).put("waveform", "AAECAw==");
    return message;
  }

  private static int code(ObjectNode message, RestClient.FilePart... files) {
    return playground.rest.upload("POST", music, message, List.of(files)).code();
  }
}
