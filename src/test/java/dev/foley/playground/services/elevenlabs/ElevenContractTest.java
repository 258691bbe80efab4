package dev.foley.playground.services.elevenlabs;

import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.MUSIC;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.SOUND;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.SPEECH;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.text;
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
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what the simulated service takes and says against the published schemas and examples, where they are at hand. */
class ElevenContractTest {
  private static final Path SPECS = Path.of(Objects.requireNonNullElse(System.getenv("FOLEY_SHARED"), "../shared"),
      "specs", "elevenlabs");
  private static final String OK_SCHEMA = "/get/responses/200/content/application~1json/schema";

  private final ElevenLabsFixture service = new ElevenLabsFixture();

  @BeforeAll
  static void specsAreAtHand() {
    assumeTrue(Files.isDirectory(SPECS), "skipped: no published schemas in " + SPECS);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static JsonNode spec() throws IOException {
    return new YAMLMapper().readTree(Files.readString(SPECS.resolve("elevenlabs-2026-10.derived.openapi.yaml")));
  }

  /** The schema at a place of the document, with all others beside it for its references. */
  private static Schema schema(String pointer) throws IOException {
    JsonNode spec = spec();
    JsonNode found = spec.at(pointer);
    assertThat(found.isObject()).as(pointer).isTrue();
    ObjectNode schema = found.deepCopy();
    schema.set("components", spec.path("components"));
    return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31()).getSchema(schema);
  }

  private static void assertValid(Schema schema, HttpResponse<String> answer) {
    assertThat(schema.validate(answer.body(), InputFormat.JSON)).as(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/v2/voices, /v2/voices", "/v2/voices, /v2/voices?page_size=100", "/v1/voices, /v1/voices",
      "/v1/models, /v1/models", "/v1/user/subscription, /v1/user/subscription"})
  void answersAboutTheAccountAreValid(String path, String request) throws IOException {
    assertValid(schema("/paths/" + path.replace("/", "~1") + OK_SCHEMA), service.get(request));
  }

