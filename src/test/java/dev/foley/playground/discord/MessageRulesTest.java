package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageRulesTest {
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
  void takesTwoThousandCharactersAndNotOneMore() {
    assertThat(send(content("x".repeat(2000))).status()).isEqualTo(200);

    RestClient.Answer refused = send(content("x".repeat(2001)));

    assertThat(refused.code()).isEqualTo(50035);
    assertThat(refused.formError("/content")).isEqualTo("BASE_TYPE_MAX_LENGTH");
  }

  @Test
  void refusesAnEmptyMessage() {
    assertThat(send(content("  ")).code()).isEqualTo(50006);
    assertThat(playground.rest.post(music, "{}").code()).isEqualTo(50006);
    assertThat(playground.rest.post(music, "{not json").code()).isEqualTo(50109);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/embeds/0/title        | BASE_TYPE_MAX_LENGTH | {\"embeds\":[{\"title\":\"LONG257\"}]}",
      "/embeds/0/image/url    | URL_TYPE_INVALID_SCHEME | {\"embeds\":[{\"title\":\"t\",\"image\":{\"url\":\"file:///etc/passwd\"}}]}",
      "/embeds/0/description  | BASE_TYPE_REQUIRED | {\"embeds\":[{}]}",
      "/embeds/0/fields/0/value | BASE_TYPE_REQUIRED | {\"embeds\":[{\"fields\":[{\"name\":\"n\"}]}]}",
      "/embeds                | MAX_EMBED_SIZE_EXCEEDED | {\"embeds\":[{\"description\":\"LONG4000\"},{\"description\":\"LONG4000\"}]}",
      "/components/0/components/1/custom_id | COMPONENT_CUSTOM_ID_DUPLICATED | {\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"a\",\"custom_id\":\"x\"},{\"type\":2,\"style\":1,\"label\":\"b\",\"custom_id\":\"x\"}]}]}",
      "/components/0/components/0/custom_id | BASE_TYPE_BAD_LENGTH | {\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"a\",\"custom_id\":\"LONG101\"}]}]}",
      "/components/0/components/0/label | BASE_TYPE_REQUIRED | {\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"custom_id\":\"x\"}]}]}",
      "/components/0/components | BASE_TYPE_BAD_LENGTH | {\"components\":[{\"type\":1,\"components\":[]}]}",
      "/flags                 | MESSAGE_FLAGS_INVALID | {\"content\":\"x\",\"flags\":64}",
      "/nonce                 | BASE_TYPE_MAX_LENGTH | {\"content\":\"x\",\"nonce\":\"LONG26\"}",
      "/allowed_mentions      | MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE | {\"content\":\"x\",\"allowed_mentions\":{\"parse\":[\"users\"],\"users\":[\"1\"]}}",
      "/message_reference     | REPLIES_UNKNOWN_MESSAGE | {\"content\":\"x\",\"message_reference\":{\"message_id\":\"1\"}}",
      "/attachments/0/id      | ATTACHMENT_NOT_FOUND | {\"content\":\"x\",\"attachments\":[{\"id\":\"0\"}]}"})
  void refusesWhatDiscordRefuses(String place, String code, String body) {
    String filled = Pattern.compile("LONG(\\d+)").matcher(body)
        .replaceAll(match -> "x".repeat(Integer.parseInt(match.group(1))));

    RestClient.Answer answer = playground.rest.post(music, filled);

    assertThat(answer.code()).isEqualTo(50035);
    assertThat(answer.formError(place)).as(answer.body().toString()).isEqualTo(code);
  }

  @Test
  void aNonceIsGoodForOneMessageWithinMinutes() {
    String body = "{\"content\":\"once\",\"nonce\":\"n-1\",\"enforce_nonce\":true}";
    String first = playground.rest.post(music, body).body().path("id").asText();

    assertThat(playground.rest.post(music, body).body().path("id").asText()).isEqualTo(first);

    playground.clock.advance(Duration.ofMinutes(6));
    assertThat(playground.rest.post(music, body).body().path("id").asText()).isNotEqualTo(first);
  }

  @Test
  void pingsOnlyWhomAllowedMentionsAllow() {
    String mia = memberId("mia");
    String ben = memberId("ben");
    String text = "<@" + mia + "> <@" + ben + "> @everyone";

    assertThat(mentions(content(text))).containsExactly(mia, ben);
    ObjectNode one = content(text);
    one.putObject("allowed_mentions").putArray("users").add(mia);
    assertThat(mentions(one)).containsExactly(mia);
    ObjectNode none = content(text);
    none.putObject("allowed_mentions").putArray("parse");
    assertThat(mentions(none)).isEmpty();
    assertThat(send(none).body().path("mention_everyone").asBoolean()).isFalse();
    assertThat(send(content(text)).body().path("mention_everyone").asBoolean()).isTrue();
  }

  @Test
  void aReplyPingsItsAuthorUnlessDeclined() {
    String question = playground.discord.control().say("mia", "music", "hello?").id();
    ObjectNode reply = content("yes");
    reply.putObject("message_reference").put("message_id", question);

    JsonNode sent = send(reply).body();

    assertThat(sent.path("type").asInt()).isEqualTo(19);
    assertThat(sent.path("referenced_message").path("content").asText()).isEqualTo("hello?");
    assertThat(ids(sent.path("mentions"))).containsExactly(memberId("mia"));
    reply.putObject("allowed_mentions").putArray("parse");
    assertThat(ids(send(reply).body().path("mentions"))).isEmpty();
  }

  @Test
  void changesOnlyWhatAnEditNames() {
    String id = send(content("before")).body().path("id").asText();
    JsonNode edited = playground.rest.patch(music + "/" + id, "{\"embeds\":[{\"title\":\"t\"}]}").body();

    assertThat(edited.path("content").asText()).isEqualTo("before");
    assertThat(edited.path("embeds").path(0).path("type").asText()).isEqualTo("rich");
    assertThat(edited.path("edited_timestamp").isTextual()).isTrue();
    assertThat(playground.rest.patch(music + "/" + id, "{\"content\":null,\"embeds\":[]}").code()).isEqualTo(50006);
  }

  @Test
  void leavesOthersMessagesAlone() {
    String foreign = playground.discord.control().say("ben", "music", "mine").id();

    assertThat(playground.rest.patch(music + "/" + foreign, "{\"content\":\"yours\"}").code()).isEqualTo(50005);
    assertThat(playground.rest.delete(music + "/" + foreign).code()).isEqualTo(50013);
    assertThat(playground.rest.get(music + "/1").code()).isEqualTo(10008);
  }

  @Test
  void pagesNewestFirst() {
    playground.discord.world().createChannel("paging");
    String paging = "/channels/" + playground.channelId("paging") + "/messages";
    List<String> ids = IntStream.range(0, 5)
        .mapToObj(i -> playground.rest.post(paging, content("m" + i).toString()).body().path("id").asText()).toList();

    assertThat(ids(playground.rest.get(paging + "?limit=2").body())).containsExactly(ids.get(4), ids.get(3));
    assertThat(ids(playground.rest.get(paging + "?limit=2&before=" + ids.get(2)).body()))
        .containsExactly(ids.get(1), ids.get(0));
    assertThat(ids(playground.rest.get(paging + "?limit=2&after=" + ids.get(1)).body()))
        .containsExactly(ids.get(3), ids.get(2));
    assertThat(ids(playground.rest.get(paging + "?limit=3&around=" + ids.get(2)).body()))
        .containsExactly(ids.get(3), ids.get(2), ids.get(1));
    assertThat(playground.rest.get(paging + "?limit=101").formError("/limit")).isEqualTo("NUMBER_TYPE_MAX");
  }

  @Test
  void knowsTheBotsPermissionsInEachChannel() {
    String staff = "/channels/" + playground.channelId("staff") + "/messages";
    String noFiles = "/channels/" + playground.channelId("no-files") + "/messages";

    assertThat(playground.rest.post(staff, content("x").toString()).code()).isEqualTo(50001);
    assertThat(playground.rest.post(noFiles, content("x").toString()).status()).isEqualTo(200);
    RestClient.Answer upload = playground.rest.upload("POST", noFiles, content("x"),
        List.of(new RestClient.FilePart(0, "a.wav", "RIFF")));
    assertThat(upload.status()).isEqualTo(403);
    assertThat(upload.code()).isEqualTo(50013);
    assertThat(playground.rest.post("/channels/1/messages", content("x").toString()).code()).isEqualTo(10003);
  }

  @Test
  void writesDirectMessagesToThoseWhoTakeThem() {
    String channel = playground.rest.post("/users/@me/channels", "{\"recipient_id\":\"" + memberId("ben") + "\"}")
        .body().path("id").asText();
    playground.discord.world().refuseDirectMessages("ben", true);
    assertThat(playground.rest.post("/channels/" + channel + "/messages", content("x").toString()).code())
        .isEqualTo(50007);

    playground.discord.world().refuseDirectMessages("ben", false);
    assertThat(playground.rest.post("/channels/" + channel + "/messages", content("hi").toString()).status())
        .isEqualTo(200);
    assertThat(playground.discord.control().messages("ben", "@ben")).extracting(MessageView::content)
        .containsExactly("hi");
    assertThat(playground.rest.post("/users/@me/channels", "{\"recipient_id\":\"1\"}").code()).isEqualTo(50033);
  }

  @Test
  void wantsTheBotsToken() {
    try (RestClient stranger = new RestClient(playground.discord.apiUrl(), "Bot wrong")) {
      RestClient.Answer answer = stranger.get("/users/@me");

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.code()).isZero();
      assertThat(stranger.get("/gateway").status()).isEqualTo(200);
    }
    assertThat(playground.rest.get("/nowhere").status()).isEqualTo(404);
    assertThat(playground.rest.put("/users/@me", "{}").status()).isEqualTo(405);
  }

  private static RestClient.Answer send(ObjectNode message) {
    return playground.rest.post(music, message.toString());
  }

  private static ObjectNode content(String text) {
    return Json.object().put("content", text);
  }

  private static List<String> mentions(ObjectNode message) {
    return ids(send(message).body().path("mentions"));
  }

  private static List<String> ids(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(element -> element.path("id").asText()).toList();
  }

  private static String memberId(String name) {
    return playground.rest.get("/guilds/" + playground.guildId() + "/members/search?query=" + name).body().path(0)
        .path("user").path("id").asText();
  }
}
