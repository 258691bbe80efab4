package dev.foley.provider.fal;

import static dev.foley.provider.fal.FalFixture.JOB;
import static dev.foley.provider.fal.FalFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Balance;
import dev.foley.provider.CancelOutcome;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderException;
import dev.foley.provider.SharedSpecs;
import dev.foley.provider.SoundKind;
import dev.foley.provider.SubmitOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service's own words, recorded, and its own description of what it takes. */
class FalExamplesTest {
  private static final String COMPLETED = "{\"status\":\"COMPLETED\"}";

  private Path specs;
  private FalFixture service;

  @BeforeEach
  void start() throws IOException {
    specs = SharedSpecs.directory("fal");
    service = new FalFixture();
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
    FalProvider provider = service.provider(false);
    switch (name) {
      case "submit.json" -> {
        service.answer(200, body);
        assertThat(provider.submit(submission())).isEqualTo(new SubmitOutcome.Accepted(JOB, Optional.empty()));
      }
      case "status.in_queue.json" ->
        assertThat(poll(202, body)).isEqualTo(new PollOutcome.Running(Progress.queuedAt(3)));
      case "status.in_progress.json" ->
        assertThat(poll(202, body)).isEqualTo(new PollOutcome.Running(Progress.GENERATING));
      case "status.completed.json" -> {
        service.answer(200, body);
        assertThat(poll(200, example("result.stable-audio.json"))).isInstanceOf(PollOutcome.Finished.class);
      }
      case "status.completed.failed.json" -> {
        service.answer(200, body);
        assertThat(poll(504, example("error.504.request.json"))).isEqualTo(
            new PollOutcome.Refused(FailureReason.GENERATION_FAILED, "HTTP 504: request_timeout: <text>"));
      }
      case "status.unknown.404.json" -> {
        assertThat(failure(404, body)).isEqualTo(ProviderException.Kind.INVALID_RESPONSE);
        service.answer(404, body);
        assertThat(provider.cancel(JOB)).isEqualTo(CancelOutcome.UNKNOWN_JOB);
      }
      case "result.stable-audio.json" -> assertThat(result(200, body)).isEqualTo(new PollOutcome.Finished(
          URI.create("https://v3.fal.media/files/b/0a88448e/example_tmp.wav"), Optional.empty()));
      case "result.stable-audio-25.json" -> assertThat(result(200, body)).isEqualTo(
          new PollOutcome.Finished(URI.create("https://v3.fal.media/files/panda/example.wav"), Optional.empty()));
      case "error.422.model.json" -> assertThat(result(422, body)).isEqualTo(
          new PollOutcome.Refused(FailureReason.JOB_REFUSED, "HTTP 422: greater_than_equal: <text>"));
      case "error.422.string.json" -> assertThat(result(422, body))
          .isEqualTo(new PollOutcome.Refused(FailureReason.JOB_REFUSED, "HTTP 422: <text>"));
      case "error.504.request.json" -> {
        service.answer(504, body);
        assertThat(service.provider(true).submit(submission())).isEqualTo(new SubmitOutcome.Refused(
            FailureReason.SERVICE_UNAVAILABLE, "HTTP 504: request_timeout: <text>"));
      }
      case "cancel.202.json" -> {
        service.answer(202, body);
        assertThat(provider.cancel(JOB)).isEqualTo(CancelOutcome.REQUESTED);
      }
      case "cancel.400.json" -> {
        service.answer(400, body);
        assertThat(provider.cancel(JOB)).isEqualTo(CancelOutcome.TOO_LATE);
      }
      case "billing.json" -> {
        service.answer(200, body);
        assertThat(provider.balance())
            .contains(new Balance(new BigDecimal("24.5"), CostUnit.USD, Optional.empty()));
      }
      default -> assertThat(name).as("an example that this test does not know").startsWith("webhook.");
    }
  }

  private String example(String name) throws IOException {
    return Files.readString(specs.resolve("examples").resolve(name));
  }

  private PollOutcome poll(int status, String body) throws ProviderException {
    service.answer(status, body);
    return service.provider(false).poll(JOB, "x");
  }

  private PollOutcome result(int status, String body) throws ProviderException {
    service.answer(200, COMPLETED);
    return poll(status, body);
  }

  private ProviderException.Kind failure(int status, String body) {
    try {
      throw new AssertionError(poll(status, body).toString());
    } catch (ProviderException e) {
      return e.kind();
    }
  }

