package dev.foley.provider.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SharedSpecs;
import dev.foley.provider.SubmitOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service's own words, recorded, and its own description of what it takes. */
class AimlApiExamplesTest {
  private static final ProviderJobId JOB = new ProviderJobId("a");

  private Path specs;
  private AimlApiFixture service;

  @BeforeEach
  void start() throws IOException {
    specs = SharedSpecs.directory("aimlapi");
    service = new AimlApiFixture();
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  /** Every file is looked at, so that a new one does not go unnoticed. */
  @Test
  void everyRecordedAnswerIsUnderstood() throws Exception {
    try (Stream<Path> examples = Files.list(specs.resolve("examples"))) {
      List<Path> files = examples.sorted().toList();
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        understands(file.getFileName().toString(), Files.readString(file));
      }
    }
  }

  private void understands(String name, String body) throws Exception {
    JsonNode json = new ObjectMapper().readTree(body);
    if (name.startsWith("submit.")) {
      service.answer(200, body);
      String id = json.path("id").asText(json.path("generation_id").asText());
      assertThat(service.provider().submit(AimlApiFixture.submission(AimlApiFixture.request("x", Map.of())))).as(name)
          .isInstanceOfSatisfying(SubmitOutcome.Accepted.class, accepted -> {
            assertThat(accepted.jobId()).isEqualTo(new ProviderJobId(id));
            assertThat(accepted.cost().isPresent()).isEqualTo(json.has("meta"));
          });
    } else if (name.startsWith("poll.completed.")) {
      service.answer(200, body);
      assertThat(service.provider().poll(JOB, "x")).as(name).isInstanceOfSatisfying(PollOutcome.Finished.class,
          finished -> assertThat(finished.result()).hasToString(json.path("audio_file").path("url").asText()));
    } else if (name.startsWith("poll.queued.")) {
      service.answer(200, body);
      assertThat(service.provider().poll(JOB, "x")).as(name).isEqualTo(new PollOutcome.Running(Progress.QUEUED));
    } else if (name.equals("error.legacy.429.json")) {
      service.answer(429, body);
      assertThat(catchThrowableOfType(ProviderException.class, () -> service.provider().poll(JOB, "x")).kind())
          .isEqualTo(Kind.THROTTLED);
    } else if (name.equals("error.problem.401.json")) {
      service.answer(401, body);
      assertThat(service.provider().submit(AimlApiFixture.submission(AimlApiFixture.request("x", Map.of()))))
          .isEqualTo(new SubmitOutcome.Refused(FailureReason.KEY_REJECTED, "HTTP 401: UnauthorizedException: <text>"));
    } else {
      assertThat(name).as("an example that this test does not know").startsWith("billing.");
    }
  }

  @Test
  void everythingThatTheCatalogueAllowsIsWhatTheServiceTakes() throws Exception {
    Schema schema = requestSchema();
    for (Map<Parameter, ParameterValue> parameters : List.<Map<Parameter, ParameterValue>>of(
        Map.of(),
        Map.of(Parameter.SECONDS, ParameterValue.of(1), Parameter.STEPS, ParameterValue.of(2), Parameter.START,
            ParameterValue.of(1)),
        Map.of(Parameter.SECONDS, ParameterValue.of(47), Parameter.STEPS, ParameterValue.of(1_000), Parameter.START,
            ParameterValue.of(47)))) {
      var request = AimlApiFixture.request("\u0000\u202E\uD800 @everyone `x`", parameters);
      assertThat(AimlApiFixture.STABLE_AUDIO.check(request)).isEmpty();
      service.answer(200, "{\"id\":\"a\"}");

      service.provider().submit(AimlApiFixture.submission(request));

      assertThat(schema.validate(service.nextBody(), InputFormat.JSON)).isEmpty();
    }
    assertThat(schema.validate("{\"model\":\"stable-audio\",\"prompt\":\"x\",\"steps\":0}", InputFormat.JSON))
        .as("the schema does refuse").isNotEmpty();
  }

  private Schema requestSchema() throws IOException {
    JsonNode openApi = new ObjectMapper().readTree(specs.resolve("stable-audio.openapi.json").toFile());
    JsonNode schema = openApi.at("/paths/~1v2~1generate~1audio/post/requestBody/content/application~1json/schema");
    return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30()).getSchema(schema.toString(), InputFormat.JSON);
  }
}
