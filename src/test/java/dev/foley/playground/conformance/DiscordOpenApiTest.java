package dev.foley.playground.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check itself: it lets right bodies pass and, above all, it can fail, in words that name the place. */
class DiscordOpenApiTest {
  private static final String MESSAGES = "/channels/111/messages";
  private static final String MESSAGE = "/channels/111/messages/222";
  private static final String ORIGINAL = "/webhooks/333/aToken/messages/%40original";
  private static final String CALLBACK = "/interactions/444/aToken/callback?with_response=true";
  private static final String COMMANDS = "/applications/555/commands";

  private static DiscordOpenApi api;

  @BeforeAll
  static void load() {
    api = DiscordOpenApi.load();
  }

  @Test
  void acceptsRightRequests() {
    assertThat(request("POST", MESSAGES, """
        {"content": "hello", "nonce": "0HXYZ", "enforce_nonce": true, "allowed_mentions": {"parse": []},
         "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Again", "custom_id": "a"}]}]}
        """)).isEmpty();
    assertThat(request("POST", CALLBACK, """
        {"type": 5, "data": {"flags": 64}}""")).isEmpty();
    assertThat(api.requestProblems("PATCH", ORIGINAL, form("files[0]"))).isEmpty();
    assertThat(api.requestProblems("DELETE", MESSAGE, new Body.Empty())).isEmpty();
    assertThat(api.requestProblems("GET", MESSAGES + "?limit=100&after=222", new Body.Empty())).isEmpty();
  }

  @Test
  void acceptsBothFormsInWhichClientsWriteTheSame() {
    assertThat(request("PUT", COMMANDS, """
        [{"name": "music", "description": "Makes music.", "contexts": ["0", "1"], "integration_types": ["0"],
          "options": [{"type": 3, "name": "prompt", "description": "What to hear.", "required": true}]}]
        """)).isEmpty();
    assertThat(request("PATCH", MESSAGE, """
        {"attachments": [{"id": 0}, {"id": "1"}]}""")).isEmpty();
    assertThat(request("POST", "/users/@me/channels", """
        {"recipient_id": 7}""")).isEmpty();
  }

  @Test
  void doesNotLevelMoreThanForm() {
    assertThat(request("PATCH", MESSAGE, """
        {"tts": true, "attachments": [{"id": -1}, {"id": "one"}]}""")).satisfiesExactlyInAnyOrder(
        problem -> assertThat(problem).startsWith("/:").contains("'tts'"),
        problem -> assertThat(problem).startsWith("/attachments/0/id:"),
        problem -> assertThat(problem).startsWith("/attachments/1/id:"));
    assertThat(request("POST", COMMANDS, """
        {"name": "music", "nsfw": "no", "options": [
          {"type": 5, "name": "loud", "description": "Yes or no.", "autocomplete": true}]}
        """)).satisfiesExactlyInAnyOrder(
        problem -> assertThat(problem).startsWith("/:").contains("'nsfw'"),
        problem -> assertThat(problem).startsWith("/options/0:").contains("'autocomplete'"));
    assertThat(request("POST", MESSAGES + "?wait=true", "{}")).containsExactly("query 'wait' is not in the extract");
  }

  @Test
  void findsWrongRequests() {
    assertThat(request("PUT", COMMANDS, """
        [{"name": "music", "description": "Makes music.", "options": [{"type": 3, "name": "prompt"}]}]"""))
        .singleElement().asString().startsWith("/0/options/0:").contains("description");
    assertThat(request("POST", COMMANDS, """
        {"name": "a name which is far too long for any command", "contexts": ["home"]}"""))
        .anySatisfy(problem -> assertThat(problem).startsWith("/name:").contains("32"))
        .anySatisfy(problem -> assertThat(problem).startsWith("/contexts/0:").contains("integer"));
    assertThat(request("POST", CALLBACK, """
        {"type": 5, "data": {"flags": "64"}}""")).singleElement().asString().startsWith("/data/flags:");
    assertThat(request("POST", MESSAGES, """
        {"nonce": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}""")).singleElement().asString().startsWith("/nonce:").contains("25");
  }

  @Test
  void namesTheBranchOfAUnionThatWasMeant() {
    assertThat(request("POST", MESSAGES, """
        {"components": [{"type": 1, "components": [{"type": 2, "style": 1, "lable": "Again", "custom_id": "a"}]}]}
        """)).singleElement().asString().startsWith("/components/0/components/0:").contains("'lable'");
  }

  @Test
  void saysWhatIsWantedWhereNullWouldDoAsWell() {
    assertThat(request("POST", "/users/@me/channels", """
        {"recipient_id": true}""")).containsExactly("/recipient_id: boolean found, string expected");
  }

  @Test
  void findsMisspeltProperties() {
    assertThat(request("POST", MESSAGES, """
        {"contents": "hello"}""")).singleElement().asString().contains("'contents'");
  }

