package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentRulesTest {
  private static final String WAV = "RIFF" + "0123456789".repeat(100);

  @TempDir
  private Path directory;

  private Playground playground;
  private String music;

  @BeforeEach
  void start() {
    playground = new Playground(
        LocalDiscordSettings.defaults().withDirectory(directory).withAttachmentLimit(10_000));
    music = "/channels/" + playground.channelId("music") + "/messages";
  }

  @AfterEach
  void stop() {
    playground.close();
  }

  @Test
  void servesAFileWholeOrInPart() {
    JsonNode attachment = upload(Json.object().put("content", "x"), file(0, "my take.wav", WAV)).body()
        .path("attachments").path(0);
    String url = attachment.path("url").asText();

    assertThat(attachment.path("filename").asText()).isEqualTo("my_take.wav");
    assertThat(attachment.path("size").asInt()).isEqualTo(WAV.length());
    assertThat(attachment.path("content_type").asText()).isEqualTo("audio/x-wav");
    assertThat(playground.rest.fetch(url).raw()).isEqualTo(WAV);
    RestClient.Answer part = playground.rest.fetch(url, "Range", "bytes=0-3");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.raw()).isEqualTo("RIFF");
    assertThat(part.header("Content-Range")).isEqualTo("bytes 0-3/" + WAV.length());
    assertThat(playground.rest.fetch(url, "Range", "bytes=-2").raw()).isEqualTo("89");
    assertThat(playground.rest.fetch(url, "Range", "bytes=99999-").status()).isEqualTo(416);
  }

  @Test
  void addressesEndAndAFreshLookGivesNewOnes() {
    JsonNode message = upload(Json.object(), file(0, "a.wav", WAV)).body();
    String url = message.path("attachments").path(0).path("url").asText();
    playground.clock.advance(Duration.ofHours(25));

    assertThat(playground.rest.fetch(url).status()).isEqualTo(404);
    assertThat(playground.rest.fetch(url.replaceAll("ex=\\w+", "ex=ffffffff")).status()).isEqualTo(404);
    String fresh = freshUrl(message);
    assertThat(playground.rest.fetch(fresh).status()).isEqualTo(200);

    playground.discord.faults().expireAttachmentUrls();
    assertThat(playground.rest.fetch(fresh).status()).isEqualTo(404);
    assertThat(playground.rest.fetch(freshUrl(message)).status()).isEqualTo(200);
  }

  @Test
  void refusesAFileAboveTheLimitAndKeepsNothingOfIt() throws Exception {
    RestClient.Answer answer = upload(Json.object().put("content", "x"), file(0, "a.wav", "x".repeat(10_001)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo(40005);
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
    playground.discord.world().setAttachmentLimit(20_000);
    assertThat(upload(Json.object(), file(0, "a.wav", "x".repeat(10_001))).status()).isEqualTo(200);
  }

  @Test
  void aRefusedMessageLeavesNoFileBehind() throws Exception {
    assertThat(upload(Json.object().put("content", "x".repeat(2001)), file(0, "a.wav", WAV)).code()).isEqualTo(50035);

    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aPictureInAnEmbedIsNotShownTwice() {
    ObjectNode payload = Json.object();
    payload.putArray("embeds").addObject().putObject("image").put("url", "attachment://wave.png");
    JsonNode message = upload(payload, file(0, "wave.png", "PNG"), file(1, "a.wav", WAV)).body();

    assertThat(message.path("attachments")).hasSize(1);
    assertThat(message.path("attachments").path(0).path("filename").asText()).isEqualTo("a.wav");
    String picture = message.path("embeds").path(0).path("image").path("url").asText();
    assertThat(playground.rest.fetch(picture).raw()).isEqualTo("PNG");

    JsonNode edited = playground.rest.patch(music + "/" + message.path("id").asText(), "{\"attachments\":[]}").body();
    assertThat(edited.path("attachments")).isEmpty();
    assertThat(playground.rest.fetch(edited.path("embeds").path(0).path("image").path("url").asText()).status())
        .isEqualTo(200);
  }

  @Test
  void anEditKeepsTheFilesThatItLists() {
    JsonNode message = upload(Json.object(), file(0, "a.wav", WAV), file(1, "b.wav", WAV)).body();
    String kept = message.path("attachments").path(1).path("id").asText();
    ObjectNode change = Json.object();
    change.putArray("attachments").add(Json.object().put("id", kept))
        .add(Json.object().put("id", 0).put("description", "new"));

    JsonNode edited = playground.rest.upload("PATCH", music + "/" + message.path("id").asText(), change,
        List.of(file(0, "c.wav", WAV))).body();

    assertThat(edited.path("attachments").findValuesAsText("filename")).containsExactly("b.wav", "c.wav");
    assertThat(edited.path("attachments").path(1).path("description").asText()).isEqualTo("new");
  }

  private String freshUrl(JsonNode message) {
    return playground.rest.get(music + "/" + message.path("id").asText()).body().path("attachments").path(0)
        .path("url").asText();
  }

  private RestClient.Answer upload(ObjectNode payload, RestClient.FilePart... files) {
    return playground.rest.upload("POST", music, payload, List.of(files));
  }

  private static RestClient.FilePart file(int index, String name, String content) {
    return new RestClient.FilePart(index, name, content);
  }
}
