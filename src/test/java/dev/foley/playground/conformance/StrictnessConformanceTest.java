package dev.foley.playground.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Discord's OpenAPI forbids the local Discord refuses. A bot that sends such a thing must notice here, before it
 * meets Discord.
 */
class StrictnessConformanceTest {
  private static DiscordOpenApi api;
  private static ProbeStage stage;
  private static RawClient client;

  @BeforeAll
  static void start() throws Exception {
    api = DiscordOpenApi.load();
    stage = new ProbeStage();
    client = stage.client();
    stage.discord().faults().enforceRateLimits(false);
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of("content that is no text", "{'content': ['x']}"),
        Arguments.of("content of 4,001 characters", "{'content': '" + text(4_001) + "'}"),
        Arguments.of("nonce of 26 characters", "{'content': 'x', 'nonce': '" + text(26) + "'}"),
        Arguments.of("flags that are no number", "{'content': 'x', 'flags': 'many'}"),
        Arguments.of("11 embeds", "{'embeds': [" + times(11, "{'title': 'x'}") + "]}"),
        Arguments.of("embed title of 257 characters", "{'embeds': [{'title': '" + text(257) + "'}]}"),
        Arguments.of("embed description of 4,097", "{'embeds': [{'description': '" + text(4_097) + "'}]}"),
        Arguments.of("26 fields", "{'embeds': [{'fields': [" + times(26, "{'name': 'x', 'value': 'y'}") + "]}]}"),
        Arguments.of("field without value", "{'embeds': [{'fields': [{'name': 'x'}]}]}"),
        Arguments.of("footer of 2,049", "{'embeds': [{'title': 'x', 'footer': {'text': '" + text(2_049) + "'}}]}"),
        Arguments.of("colour beyond white", "{'embeds': [{'title': 'x', 'color': 16777216}]}"),
        Arguments.of("11 attachments", "{'attachments': [" + times(11, "{'id': '0'}") + "]}"),
        Arguments.of("unknown kind of mention", "{'content': 'x', 'allowed_mentions': {'parse': ['friends']}}"),
        Arguments.of("reference to no message", "{'content': 'x', 'message_reference': {'message_id': 'last'}}"),
        Arguments.of("component of unknown type", row("{'type': 99}")),
        Arguments.of("button without style", row("{'type': 2, 'label': 'x', 'custom_id': 'x'}")),
        Arguments.of("button of unknown style", row("{'type': 2, 'style': 9, 'label': 'x', 'custom_id': 'x'}")),
        Arguments.of("label of 81", row("{'type': 2, 'style': 1, 'custom_id': 'x', 'label': '" + text(81) + "'}")),
        Arguments.of("custom_id of 101",
            row("{'type': 2, 'style': 1, 'label': 'x', 'custom_id': '" + text(101) + "'}")),
        Arguments.of("6 buttons in a row", row(IntStream.range(0, 6)
            .mapToObj(i -> "{'type': 2, 'style': 1, 'label': 'x', 'custom_id': 'x" + i + "'}")
            .collect(Collectors.joining(",")))),
        Arguments.of("empty row", row("")),
        Arguments.of("select of 26 options", row("{'type': 3, 'custom_id': 'x', 'options': [" + IntStream.range(0, 26)
            .mapToObj(i -> "{'label': 'x', 'value': 'x" + i + "'}").collect(Collectors.joining(",")) + "]}")),
        Arguments.of("placeholder of 151", row("{'type': 3, 'custom_id': 'x', 'placeholder': '" + text(151)
            + "', 'options': [{'label': 'x', 'value': 'x'}]}")));
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of("no name", "[{'description': 'x'}]"),
        Arguments.of("name of 33", "[{'name': '" + text(33) + "', 'description': 'x'}]"),
        Arguments.of("description of 101", command("'description': '" + text(101) + "'")),
        Arguments.of("unknown context", command("'description': 'x', 'contexts': [3]")),
        Arguments.of("a context twice", command("'description': 'x', 'contexts': [0, 0]")),
        Arguments.of("unknown locale's text too long",
            command("'description': 'x', 'description_localizations': {'de': '" + text(101) + "'}")),
        Arguments.of("26 options", command("'description': 'x', 'options': [" + IntStream.range(0, 26)
            .mapToObj(i -> "{'type': 3, 'name': 'o" + i + "', 'description': 'x'}").collect(Collectors.joining(","))
            + "]")),
        Arguments.of("option without description", option("'type': 3, 'name': 'o'")),
        Arguments.of("option of unknown type", option("'type': 12, 'name': 'o', 'description': 'x'")),
        Arguments.of("26 choices", option("'type': 3, 'name': 'o', 'description': 'x', 'choices': ["
            + IntStream.range(0, 26).mapToObj(i -> "{'name': 'c" + i + "', 'value': 'c'}")
                .collect(Collectors.joining(","))
            + "]")),
        Arguments.of("choice name of 101", option("'type': 3, 'name': 'o', 'description': 'x', 'choices': [{'name': '"
            + text(101) + "', 'value': 'c'}]")),
        Arguments.of("text value for an integer's choice", option(
            "'type': 4, 'name': 'o', 'description': 'x', 'choices': [{'name': 'c', 'value': 'one'}]")),
        Arguments.of("max_length of 6,001", option("'type': 3, 'name': 'o', 'description': 'x', 'max_length': 6001")),
        Arguments.of("min_value that is text", option("'type': 4, 'name': 'o', 'description': 'x', 'min_value': 'a'")));
  }

  static Stream<Arguments> callbacks() {
    return Stream.of(
        Arguments.of("unknown type", "{'type': 99}"),
        Arguments.of("no type", "{'data': {'content': 'x'}}"),
        Arguments.of("content that is no text", "{'type': 4, 'data': {'content': ['x']}}"),
        Arguments.of("modal without title", "{'type': 9, 'data': {'custom_id': 'x', 'components': []}}"),
        Arguments.of("modal title of 46", modal("'title': '" + text(46) + "'", input(""))),
        Arguments.of("input of unknown style", modal("'title': 'x'", input(", 'style': 3"))),
        Arguments.of("input value of 4,001",
            modal("'title': 'x'", input(", 'style': 1, 'value': '" + text(4_001) + "'"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void refusesMessages(String what, String json) throws Exception {
    assertRefused("POST", stage.messagesOf("music"), json, what);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void refusesCommands(String what, String json) throws Exception {
    assertRefused("PUT", "applications/" + stage.applicationId() + "/commands", json, what);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callbacks")
  void refusesCallbacks(String what, String json) throws Exception {
    assertRefused("POST", callback(), json, what);
  }

  /** Of an interaction of its own, since one can be answered for 3 seconds only. */
  private static String callback() {
    String id = stage.discord().control().invoke("mia", "music", "/silent").sent();
    JsonNode interaction = await().until(() -> stage.bot().received("INTERACTION_CREATE").stream()
        .filter(event -> event.path("id").asText().equals(id)).findFirst(), Optional::isPresent).orElseThrow();
    return "interactions/" + id + "/" + interaction.path("token").asText() + "/callback";
  }

  private static void assertRefused(String method, String path, String json, String what) throws Exception {
    String body = json.replace('\'', '"');
    assertThat(api.requestProblems(method, "/" + path, new Body.Json(body))).as("the extract allows: %s", what)
        .isNotEmpty();
    RawClient.Answer answer = method.equals("PUT") ? client.put(path, body) : client.post(path, body);
    assertThat(answer.code()).as("%s, %s", what, answer.body()).isEqualTo("400/50035");
  }

  private static String text(int length) {
    return "x".repeat(length);
  }

  private static String times(int count, String json) {
    return IntStream.range(0, count).mapToObj(i -> json).collect(Collectors.joining(","));
  }

  private static String row(String components) {
    return "{'content': 'x', 'components': [{'type': 1, 'components': [" + components + "]}]}";
  }

  private static String command(String properties) {
    return "[{'name': 'probe', " + properties + "}]";
  }

  private static String option(String properties) {
    return command("'description': 'x', 'options': [{" + properties + "}]");
  }

  private static String modal(String title, String labels) {
    return "{'type': 9, 'data': {'custom_id': 'x', " + title + ", 'components': [" + labels + "]}}";
  }

  private static String input(String properties) {
    return "{'type': 18, 'label': 'x', 'component': {'type': 4, 'custom_id': 'x'" + properties + "}}";
  }
}
