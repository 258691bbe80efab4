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

  @Test
  void aFinishedJobHasTheFieldsOfThePublishedExample() throws IOException {
    String id = service.submitted("x");
    service.clock.advance(LONG);
    JsonNode ours = AimlApiFixture.json(service.poll(id)).path("audio_file");
    spec("examples/poll.completed.stable-audio.json").path("audio_file").properties().forEach(field -> {
      assertThat(ours.path(field.getKey()).getNodeType()).as(field.getKey()).isEqualTo(field.getValue().getNodeType());
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
    assertValid(models, service.get("/services/aimlapi/v1/models?id=none"));
  }
}