  @Test
  void theSubscriptionHasTheFieldsOfThePublishedExample() throws IOException {
    JsonNode ours = ElevenLabsFixture.json(service.get("/v1/user/subscription"));
    new ObjectMapper().readTree(Files.readString(SPECS.resolve("examples/subscription.json"))).properties()
        .forEach(field -> assertThat(ours.path(field.getKey()).getNodeType()).as(field.getKey())
            .isEqualTo(field.getValue().getNodeType()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\":\"x\"}", "{\"text\":null}", "{\"text\":5}", "{}", "[]", "null",
      "{\"text\":\"x\",\"model_id\":null}", "{\"text\":\"x\",\"language_code\":null,\"seed\":null}",
      "{\"text\":\"x\",\"seed\":4294967295}", "{\"text\":\"x\",\"seed\":4294967296}", "{\"text\":\"x\",\"seed\":1.5}",
      "{\"text\":\"x\",\"voice_settings\":null}", "{\"text\":\"x\",\"voice_settings\":5}",
      "{\"text\":\"x\",\"voice_settings\":{\"stability\":1.1}}", "{\"text\":\"x\",\"voice_settings\":{\"style\":0}}",
      "{\"text\":\"x\",\"voice_settings\":{\"use_speaker_boost\":\"yes\"}}",
      "{\"text\":\"x\",\"voice_settings\":{\"speed\":3}}",
      "{\"text\":\"x\",\"previous_request_ids\":[\"a\",\"b\",\"c\"]}",
      "{\"text\":\"x\",\"previous_request_ids\":[\"a\",\"b\",\"c\",\"d\"]}",
      "{\"text\":\"x\",\"next_request_ids\":[1]}", "{\"text\":\"x\",\"previous_text\":1}",
      "{\"text\":\"x\",\"pronunciation_dictionary_locators\":[{\"pronunciation_dictionary_id\":\"d\"}]}",
      "{\"text\":\"x\",\"pronunciation_dictionary_locators\":[{\"version_id\":\"d\"}]}",
      "{\"text\":\"x\",\"apply_text_normalization\":\"off\"}", "{\"text\":\"x\",\"apply_text_normalization\":\"no\"}",
      "{\"text\":\"x\",\"apply_language_text_normalization\":null}", "{\"text\":\"x\",\"unknown\":1}"})
  void speechTakesWhatItsSchemaTakesAndNothingElse(String body) throws IOException {
    assertTakesAsItsSchema(SPEECH, "TextToSpeechRequest", body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\":\"x\",\"duration_seconds\":0.5}", "{\"text\":\"x\",\"duration_seconds\":0.4}",
      "{\"text\":\"x\",\"duration_seconds\":30}", "{\"text\":\"x\",\"duration_seconds\":30.1}",
      "{\"text\":\"x\",\"duration_seconds\":null,\"prompt_influence\":null}",
      "{\"text\":\"x\",\"prompt_influence\":1.1}",
      "{\"text\":\"x\",\"loop\":null}", "{\"text\":\"x\",\"loop\":true}", "{\"loop\":true}",
      "{\"text\":\"x\",\"model_id\":\"eleven_text_to_sound_v1\"}"})
  void effectsTakeWhatTheirSchemaTakesAndNothingElse(String body) throws IOException {
    assertTakesAsItsSchema(SOUND, "SoundGenerationRequest", body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"prompt\":\"x\",\"music_length_ms\":3000}", "{\"prompt\":\"x\",\"music_length_ms\":2999}",
      "{\"prompt\":\"x\",\"music_length_ms\":600001}", "{\"prompt\":\"x\",\"force_instrumental\":true}",
      "{\"prompt\":\"x\",\"force_instrumental\":1}", "{\"prompt\":\"x\",\"model_id\":\"music_v3\"}",
      "{\"prompt\":\"x\",\"generation_mode\":\"loop\"}", "{\"prompt\":\"x\",\"generation_mode\":\"dance\"}",
      "{\"prompt\":\"x\",\"finetune_strength\":0}", "{\"prompt\":\"x\",\"finetune_strength\":2}",
      "{\"prompt\":\"x\",\"composition_plan\":null,\"seed\":null}",
      "{\"composition_plan\":{\"positive_global_styles\":[],\"negative_global_styles\":[],\"sections\":[{}]}}",
      "{\"composition_plan\":{\"chunks\":[{\"text\":\"a\",\"duration_ms\":1,\"positive_styles\":[]}]}}"})
  void musicTakesWhatItsSchemaTakesAndNothingElse(String body) throws IOException {
    assertTakesAsItsSchema(MUSIC, "MusicRequest", body);
  }

  private void assertTakesAsItsSchema(String path, String name, String body) throws IOException {
    boolean valid = schema("/components/schemas/" + name).validate(body, InputFormat.JSON).isEmpty();
    HttpResponse<String> answer = service.refusal(path + "?output_format=mp3_22050_32", body);
    assertThat(answer.statusCode()).as(body).isEqualTo(valid ? 200 : 422);
    if (!valid) {
      assertValid(schema("/components/schemas/HTTPValidationError"), answer);
    }
  }

  @ParameterizedTest
  @CsvSource({"400, PROBLEM, error.400.invalid_parameters.newer.json",
      "400, LEGACY, error.400.max_character_limit_exceeded.older.json",
      "402, PROBLEM, error.402.insufficient_credits.newer.json", "401, LEGACY, error.401.invalid_api_key.older.json",
      "429, PROBLEM, error.429.concurrent_limit_exceeded.newer.json",
      "429, LEGACY, error.429.too_many_concurrent_requests.older.json", "422, PROBLEM, error.422.fastapi.json"})
  void errorsAreValidAndHaveTheFieldsOfTheExamples(int status, Fault.ErrorShape shape, String example)
      throws IOException {
    service.api.faults().plan(Fault.Moment.SUBMIT, new Fault.Status(status, null, shape), 1);
    HttpResponse<String> answer = service.refusal(SPEECH, text("x"));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertValid(schema("/components/schemas/" + (status == 422 ? "HTTPValidationError" : "DetailError")), answer);
    JsonNode ours = ElevenLabsFixture.json(answer).path("detail");
    JsonNode published = new ObjectMapper().readTree(Files.readString(SPECS.resolve("examples").resolve(example)))
        .path("detail");
    assertThat(ours.getNodeType()).isEqualTo(published.getNodeType());
    (ours.isArray() ? published.get(0) : published).properties().stream()
        .filter(field -> !field.getKey().equals("param")) // names a field, where there is one to blame
        .forEach(field -> assertThat((ours.isArray() ? ours.get(0) : ours).path(field.getKey()).getNodeType())
            .as(field.getKey()).isEqualTo(field.getValue().getNodeType()));
  }
}
