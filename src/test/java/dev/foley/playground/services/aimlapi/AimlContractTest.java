package dev.foley.playground.services.aimlapi;

import static dev.foley.playground.services.aimlapi.AimlApiFixture.LONG;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.foley.playground.services.Fault;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what the simulated service says against the published schemas and examples, where they are at hand. */
class AimlContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SPECS = Path.of(Objects.requireNonNullElse(System.getenv("FOLEY_SHARED"), "../shared"),
      "specs", "aimlapi");
  private static final String GENERATION = "/paths/~1v2~1generate~1audio/";
  private static final String OK_SCHEMA = "/responses/200/content/application~1json/schema";

  private final AimlApiFixture service = new AimlApiFixture();

  @BeforeAll
  static void specsAreAtHand() {
    assumeTrue(Files.isDirectory(SPECS), "skipped: no published schemas in " + SPECS);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static JsonNode spec(String file) throws IOException {
    return JSON.readTree(Files.readString(SPECS.resolve(file)));
  }

  private static Schema schema(String file, String pointer) throws IOException {
    JsonNode schema = spec(file).at(pointer);
    assertThat(schema.isObject()).as(file + " has " + pointer).isTrue();
    return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30()).getSchema(schema);
  }

  private static void assertValid(Schema schema, HttpResponse<String> answer) {
    assertThat(schema.validate(answer.body(), InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))).as(answer.body())
        .isEmpty();
  }

  @Test
  void submitsAndPollsInEachStatusAreValid() throws IOException {
    Schema submit = schema("stable-audio.openapi.json", GENERATION + "post" + OK_SCHEMA);
    Schema poll = schema("stable-audio.openapi.json", GENERATION + "get" + OK_SCHEMA);
    service.api.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_OBJECT), 1, "bad");
    HttpResponse<String> good = service.submit(body("good"));
    assertValid(submit, good);
    String id = AimlApiFixture.json(good).path("id").asText();
    String bad = service.submitted("bad");
    assertValid(poll, service.poll(id));
    service.clock.advance(Duration.ofSeconds(20));
    assertValid(poll, service.poll(id));
    service.clock.advance(LONG);
    assertValid(poll, service.poll(id));
    assertValid(poll, service.poll(bad));
    service.api.faults().plan(Fault.Moment.POLL, new Fault.Fields(Fault.Fields.Added.NULLS), 1);
    assertValid(poll, service.poll(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      """
          {"model":"stable-audio","prompt":"x"}""",
      """
          {"model":"stable-audio","prompt":"","seconds_start":1,"seconds_total":47,"steps":1000,"seed":1}""",
      """
          {"model":"stable-audio"}""",
      """
          {"prompt":"x"}""",
      """
          {"model":"stable-audio","prompt":5}""",
      """
          {"model":"lyria","prompt":"x"}""",
      """
          {"model":"stable-audio","prompt":"x","seconds_start":0}""",
      """
          {"model":"stable-audio","prompt":"x","seconds_start":48}""",
      """
          {"model":"stable-audio","prompt":"x","seconds_total":0}""",
      """
          {"model":"stable-audio","prompt":"x","seconds_total":48}""",
      """
          {"model":"stable-audio","prompt":"x","seconds_total":"5"}""",
      """
          {"model":"stable-audio","prompt":"x","seconds_total":null}""",
      """
          {"model":"stable-audio","prompt":"x","steps":0}""",
      """
          {"model":"stable-audio","prompt":"x","steps":1001}""",
      """
          {"model":"stable-audio","prompt":"x","steps":2.5}""",
      """
          {"model":"stable-audio","prompt":"x","steps":true}""",
      "[]", "null", "5",
  })
  void theServiceAcceptsWhatTheSchemaAcceptsAndNothingElse(String sent) throws IOException {
    Schema request = schema("stable-audio.openapi.json",
        GENERATION + "post/requestBody/content/application~1json/schema");
    boolean valid = request.validate(sent, InputFormat.JSON).isEmpty();
    assertThat(service.submit(sent).statusCode()).isEqualTo(valid ? 200 : 400);
  }

  /** Each body with the schema of its model; whether it is valid, the schema says. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      ElevenMusic    | {"model":"elevenlabs/eleven_music","prompt":"x"}
      ElevenMusic    | {"model":"elevenlabs/eleven_music","prompt":"x","music_length_ms":300000,"seconds_total":5}
      ElevenMusic    | {"model":"elevenlabs/eleven_music"}
      ElevenMusic    | {"model":"elevenlabs/eleven_music","prompt":"x","music_length_ms":9999}
      ElevenMusic    | {"model":"elevenlabs/eleven_music","prompt":"x","music_length_ms":300001}
      ElevenMusic    | {"model":"elevenlabs/eleven_music","prompt":"x","music_length_ms":10000.5}
      Lyria2         | {"model":"google/lyria2","prompt":"x","negative_prompt":"drums","seed":0}
      Lyria2         | {"model":"google/lyria2","prompt":"","seed":99999999999999999999}
      Lyria2         | {"model":"google/lyria2","negative_prompt":"drums"}
      Lyria2         | {"model":"google/lyria2","prompt":"x","seed":-1}
      Lyria2         | {"model":"google/lyria2","prompt":"x","seed":1.5}
      Lyria2         | {"model":"google/lyria2","prompt":"x","negative_prompt":null}
      MinimaxMusic15 | {"model":"minimax/music-1.5","prompt":"ten letters","lyrics":"ten letters"}
      MinimaxMusic15 | {"model":"minimax/music-1.5","prompt":"ten letters"}
      MinimaxMusic15 | {"model":"minimax/music-1.5","prompt":"too short","lyrics":"ten letters"}
      MinimaxMusic15 | {"model":"minimax/music-1.5","prompt":"ten letters","lyrics":"too short"}
      MinimaxMusic15 | {"model":"minimax/music-1.5","prompt":"\ud83c\udfb5\ud83c\udfb5\ud83c\udfb5\ud83c\udfb5\ud83c\udfb5","lyrics":"ten letters"}
      MinimaxMusic20 | {"model":"minimax/music-2.0","prompt":"ten letters","lyrics":"ten letters","audio_setting":{}}
      MinimaxMusic20 | {"model":"minimax/music-2.0","prompt":"ten letters","lyrics":"ten letters","audio_setting":{"audio_sample_rate":16000,"bitrate":32000,"format":"pcm"}}
      MinimaxMusic20 | {"model":"minimax/music-2.0","prompt":"ten letters","lyrics":"ten letters","audio_setting":{"audio_sample_rate":48000}}
      MinimaxMusic20 | {"model":"minimax/music-2.0","prompt":"ten letters","lyrics":"ten letters","audio_setting":{"bitrate":"128000"}}
      MinimaxMusic20 | {"model":"minimax/music-2.0","prompt":"ten letters","lyrics":"ten letters","audio_setting":{"format":"flac"}}
      MinimaxMusic20 | {"model":"minimax/music-2.0","prompt":"ten letters","lyrics":"ten letters","audio_setting":[]}
      MinimaxMusic20 | {"model":"minimax/music-2.0","prompt":"ten letters","lyrics":"ten letters","audio_setting":null}
      MinimaxMusic20 | {"model":"minimax/music-2.0","prompt":"ten letters","lyrics":"ten letters","audio_setting":{"sample_rate":1}}
      MinimaxMusic26 | {"model":"minimax/music-2.6"}
      MinimaxMusic26 | {"model":"minimax/music-2.6","prompt":"","lyrics":"","lyrics_optimizer":true,"is_instrumental":true}
      MinimaxMusic26 | {"model":"minimax/music-2.6","is_instrumental":"yes"}
      MinimaxMusic26 | {"model":"minimax/music-2.6","lyrics_optimizer":1}
      """)
  void everyModelAcceptsWhatItsSchemaAcceptsAndNothingElse(String schema, String sent) throws IOException {
    boolean valid = schema("music-models.derived.openapi.json", "/components/schemas/" + schema)
        .validate(sent, InputFormat.JSON).isEmpty();
    assertThat(service.submit(sent).statusCode()).isEqualTo(valid ? 200 : 400);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      stable-audio  | {"model":"stable-audio","prompt":"x"}
      eleven_music  | {"model":"elevenlabs/eleven_music","prompt":"x"}
      lyria2        | {"model":"google/lyria2","prompt":"x"}
      minimax-1.5   | {"model":"minimax/music-1.5","prompt":"ten letters","lyrics":"ten letters"}
      """)
  void aFinishedJobIsValidAndHasTheFieldsOfThePublishedExample(String example, String sent) throws IOException {
    Schema generation = schema("music-models.derived.openapi.json", "/components/schemas/Generation");
    HttpResponse<String> submitted = service.submit(sent);
    assertValid(generation, submitted);
    String id = AimlApiFixture.json(submitted).path("id").asText();
    service.clock.advance(LONG);
    HttpResponse<String> finished = service.poll(id);
    assertValid(generation, finished);
    JsonNode theirs = spec("examples/poll.completed." + example + ".json");
    assertSameShape(theirs, AimlApiFixture.json(finished));
    String theirId = theirs.path("id").asText();
    assertThat(id).endsWith(theirId.substring(theirId.indexOf(':')));
  }

  private static void assertSameShape(JsonNode theirs, JsonNode ours) {
    theirs.properties().forEach(field -> {
      JsonNode our = ours.path(field.getKey());
      assertThat(our.getNodeType()).as(field.getKey()).isEqualTo(field.getValue().getNodeType());
      assertSameShape(field.getValue(), our);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROBLEM", "LEGACY"})
  void errorsAreValidAndHaveTheFieldsOfTheExamples(Fault.ErrorShape shape) throws IOException {
    boolean problem = shape == Fault.ErrorShape.PROBLEM;
    service.api.faults().plan(Fault.Moment.SUBMIT, new Fault.Status(401, null, shape), 1);
    HttpResponse<String> answer = service.submit(body("x"));
    assertValid(schema("account.derived.openapi.json",
        "/components/schemas/" + (problem ? "ProblemError" : "LegacyError")), answer);
    JsonNode ours = AimlApiFixture.json(answer);
    spec(problem ? "examples/error.problem.401.json" : "examples/error.legacy.429.json").properties()
        .forEach(field -> assertThat(ours.path(field.getKey()).getNodeType()).as(field.getKey())
            .isEqualTo(field.getValue().getNodeType()));
  }

  @Test
  void balanceAndCatalogueAreValid() throws IOException {
    assertValid(schema("account.derived.openapi.json", "/paths/~1v2~1billing/get" + OK_SCHEMA),
        service.send(HttpRequest.newBuilder(service.uri("/services/aimlapi/v2/billing"))
            .header("Authorization", "Bearer playground")));
    Schema models = schema("account.derived.openapi.json", "/paths/~1v1~1models/get" + OK_SCHEMA);
    assertValid(models, service.get("/services/aimlapi/v1/models?id=stable-audio&include=pricing"));
    assertValid(models, service.get("/services/aimlapi/v1/models?include=pricing"));
    assertValid(models, service.get("/services/aimlapi/v1/models?id=none"));
  }
}
