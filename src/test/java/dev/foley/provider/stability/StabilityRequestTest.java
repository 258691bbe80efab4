package dev.foley.provider.stability;

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
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SharedSpecs;
import dev.foley.provider.SoundKind;
import dev.foley.provider.stability.StabilitySettings.AnswerForm;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent. */
class StabilityRequestTest {
  @TempDir
  private Path directory;
  private StabilityFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new StabilityFixture(directory);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private RecordedRequest sent(AudioRequest request) throws Exception {
    service.answer(StabilityFixture.audio());
    service.provider().submit(StabilityFixture.submission(request));
    return service.server.takeRequest();
  }

  @ParameterizedTest
  @CsvSource({"stable-audio-2,/v2beta/audio/stable-audio-2/text-to-audio",
      "stable-audio-2.5,/v2beta/audio/stable-audio-2/text-to-audio",
      "stable-audio-3,/v2beta/audio/stable-audio/text-to-audio"})
  void eachModelIsAskedAtItsPathByItsName(String model, String path) throws Exception {
    RecordedRequest request = sent(StabilityFixture.request(model, "warm piano", Map.of()));

    assertThat(request.getRequestLine()).isEqualTo("POST " + path + " HTTP/1.1");
    assertThat(MultipartText.parse(request)).isEqualTo(new ObjectMapper().createObjectNode().put("prompt", "warm piano")
        .put("model", model).put("output_format", "wav"));
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + StabilityFixture.KEY);
    assertThat(request.getHeaders().get("Accept")).isEqualTo("audio/*");
  }

  @Test
  void jsonIsAskedForWhereTheHostWantsIt() throws Exception {
    service.answer(StabilityFixture.audio());
    service.provider(AnswerForm.JSON, StabilityFixture.TIMEOUT)
        .submit(StabilityFixture.submission("stable-audio-2.5"));

    assertThat(service.server.takeRequest().getHeaders().get("Accept")).isEqualTo("application/json");
  }

  @Test
  void aMemberIsKnownByAPseudonymOnly() throws Exception {
    RecordedRequest first = sent(StabilityFixture.request("stable-audio-2.5", "x", Map.of()));
    RecordedRequest second = sent(StabilityFixture.request("stable-audio-2.5", "y", Map.of()));

    String pseudonym = first.getHeaders().get("stability-client-user-id");
    assertThat(pseudonym).matches("[0-9a-f]{32}").isEqualTo(second.getHeaders().get("stability-client-user-id"))
        .isNotEqualTo(new MemberPseudonym(Secret.of("other")).of(300_000_000_000_000_001L));
    assertThat(first.getHeaders().toString() + StabilityFixture.body(first)).doesNotContain("300000000000000001");
    assertThat(first.getHeaders().get("stability-client-id")).isEqualTo("foley");
    assertThat(first.getHeaders().get("stability-client-version")).isEqualTo("1.2");
  }

  @Test
  void aJobIsAskedAboutByItsIdWhateverThatLooksLike() throws Exception {
    service.answer(StabilityFixture.json(202, "{}"));
    service.provider().poll(new ProviderJobId("a/b?c"), StabilityFixture.CORRELATION);

    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/v2beta/audio/results/a%2Fb%3Fc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stable-audio-2", "stable-audio-2.5", "stable-audio-3"})
  void everythingThatTheCatalogueAllowsIsWhatTheServiceTakes(String id) throws Exception {
    Schema schema = schema(id);
    AudioModel model = StabilityFixture.model(id);
    String prompt = "\u0000\u202E\uD800 @everyone `x`\r\n--boundary";
    for (boolean largest : List.of(false, true)) {
      AudioRequest request = new AudioRequest(model.id(), SoundKind.SOUND, prompt,
          edge(model, largest));
      assertThat(model.check(request)).isEmpty();

      assertThat(schema.validate(MultipartText.parse(sent(request)).toString(), InputFormat.JSON)).isEmpty();
    }
    assertThat(schema.validate("{\"prompt\":\"x\",\"duration\":0.5}", InputFormat.JSON)).as("the schema does refuse")
        .isNotEmpty();
  }

  private static Map<Parameter, ParameterValue> edge(AudioModel model, boolean largest) {
    Map<Parameter, ParameterValue> parameters = new EnumMap<>(Parameter.class);
    model.parameters().forEach((parameter, range) -> parameters.put(parameter, switch (range) {
      case ParameterRange.Numbers numbers ->
        new ParameterValue.Quantity(largest ? numbers.max() : numbers.min());
      case ParameterRange.Choice(List<String> values) ->
        ParameterValue.of(largest ? values.getLast() : values.getFirst());
      default -> throw new AssertionError(parameter + " is not known to this test");
    }));
    return parameters;
  }

  /** As the document has it, with the bounds that it gives by model. */
  private static Schema schema(String model) throws IOException {
    JsonNode document = new YAMLMapper().readTree(SharedSpecs.directory("stability")
        .resolve("stability-audio.derived.openapi.yaml").toFile());
    String path = model.equals("stable-audio-3") ? "stable-audio" : "stable-audio-2";
    ObjectNode schema = (ObjectNode) document.at("/paths/~1v2beta~1audio~1" + path
        + "~1text-to-audio/post/requestBody/content/multipart~1form-data/schema");
    schema.path("properties").forEach(property -> {
      JsonNode bounds = property.path("x-by-model").path(model);
      bounds.properties().forEach(bound -> ((ObjectNode) property).set(bound.getKey(), bound.getValue()));
    });
    schema.put("additionalProperties", false);
    return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30()).getSchema(schema.toString(), InputFormat.JSON);
  }
}