  @Test
  void findsWrongPathsAndQueries() {
    assertThat(request("POST", "/channels/111/message", "{}")).containsExactly("has no operation in the extract");
    assertThat(request("PUT", MESSAGES, "{}")).containsExactly("has no operation in the extract");
    assertThat(api.requestProblems("GET", "/channels/general/messages?limit=101&page=2", new Body.Empty()))
        .containsExactlyInAnyOrder("has a wrong channel_id: general", "has a wrong limit: 101",
            "query 'page' is not in the extract");
  }

  @Test
  void findsBodiesOfTheWrongKind() {
    assertThat(api.requestProblems("POST", MESSAGES, new Body.Empty())).containsExactly("must have a body");
    assertThat(api.requestProblems("POST", MESSAGES, form("file"))).singleElement().asString().contains("'file'");
    assertThat(api.requestProblems("PUT", COMMANDS, form("files[0]"))).asString().contains("multipart");
    assertThat(api.requestProblems("POST", MESSAGES, Body.of("multipart/form-data; boundary=x", "--y".getBytes(UTF_8))))
        .singleElement().asString().contains("cannot be read");
    assertThat(request("POST", MESSAGES, "{")).singleElement().asString().startsWith("is not JSON");
    assertThat(api.responseProblems("DELETE", MESSAGE, 204, new Body.Json("{}"))).singleElement().asString()
        .startsWith("must have no body");
    assertThat(api.responseProblems("GET", MESSAGE, 404, Body.of("text/html", "<html>".getBytes(UTF_8))))
        .containsExactly("has a body of text/html");
    assertThat(api.responseProblems("GET", MESSAGE, 200, new Body.Empty())).containsExactly("must have a body");
  }

  @Test
  void acceptsRightAnswers() {
    assertThat(response("GET", "/gateway", 200, """
        {"url": "ws://127.0.0.1:1/"}""")).isEmpty();
    assertThat(api.responseProblems("DELETE", MESSAGE, 204, new Body.Empty())).isEmpty();
    assertThat(response("POST", MESSAGES, 400, """
        {"code": 50035, "message": "Invalid Form Body",
         "errors": {"content": {"_errors": [{"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 2000 or fewer."}]}}}
        """)).isEmpty();
    assertThat(response("POST", MESSAGES, 403, """
        {"code": 50013, "message": "Missing Permissions"}""")).isEmpty();
    assertThat(response("POST", MESSAGES, 429, """
        {"code": 0, "message": "You are being rate limited.", "retry_after": 0.5, "global": false}""")).isEmpty();
  }

  @Test
  void findsWrongAnswers() {
    assertThat(response("POST", MESSAGES, 200, """
        {"id": 222, "content": "hello"}""")).anySatisfy(problem -> assertThat(problem).startsWith("/id:"))
        .anySatisfy(problem -> assertThat(problem).contains("'author'"));
    assertThat(response("POST", MESSAGES, 201, "{}")).containsExactly("status 201 is not in the extract");
    assertThat(response("POST", MESSAGES, 403, """
        {"error": "no"}""")).anySatisfy(problem -> assertThat(problem).contains("'code'"));
    assertThat(response("POST", MESSAGES, 429, """
        {"code": 0, "message": "Slower."}""")).anySatisfy(problem -> assertThat(problem).contains("'retry_after'"));
    assertThat(response("POST", MESSAGES, 400, """
        {"code": 50035, "message": "Invalid", "errors": {"content": {"_errors": [{"code": 7, "message": "x"}]}}}
        """)).singleElement().asString().startsWith("/errors/content/_errors/0/code:");
  }

  @Test
  void checksDatesAndSnowflakes() {
    assertThat(api.componentProblems("SnowflakeType", JsonNodeFactory.instance.textNode("007"))).isNotEmpty();
    assertThat(response("GET", "/guilds/1/members/2", 200, """
        {"avatar": null, "banner": null, "communication_disabled_until": null, "flags": 0, "joined_at": "yesterday",
         "nick": null, "pending": false, "premium_since": null, "roles": [], "mute": false, "deaf": false,
         "user": {"id": "2", "username": "mia", "avatar": null, "discriminator": "0", "public_flags": 0, "flags": 0,
                  "global_name": null, "primary_guild": null}}
        """)).singleElement().asString().startsWith("/joined_at:");
  }

  @Test
  void knowsItsComponents() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> api.componentProblems("Massage", JsonNodeFactory.instance.objectNode()));
  }

  private static List<String> request(String method, String target, String json) {
    return api.requestProblems(method, target, new Body.Json(json));
  }

  private static List<String> response(String method, String target, int status, String json) {
    return api.responseProblems(method, target, status, new Body.Json(json));
  }

  private static Body form(String filePart) {
    String text = """
        --edge
        Content-Disposition: form-data; name="payload_json"
        Content-Type: application/json

        {"content": "done", "attachments": [{"id": 0, "filename": "a.wav"}]}
        --edge
        Content-Disposition: form-data; filename="a.wav"; name="%s"
        Content-Type: audio/wav

        RIFF
        --edge--
        """.formatted(filePart);
    return Body.of("multipart/form-data; boundary=edge", text.replace("\n", "\r\n").getBytes(UTF_8));
  }
}
