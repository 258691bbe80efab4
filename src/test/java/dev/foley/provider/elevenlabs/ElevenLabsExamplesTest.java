package dev.foley.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.SharedSpecs;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Dictionary;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Formats;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Speech;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service's own words, as documented, and its own description of what it takes. */
class ElevenLabsExamplesTest {
  private static final Speech EVERYTHING = new Speech("voice-1", Optional.of("off"), Optional.of(true),
      Optional.of(false),
      Optional.of(false), OptionalInt.of(4),
      List.of(Dictionary.parse("a"), Dictionary.parse("b:1"), Dictionary.parse("c:2")));

  @TempDir
  private Path directory;
  private Path specs;
  private ElevenLabsFixture service;

  @BeforeEach
  void start() throws IOException {
    specs = SharedSpecs.directory("elevenlabs");
    service = new ElevenLabsFixture(directory);
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  /** Every file is looked at, so that a new one does not go unnoticed. */
  @Test
  void everyDocumentedAnswerIsUnderstood() throws Exception {
    try (Stream<Path> examples = Files.list(specs.resolve("examples"))) {
      List<Path> files = examples.sorted().toList();
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        understands(file.getFileName().toString(), Files.readString(file));
      }
    }
  }

  private void understands(String name, String body) throws Exception {
    switch (name) {
      case "error.400.invalid_parameters.newer.json", "error.400.max_character_limit_exceeded.older.json",
          "error.422.fastapi.json" ->
        refuses(name, body, FailureReason.REQUEST_REFUSED);
      case "error.401.invalid_api_key.older.json" -> refuses(name, body, FailureReason.KEY_REJECTED);
      case "error.402.insufficient_credits.newer.json" -> refuses(name, body, FailureReason.OUT_OF_CREDITS);
      case "error.422.bad_prompt.third-party.json" -> refuses(name, body, FailureReason.CONTENT_REFUSED);
      case "error.429.concurrent_limit_exceeded.newer.json", "error.429.too_many_concurrent_requests.older.json" -> {
        service.answer(ElevenLabsFixture.json(429, body));
        ProviderException failure = catchThrowableOfType(ProviderException.class,
            () -> service.submit(ElevenLabsFixture.SOUND));
        assertThat(failure.kind()).as(name).isEqualTo(Kind.THROTTLED);
        assertThat(failure.retryAfter()).as(name).isPresent();
      }
      case "subscription.json" -> {
        service.answer(ElevenLabsFixture.json(200, body));
        assertThat(service.provider().balance().orElseThrow().amount()).isEqualTo(new BigDecimal("82769"));
      }
      default -> assertThat(name).as("an example that this test does not know").isEmpty();
    }
  }

  private void refuses(String name, String body, FailureReason reason) throws Exception {
    service.answer(ElevenLabsFixture.json(Integer.parseInt(name.split("\\.", -1)[1]), body));
    assertThat(service.submit(ElevenLabsFixture.MUSIC)).as(name).isInstanceOfSatisfying(SubmitOutcome.Refused.class,
        refused -> {
          assertThat(refused.reason()).isEqualTo(reason);
          assertThat(refused.detail()).contains("<text>");
        });
  }

