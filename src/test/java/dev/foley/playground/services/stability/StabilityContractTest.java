package dev.foley.playground.services.stability;

import static dev.foley.playground.services.stability.StabilityFixture.LONG;
import static dev.foley.playground.services.stability.StabilityFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.foley.playground.services.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks what the simulated service says against the description and the examples, where they are at hand. */
class StabilityContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SPECS = Path.of(Objects.requireNonNullElse(System.getenv("FOLEY_SHARED"), "../shared"),
      "specs", "stability");
  private static final Map<String, String> SHORT = Map.of("prompt", "warm piano", "duration", "2");
  private static final String SYNCHRONOUS = "/paths/~1v2beta~1audio~1stable-audio-2~1text-to-audio/post";
  private static final String ASYNCHRONOUS = "/paths/~1v2beta~1audio~1stable-audio~1text-to-audio/post";
  private static final String RESULT = "/paths/~1v2beta~1audio~1results~1{id}/get";

  private final StabilityFixture stability = new StabilityFixture();

  @BeforeAll
  static void specsAreAtHand() {
    assumeTrue(Files.isDirectory(SPECS), "skipped: no description in " + SPECS);
  }

  @AfterEach
  void stop() {
    stability.close();
  }

  private static JsonNode document() throws IOException {
    return new YAMLMapper().readTree(Files.readString(SPECS.resolve("stability-audio.derived.openapi.yaml")));
  }

  /** The part of the document at that place, with what it refers to in it. */
  private static JsonNode part(String pointer) throws IOException {
    JsonNode document = document();
    JsonNode part = resolved(document, document.at(pointer));
    assertThat(part.isObject()).as(pointer).isTrue();
    return part;
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    if (node.has("$ref")) {
      return resolved(document, document.at(node.path("$ref").asText().substring(1)));
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(field -> copy.set(field.getKey(), resolved(document, field.getValue())));
      return copy;
    }
    if (node.isArray()) {
      var copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(resolved(document, element)));
      return copy;
    }
    return node;
  }

  private static Schema schema(JsonNode part) {
    return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30()).getSchema(part);
  }

  private static Schema answer(String operation, int status, String contentType) throws IOException {
    JsonNode schema = part(operation).path("responses").path(String.valueOf(status)).path("content").path(contentType)
        .path("schema");
    assertThat(schema.isObject()).as(operation + " " + status + " " + contentType).isTrue();
    return schema(schema);
  }

  private static void assertValid(Schema schema, HttpResponse<String> answer) {
    assertThat(schema.validate(answer.body(), InputFormat.JSON)).as(answer.body()).isEmpty();
  }

  private static void assertShapeOfExample(String example, HttpResponse<String> answer) throws IOException {
    JsonNode theirs = JSON.readTree(Files.readString(SPECS.resolve("examples").resolve(example)));
    JsonNode ours = json(answer);
    assertThat(ours.properties()).extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(theirs.properties().stream().map(Map.Entry::getKey).toList());
    theirs.properties().forEach(field -> {
      JsonNode our = ours.path(field.getKey());
      assertThat(our.getNodeType()).as(field.getKey()).isEqualTo(field.getValue().getNodeType());
      if (our.isArray()) {
        assertThat(our).isNotEmpty().allMatch(JsonNode::isTextual);
      }
    });
  }

  @ParameterizedTest
  @CsvSource({"mp3,audio/mpeg", "wav,audio/wav"})
  void audioAsJsonIsValid(String format, String type) throws IOException {
    Map<String, String> fields = new HashMap<>(SHORT);
    fields.put("output_format", format);
    HttpResponse<String> answer = stability.generateJson(fields);
    String contentType = answer.headers().firstValue("content-type").orElse("");
    assertThat(contentType).isEqualTo("application/json; type=" + type);
    assertValid(answer(SYNCHRONOUS, 200, contentType), answer);
    assertShapeOfExample("audio.json", answer);
  }

  @Test
  void anAcceptedGenerationIsValid() throws IOException {
    HttpResponse<String> accepted = stability.send(stability.asynchronous(SHORT));
    assertValid(answer(ASYNCHRONOUS, 202, "application/json"), accepted);
    assertShapeOfExample("accepted.202.json", accepted);
  }

  @Test
  void aGenerationIsValidInEachStatus() throws IOException {
    stability.close();
    try (StabilityFixture timed = new StabilityFixture(settings -> settings)) {
      String id = timed.submitted(SHORT);
      HttpResponse<String> pending = timed.send(timed.result(id));
      assertValid(answer(RESULT, 202, "application/json"), pending);
      assertShapeOfExample("result.in-progress.202.json", pending);
      timed.clock.advance(LONG);
      HttpResponse<String> done = timed.send(timed.result(id).header("Accept", "application/json"));
      assertValid(answer(RESULT, 200, "application/json; type=audio/mpeg"), done);
      timed.clock.advance(LONG.multipliedBy(10_000));
      HttpResponse<String> gone = timed.send(timed.result(id));
      assertValid(answer(RESULT, 404, "application/json"), gone);
      assertShapeOfExample("error.404.json", gone);
    }
  }

  @Test
  void theBalanceIsValidAndSoIsItsError() throws IOException {
    String balance = "/paths/~1v1~1user~1balance/get";
    HttpResponse<String> answer = stability.send(stability.authorized("/v1/user/balance"));
    assertValid(answer(balance, 200, "application/json"), answer);
    assertShapeOfExample("balance.json", answer);
    HttpResponse<String> refused = stability.send(stability.request("/services/stability/v1/user/balance"));
    assertValid(answer(balance, 401, "application/json"), refused);
    assertShapeOfExample("error.v1.401.json", refused);
  }

  @ParameterizedTest
  @CsvSource({"400,error.400.json", "402,error.402.json", "403,error.403.json", "413,error.413.json",
      "422,error.422.invalid_language.json", "429,error.429.json", "500,error.500.json"})
  void errorsAreValidAndHaveTheShapeOfTheExamples(int code, String example) throws IOException {
    stability.service.faults().plan(Fault.Moment.SUBMIT, new Fault.Status(code), 1);
    HttpResponse<String> answer = stability.send(stability.synchronous(SHORT));
    assertValid(answer(SYNCHRONOUS, code, "application/json"), answer);
    assertShapeOfExample(example, answer);
    assertThat(json(answer).path("name")).isEqualTo(
        JSON.readTree(Files.readString(SPECS.resolve("examples").resolve(example))).path("name"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {}
      {"prompt":"x","duration":"1"}
      {"prompt":"","duration":"1"}
      {"duration":"1"}
      {"prompt":"x","duration":"0.9"}
      {"prompt":"x","duration":"191"}
      {"prompt":"x","duration":"381"}
      {"prompt":"x","duration":"1","seed":"0"}
      {"prompt":"x","duration":"1","seed":"4294967294"}
      {"prompt":"x","duration":"1","seed":"4294967295"}
      {"prompt":"x","duration":"1","seed":"0.5"}
      {"prompt":"x","duration":"1","seed":"any"}
      {"prompt":"x","duration":"1","cfg_scale":"0.9"}
      {"prompt":"x","duration":"1","cfg_scale":"25"}
      {"prompt":"x","duration":"1","cfg_scale":"25.1"}
      {"prompt":"x","duration":"1","output_format":"wav"}
      {"prompt":"x","duration":"1","output_format":"flac"}
      {"prompt":"x","duration":"1","model":"stable-audio-2.5"}
      {"prompt":"x","duration":"1","model":"stable-audio-3"}
      {"prompt":"x","duration":"1","model":"stable-audio-9"}
      {"prompt":"x","duration":"1","strength":"0.5"}
      """)
  void bothPathsAcceptWhatTheirSchemasAcceptAndNothingElse(String sent) throws IOException {
    Map<String, String> fields = new HashMap<>();
    JSON.readTree(sent).properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    assertThat(stability.generate(fields).statusCode()).isEqualTo(valid(SYNCHRONOUS, fields) ? 200 : 400);
    assertThat(stability.send(stability.asynchronous(fields)).statusCode())
        .isEqualTo(valid(ASYNCHRONOUS, fields) ? 202 : 400);
  }

  /** A form has text alone: it is judged as the object that it stands for. */
  private static boolean valid(String operation, Map<String, String> fields) throws IOException {
    JsonNode schema = part(operation).path("requestBody").path("content").path("multipart/form-data").path("schema");
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach((name, value) -> {
      boolean isText = schema.at("/properties/" + name + "/type").asText("string").equals("string");
      boolean isNumber = value.matches("-?[0-9]+([.][0-9]+)?");
      if (isText || !isNumber) {
        object.put(name, value);
      } else {
        object.put(name, new BigDecimal(value));
      }
    });
    return schema(schema).validate(object.toString(), InputFormat.JSON).isEmpty();
  }
}
