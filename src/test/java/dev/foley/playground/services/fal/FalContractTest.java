package dev.foley.playground.services.fal;

import static dev.foley.playground.services.fal.FalFixture.INSTANT;
import static dev.foley.playground.services.fal.FalFixture.STABLE_AUDIO;
import static dev.foley.playground.services.fal.FalFixture.STABLE_AUDIO_25;
import static dev.foley.playground.services.fal.FalFixture.input;
import static dev.foley.playground.services.fal.FalFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.foley.playground.services.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks what the simulated service says against the published schemas and examples, where they are at hand. */
class FalContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SPECS = Path.of(Objects.requireNonNullElse(System.getenv("FOLEY_SHARED"), "../shared"),
      "specs", "fal");

  private final FalFixture service = new FalFixture(settings -> settings.withTimes(INSTANT));

  @BeforeAll
  static void specsAreAtHand() {
    assumeTrue(Files.isDirectory(SPECS), "skipped: no published schemas in " + SPECS);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static JsonNode example(String name) throws IOException {
    return JSON.readTree(Files.readString(SPECS.resolve("examples").resolve(name)));
  }

  /** A schema of the document, with the others that it may refer to. */
  private static Schema schema(String name) throws IOException {
    JsonNode document = new YAMLMapper().readTree(Files.readString(SPECS.resolve("fal-queue.derived.openapi.yaml")));
    JsonNode named = document.at("/components/schemas/" + name);
    assertThat(named.isObject()).as("there is " + name).isTrue();
    return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31()).getSchema(named);
  }

  private static Schema model(String model, String part) throws IOException {
    JsonNode document = JSON.readTree(Files.readString(SPECS.resolve("fal-audio-models.derived.schema.json")));
    ObjectNode schema = document.path("models").path(model).path(part).deepCopy();
    schema.set("$defs", document.path("$defs"));
    return SchemaRegistry.withDefaultDialect(Dialects.getDraft202012()).getSchema(schema);
  }

  private static void assertValid(Schema schema, HttpResponse<String> answer) {
    assertThat(schema.validate(answer.body(), InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))).as(answer.body())
        .isEmpty();
  }

  /** Every field of the example is there, with a value of the same kind. */
  private static void assertLike(JsonNode example, JsonNode ours) {
    for (Map.Entry<String, JsonNode> field : example.properties()) {
      JsonNode value = ours.path(field.getKey());
      assertThat(value.getNodeType()).as(field.getKey()).isEqualTo(field.getValue().getNodeType());
      assertLike(field.getValue(), value);
    }
    if (example.isArray()) {
      assertLike(example.path(0), ours.path(0));
    }
  }

  private void assertLikeAndValid(String example, String schema, HttpResponse<String> answer) throws IOException {
    assertValid(schema(schema), answer);
    assertLike(example(example), json(answer));
  }

  @Test
  void theWayOfAJobIsLikeTheExamples() throws IOException {
    HttpResponse<String> submitted = service.submit(STABLE_AUDIO_25, input("x"));
    assertLikeAndValid("submit.json", "QueueSubmitted", submitted);
    JsonNode job = json(submitted);
    assertLikeAndValid("status.in_queue.json", "QueueStatus", service.status(job));
    service.clock.advance(Duration.ofMillis(4));
    assertLikeAndValid("status.in_progress.json", "QueueStatus", service.status(job));
    assertLikeAndValid("cancel.202.json", "StatusOnly", service.cancel(job));
    service.clock.advance(Duration.ofSeconds(1));
    assertLikeAndValid("status.completed.json", "QueueStatus", service.status(job));
    assertLikeAndValid("cancel.400.json", "StatusOnly", service.cancel(job));
    assertValid(model(STABLE_AUDIO_25, "output"), service.result(job));
    assertLike(example("result.stable-audio-25.json"), json(service.result(job)));
    assertLikeAndValid("status.unknown.404.json", "StatusOnly",
        service.get(job.path("status_url").asText().replace(job.path("request_id").asText(), "none")));
  }

  @Test
  void resultsOfTheSynchronousHostAreLikeTheExamples() throws IOException {
    HttpResponse<String> answer = service.run(STABLE_AUDIO, input("x"));
    assertValid(model(STABLE_AUDIO, "output"), answer);
    assertLike(example("result.stable-audio.json"), json(answer));
    HttpResponse<String> effect = service.run(FalFixture.SOUND_EFFECTS, """
        {"text":"x"}""");
    assertValid(model(FalFixture.SOUND_EFFECTS, "output"), effect);
  }

  @Test
  void errorsAreLikeTheExamples() throws IOException {
    assertLikeAndValid("error.422.model.json", "ModelError", service.run(STABLE_AUDIO, """
        {"prompt":"x","steps":1}"""));
    service.fal.faults().plan(Fault.Moment.SUBMIT, new Fault.Status(422, null, Fault.ErrorShape.LEGACY), 1);
    assertLikeAndValid("error.422.string.json", "RequestError", service.run(STABLE_AUDIO, input("x")));
    service.fal.faults().plan(Fault.Moment.SUBMIT, new Fault.Status(504), 1);
    assertLikeAndValid("error.504.request.json", "RequestError", service.run(STABLE_AUDIO, input("x")));
    service.fal.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_STRING), 1);
    JsonNode failed = service.submitted("x");
    service.clock.advance(Duration.ofSeconds(1));
    assertLikeAndValid("status.completed.failed.json", "QueueStatus", service.status(failed));
    assertValid(schema("RequestError"), service.result(failed));
    assertValid(schema("RequestError"), service.result(service.submitted("still in the queue")));
  }

  @Test
  void theBalanceIsLikeTheExample() throws IOException {
    assertLikeAndValid("billing.json", "Billing",
        service.get(service.uri("/services/fal-api/v1/account/billing?expand=credits").toString()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      fal-ai/stable-audio                  | {"prompt":""}
      fal-ai/stable-audio                  | {"prompt":"x","seconds_start":0,"seconds_total":0,"steps":2,"further":1}
      fal-ai/stable-audio                  | {"prompt":"x","seconds_start":47,"seconds_total":47,"steps":1000}
      fal-ai/stable-audio                  | {"prompt":"x","seconds_start":48}
      fal-ai/stable-audio                  | {"prompt":"x","seconds_total":-1}
      fal-ai/stable-audio                  | {"prompt":"x","seconds_total":2.5}
      fal-ai/stable-audio                  | {"prompt":"x","seconds_total":2.0}
      fal-ai/stable-audio                  | {"prompt":"x","steps":true}
      fal-ai/stable-audio                  | []
      fal-ai/stable-audio                  | null
      fal-ai/stable-audio-25/text-to-audio | {"prompt":"x","seconds_total":1,"num_inference_steps":4,"guidance_scale":1,"seed":-5}
      fal-ai/stable-audio-25/text-to-audio | {"prompt":"x","seconds_total":190,"num_inference_steps":8,"guidance_scale":25.0}
      fal-ai/stable-audio-25/text-to-audio | {"prompt":"x","num_inference_steps":3}
      fal-ai/stable-audio-25/text-to-audio | {"prompt":"x","num_inference_steps":9}
      fal-ai/stable-audio-25/text-to-audio | {"prompt":"x","guidance_scale":25.1}
      fal-ai/stable-audio-25/text-to-audio | {"prompt":"x","sync_mode":"true"}
      fal-ai/stable-audio-25/text-to-audio | {"text":"x"}
      fal-ai/elevenlabs/sound-effects/v2   | {"text":"x","duration_seconds":0.5,"prompt_influence":0,"loop":false}
      fal-ai/elevenlabs/sound-effects/v2   | {"text":"x","duration_seconds":22,"prompt_influence":1,"loop":true,"output_format":"pcm_8000"}
      fal-ai/elevenlabs/sound-effects/v2   | {"text":"x","duration_seconds":0.4}
      fal-ai/elevenlabs/sound-effects/v2   | {"text":"x","prompt_influence":1.01}
      fal-ai/elevenlabs/sound-effects/v2   | {"text":"x","output_format":"mp3"}
      fal-ai/elevenlabs/sound-effects/v2   | {"text":"x","loop":null}
      fal-ai/elevenlabs/sound-effects/v2   | {"prompt":"x"}
      """)
  void aModelAcceptsWhatItsSchemaAcceptsAndNothingElse(String model, String sent) throws IOException {
    boolean valid = model(model, "input").validate(sent, InputFormat.JSON).isEmpty();
    assertThat(service.run(model, sent).statusCode()).isEqualTo(valid ? 200 : 422);
  }
}