  @Test
  void everythingThatTheCatalogueAllowsIsWhatTheServiceTakes() throws Exception {
    for (Speech speech : List.of(Speech.DEFAULT, EVERYTHING)) {
      ElevenLabsProvider provider = service.provider(Formats.DEFAULT, speech);
      for (AudioModel model : provider.models()) {
        for (boolean largest : new boolean[]{true, false}) {
          takes(provider, request(model, edges(model, largest)));
        }
        takes(provider, request(model, Map.of()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"eleven_multilingual_v2", "eleven_v3", "eleven_flash_v2_5"})
  void partsOfALongTextAreWhatTheServiceTakes(String model) throws Exception {
    ElevenLabsProvider provider = service.provider();
    service.answer(ElevenLabsFixture.json(500, ""));
    String text = "A sentence, with a clause. ".repeat(2_000);
    int parts = TextParts.of(text, Map.of("eleven_v3", 3_000, "eleven_flash_v2_5", 40_000).getOrDefault(model, 10_000))
        .size();
    for (int i = 0; i < parts; i++) {
      service.answer(ElevenLabsFixture.samples(10, "r" + i));
    }
    assertThat(provider.submit(ElevenLabsFixture.submission(ElevenLabsFixture.request(model, text, Map.of()))))
        .isInstanceOf(SubmitOutcome.Answered.class);
    service.next(); // the question for limits
    for (int i = 0; i < parts; i++) {
      assertValid(service.next());
    }
  }

  private static AudioRequest request(AudioModel model, Map<Parameter, ParameterValue> parameters) {
    AudioRequest request = new AudioRequest(model.id(), model.kinds().iterator().next(),
        "\u0000\u202E\uD800 @everyone `x`", parameters);
    assertThat(model.check(request)).isEmpty();
    return request;
  }

  /** Each parameter at the end of its range. */
  private static Map<Parameter, ParameterValue> edges(AudioModel model, boolean largest) {
    Map<Parameter, ParameterValue> values = new EnumMap<>(Parameter.class);
    model.parameters().forEach((parameter, range) -> values.put(parameter, switch (range) {
      case ParameterRange.Numbers numbers -> new ParameterValue.Quantity(largest ? numbers.max() : numbers.min());
      case ParameterRange.Words words -> ParameterValue.of("x".repeat(largest ? words.maxLength() : words.minLength()));
      case ParameterRange.Choice choice -> ParameterValue.of(choice.values().getFirst());
      case ParameterRange.YesOrNo _ -> ParameterValue.of(largest);
      case ParameterRange.AnyVoice _ -> ParameterValue.of("v".repeat(largest ? 100 : 1));
    }));
    return values;
  }

  private void takes(ElevenLabsProvider provider, AudioRequest request) throws Exception {
    service.answer(ElevenLabsFixture.sound(ElevenLabsFixture.mp3(1)));
    provider.submit(ElevenLabsFixture.submission(request));
    assertValid(service.next());
  }

  private void assertValid(RecordedRequest request) throws IOException {
    String path = request.getUrl().encodedPath();
    boolean speech = path.startsWith("/v1/text-to-speech/");
    JsonNode operation = spec().path("paths").path(speech ? "/v1/text-to-speech/{voice_id}" : path).path("post");
    assertThat(operation.isObject()).as(path).isTrue();
    String body = ElevenLabsFixture.body(request);
    assertThat(schema(operation.at("/requestBody/content/application~1json/schema")).validate(body, InputFormat.JSON))
        .as(body).isEmpty();
    for (String name : request.getUrl().queryParameterNames()) {
      if (!name.equals("optimize_streaming_latency")) { // is in the older document alone
        assertParameter(operation.path("parameters"), name, String.valueOf(request.getUrl().queryParameter(name)));
      }
    }
  }

  private void assertParameter(JsonNode parameters, String name, String value) throws IOException {
    for (JsonNode parameter : parameters) {
      if (parameter.path("name").asText().equals(name)) {
        boolean quoted = parameter.path("schema").path("type").asText().equals("string");
        assertThat(schema(parameter.path("schema")).validate(quoted ? '"' + value + '"' : value, InputFormat.JSON))
            .as(name + "=" + value).isEmpty();
        return;
      }
    }
    assertThat(name).as("a query parameter that is not documented").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\":\"x\",\"seed\":-1}", "{}", "{\"text\":\"x\",\"voice_settings\":{\"style\":2}}"})
  void theSchemaDoesRefuse(String body) throws IOException {
    assertThat(schema(spec().at("/components/schemas/TextToSpeechRequest")).validate(body, InputFormat.JSON))
        .isNotEmpty();
  }

  private JsonNode spec() throws IOException {
    return new YAMLMapper().readTree(Files.readString(specs.resolve("elevenlabs-2026-10.derived.openapi.yaml")));
  }

  /** With all other schemas beside it for its references. */
  private Schema schema(JsonNode found) throws IOException {
    ObjectNode schema = found.deepCopy();
    schema.set("components", spec().path("components"));
    return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31()).getSchema(schema);
  }
}