  @Test
  void everythingThatTheCatalogueAllowsIsWhatTheServiceTakes() throws Exception {
    for (AudioModel model : service.provider(false).models()) {
      Schema schema = inputSchema(model.id().value());
      for (Map<Parameter, ParameterValue> parameters : edges(model)) {
        AudioRequest request = new AudioRequest(model.id(), SoundKind.SOUND, "\u0000\u202E\uD800 @everyone `x`",
            parameters);
        assertThat(model.check(request)).isEmpty();
        for (boolean synchronous : new boolean[]{false, true}) {
          service.answer(200, "{\"request_id\":\"a\",\"audio\":{\"url\":\"https://v3.fal.media/a.wav\"}}");

          service.provider(synchronous).submit(submission(request));

          RecordedRequest sent = service.server.takeRequest();
          assertThat(schema.validate(FalFixture.body(sent), InputFormat.JSON)).as(FalFixture.body(sent)).isEmpty();
          assertKnown(schema(model.id().value()).path("properties"), FalFixture.body(sent));
          assertThat(sent.getTarget()).endsWith("/" + model.id().value());
          assertHeadersAreValid(sent);
        }
      }
      assertThat(schema.validate("{}", InputFormat.JSON)).as("the schema does refuse").isNotEmpty();
    }
  }

  /** The schemas do not forbid fields that they do not name. */
  private static void assertKnown(JsonNode properties, String body) throws IOException {
    new ObjectMapper().readTree(body).fieldNames()
        .forEachRemaining(field -> assertThat(properties.has(field)).as(field).isTrue());
  }

  private void assertHeadersAreValid(RecordedRequest sent) throws IOException {
    JsonNode parameters = new YAMLMapper().readTree(specs.resolve("fal-queue.derived.openapi.yaml").toFile())
        .at("/paths/~1{owner}~1{alias}~1{subpath}/post/parameters");
    for (String header : sent.getHeaders().names()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("x-")) {
        List<JsonNode> known = new ArrayList<>();
        parameters.forEach(parameter -> {
          if (parameter.path("name").asText().equalsIgnoreCase(header)) {
            known.add(parameter.path("schema"));
          }
        });
        assertThat(known).as(header).hasSize(1);
        Schema schema = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31()).getSchema(known.getFirst());
        assertThat(schema.validate(String.valueOf(sent.getHeaders().get(header)), InputFormat.JSON)).as(header)
            .isEmpty();
      }
    }
  }

  /** Nothing set, everything at its least, everything at its most, every choice. */
  private static List<Map<Parameter, ParameterValue>> edges(AudioModel model) {
    Map<Parameter, ParameterValue> least = new EnumMap<>(Parameter.class);
    Map<Parameter, ParameterValue> most = new EnumMap<>(Parameter.class);
    List<Map<Parameter, ParameterValue>> all = new ArrayList<>(List.of(Map.of(), least, most));
    for (Parameter parameter : Parameter.values()) {
      switch (model.range(parameter).orElse(null)) {
        case ParameterRange.Numbers numbers -> {
          least.put(parameter, new ParameterValue.Quantity(numbers.min()));
          most.put(parameter, new ParameterValue.Quantity(numbers.max()));
        }
        case ParameterRange.YesOrNo _ -> {
          least.put(parameter, ParameterValue.of(false));
          most.put(parameter, ParameterValue.of(true));
        }
        case ParameterRange.Choice choice ->
          choice.values().forEach(value -> all.add(Map.of(parameter, ParameterValue.of(value))));
        case ParameterRange.Words _, ParameterRange.AnyVoice _ ->
          throw new AssertionError("no model of this service has " + parameter);
        case null -> {
          // not an option of this model
        }
      }
    }
    return all;
  }

  private Schema inputSchema(String model) throws IOException {
    return SchemaRegistry.withDefaultDialect(Dialects.getDraft202012()).getSchema(schema(model));
  }

  private ObjectNode schema(String model) throws IOException {
    JsonNode document = new ObjectMapper().readTree(specs.resolve("fal-audio-models.derived.schema.json").toFile());
    JsonNode input = document.path("models").path(model).path("input");
    assertThat(input.isObject()).as("a schema of " + model).isTrue();
    return input.deepCopy();
  }
}
