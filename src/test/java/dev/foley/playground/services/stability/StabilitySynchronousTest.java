package dev.foley.playground.services.stability;

import static dev.foley.playground.services.stability.StabilityFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.Mp3Frames;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Sound;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilitySynchronousTest {
  private static final Map<String, String> SHORT = Map.of("prompt", "warm piano", "duration", "2");
  private static final Map<String, String> SHORT_WAV = Map.of("prompt", "warm piano", "duration", "2",
      "output_format", "wav");

  private StabilityFixture stability = new StabilityFixture();

  @AfterEach
  void stop() {
    stability.close();
  }

  private void restart(UnaryOperator<StabilitySettings> change) {
    stability.close();
    stability = new StabilityFixture(settings -> change.apply(settings.withTimes(StabilityFixture.NO_TIME)));
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> fields = new HashMap<>(SHORT);
    fields.put(name, value);
    return fields;
  }

  private static List<String> errors(HttpResponse<String> answer) {
    return StreamSupport.stream(json(answer).path("errors").spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void theAnswerIsAnMp3OfTheLengthAskedForWithItsSeed() {
    HttpResponse<byte[]> answer = stability.generate(SHORT);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("audio/mpeg");
    assertThat(answer.headers().firstValue("finish-reason")).contains("SUCCESS");
    assertThat(answer.headers().firstValue("x-request-id").orElse("")).matches("[0-9a-f]{32}");
    assertThat(answer.headers().firstValueAsLong("seed").orElse(0)).isBetween(1L, 4_294_967_294L);
    assertThat(answer.headers().firstValue("X-Foley-Sketch").orElse("")).contains("sketch");
    Mp3Frames frames = Mp3Frames.read(answer.body());
    assertThat(frames.seconds()).isCloseTo(2, within(0.1));
    assertThat(frames.sampleRate()).isEqualTo(44_100);
    assertThat(frames.channelCount()).isEqualTo(2);
  }

  @Test
  void aWavComesWhenItIsAskedFor() throws Exception {
    HttpResponse<byte[]> answer = stability.generate(SHORT_WAV);
    assertThat(answer.headers().firstValue("content-type")).contains("audio/wav");
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(audio.getFrameLength()).isEqualTo(88_200);
      assertThat(audio.getFormat().matches(new AudioFormat(44_100, 16, 2, true, false))).isTrue();
    }
  }

  @Test
  void jsonCarriesTheSameAudioInBase64AndNoSuchHeaders() {
    Map<String, String> fields = new HashMap<>(SHORT_WAV);
    fields.put("seed", "7");
    HttpResponse<String> answer = stability.generateJson(fields);

    assertThat(answer.headers().firstValue("content-type")).contains("application/json; type=audio/wav");
    assertThat(answer.headers().firstValue("finish-reason")).isEmpty();
    assertThat(answer.headers().firstValue("seed")).isEmpty();
    JsonNode body = json(answer);
    assertThat(body.path("seed").asLong()).isEqualTo(7);
    assertThat(body.path("finish_reason").asText()).isEqualTo("SUCCESS");
    assertThat(Base64.getDecoder().decode(body.path("audio").asText())).isEqualTo(stability.generate(fields).body());
  }

  @Test
  void aSeedGivesTheSameSoundAgainAndZeroAnotherOneEachTime() {
    stability.generate(with("seed", "4294967294"));
    stability.generate(with("seed", "4294967294"));
    stability.generate(with("seed", "0"));
    stability.generate(SHORT);
    assertThat(stability.tone.rendered()).hasSize(3)
        .contains(new Sound.Music("warm piano", Duration.ofSeconds(2), 4_294_967_294L));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      prompt        | 10001           | prompt: must be at most 10000 characters
      model         | stable-audio-3  | model: must be one of stable-audio-2, stable-audio-2.5
      model         | ``              | model: must be one of stable-audio-2, stable-audio-2.5
      duration      | 0.99            | duration: must be between 1 and 190
      duration      | 190.5           | duration: must be between 1 and 190
      duration      | long            | duration: must be a number
      seed          | -1              | seed: must be between 0 and 4294967294
      seed          | 4294967295      | seed: must be between 0 and 4294967294
      seed          | 1.5             | seed: must be an integer
      steps         | 29              | steps: must be between 30 and 100
      steps         | 101             | steps: must be between 30 and 100
      steps         | 40.5            | steps: must be an integer
      cfg_scale     | 0.5             | cfg_scale: must be between 1 and 25
      cfg_scale     | 26              | cfg_scale: must be between 1 and 25
      output_format | ogg             | output_format: must be one of mp3, wav
      output_format | MP3             | output_format: must be one of mp3, wav
      """)
  void aFieldOutsideItsRangeIsRefusedByName(String name, String value, String complaint) {
    String sent = name.equals("prompt") ? "x".repeat(Integer.parseInt(value)) : value;
    HttpResponse<String> answer = stability.send(stability.synchronous(with(name, sent)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("name").asText()).isEqualTo("bad_request");
    assertThat(errors(answer)).containsExactly(complaint);
    assertThat(stability.service.ledger().charged()).isZero();
    assertThat(stability.service.observations().submitsAccepted()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"stable-audio-2.5,4,200", "stable-audio-2.5,8,200", "stable-audio-2.5,9,400", "stable-audio-2.5,50,400",
      "stable-audio-2,30,200", "stable-audio-2,100,200", "stable-audio-2,8,400"})
  void stepsHaveTheirRangePerModel(String model, String steps, int status) {
    Map<String, String> fields = with("model", model);
    fields.put("steps", steps);
    assertThat(stability.generate(fields).statusCode()).isEqualTo(status);
  }

  @Test
  void theEndsOfTheOtherRangesAreAccepted() {
    for (Map<String, String> fields : List.of(with("prompt", "x".repeat(10_000)), with("duration", "1"),
        with("duration", "1.5"), with("cfg_scale", "1"), with("cfg_scale", "25"), with("seed", "4294967294"))) {
      assertThat(stability.generate(fields).statusCode()).as(fields.toString()).isEqualTo(200);
    }
  }

  @Test
  void everyProblemIsNamed() {
    HttpResponse<String> answer = stability.send(stability.synchronous(Map.of("duration", "0", "steps", "0")));
    assertThat(errors(answer)).hasSize(3).contains("prompt: is required");
  }

  @Test
  void onlyMultipartFormsAreRead() {
    HttpResponse<String> answer = stability.send(stability.authorized("/v2beta/audio/stable-audio-2/text-to-audio")
        .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"prompt\":\"x\"}")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(errors(answer)).containsExactly("content-type: must be multipart/form-data");
  }

  @Test
  void aFormThatBreaksOffIsRefused() {
    HttpResponse<String> answer = stability.send(stability.authorized("/v2beta/audio/stable-audio-2/text-to-audio")
        .header("Content-Type", "multipart/form-data; boundary=frontier")
        .POST(BodyPublishers.ofString("--frontier\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\npia")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(errors(answer)).containsExactly("body: is not a well-formed multipart form");
  }

  @ParameterizedTest
  @CsvSource({"audio/*,200", "*/*,200", "application/json,200", "audio/mpeg,400", "text/html,400"})
  void theAudioComesAsAcceptedOrNotAtAll(String accept, int status) {
    assertThat(stability.send(stability.synchronous(SHORT).header("Accept", accept)).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"тихое пианино", "静かなピアノ", "بيانو هادئ", "Тихое ночное piano"})
  void aPromptThatCannotBeEnglishIsRefused(String prompt) {
    HttpResponse<String> answer = stability.send(stability.synchronous(with("prompt", prompt)));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("name").asText()).isEqualTo("invalid_language");
  }

  @ParameterizedTest
  @ValueSource(strings = {"café at night, 90 BPM", "piano 🎹, in the style of я", "120"})
  void aPromptThatCouldBeEnglishPasses(String prompt) {
    assertThat(stability.generate(with("prompt", prompt)).statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongKeyIsRefused() {
    HttpResponse<String> answer = stability
        .send(stability.synchronous(SHORT).setHeader("Authorization", "Bearer wrong"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).path("name").asText()).isEqualTo("unauthorized");
  }

  @Test
  void aBodyBeyondTheLimitIsTooLarge() {
    restart(settings -> settings.withLimits(new StabilitySettings.Limits(150, Duration.ofSeconds(10),
        Duration.ofSeconds(60), 20, 1_000)));
    HttpResponse<String> answer = stability.send(stability.synchronous(with("prompt", "x".repeat(1_000))));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(json(answer).path("name").asText()).isEqualTo("payload_too_large");
  }

  @Test
  void clientHeadersAreObservedAndBounded() {
    String longest = "a".repeat(256);
    stability.send(stability.synchronous(SHORT).header("stability-client-id", longest)
        .header("Stability-Client-User-Id", "DiscordUser#1").header("stability-client-version", "1.2"));
    assertThat(stability.service.observations().submits()).singleElement()
        .extracting(ServiceObservations.Submit::clientHeaders).isEqualTo(Map.of("stability-client-id", longest,
            "stability-client-user-id", "DiscordUser#1", "stability-client-version", "1.2"));
    HttpResponse<String> answer = stability
        .send(stability.synchronous(SHORT).header("stability-client-id", longest + "a"));
    assertThat(errors(answer)).containsExactly("stability-client-id: must be at most 256 characters");
    assertThat(stability.get(SimulatedStability.CONTROL_PATH).body()).contains("DiscordUser#1");
  }

  @Test
  void fieldsThatNoDocumentNamesAreIgnoredAndObservedButThatOfTheSamples() {
    Map<String, String> fields = with("negative_prompt", "drums");
    fields.put("none", "");
    assertThat(stability.generate(fields).statusCode()).isEqualTo(200);
    assertThat(stability.service.observations().submits()).singleElement()
        .extracting(ServiceObservations.Submit::ignoredFields).isEqualTo(List.of("negative_prompt"));
  }

  @ParameterizedTest
  @CsvSource({"stable-audio-2,50,20", "stable-audio-2,100,23", "stable-audio-2,31,18.86", "stable-audio-2.5,8,20",
      "stable-audio-2.5,4,20"})
  void aSuccessCostsWhatTheFormulaSays(String model, String steps, double credits) {
    Map<String, String> fields = with("model", model);
    fields.put("steps", steps);
    stability.generate(fields);
    assertThat(stability.balance()).isEqualTo(10_000 - credits);
    assertThat(json(stability.get(SimulatedStability.CONTROL_PATH)).path("creditsCharged").asDouble())
        .isEqualTo(credits);
  }

  @Test
  void anEmptyAccountMustPayFirst() {
    restart(settings -> settings.withMoney(new StabilitySettings.Money(30)));
    assertThat(stability.generate(SHORT).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = stability.send(stability.synchronous(SHORT));
    assertThat(answer.statusCode()).isEqualTo(402);
    assertThat(json(answer).path("name").asText()).isEqualTo("payment_required");
    stability.send(stability.request(SimulatedStability.CONTROL_PATH + "/balance")
        .PUT(BodyPublishers.ofString("{\"credits\":20}")));
    assertThat(stability.generate(SHORT).statusCode()).isEqualTo(200);
    assertThat(stability.balance()).isZero();
  }

  @Test
  void tooManyRequestsLockTheKeyOutForAMinute() {
    restart(settings -> settings.withKeys(Set.of("playground", "other")));
    for (int i = 0; i < 150; i++) {
      assertThat(stability.send(stability.authorized("/v1/user/balance")).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> answer = stability.send(stability.synchronous(SHORT));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(json(answer).path("name").asText()).isEqualTo("rate_limit_exceeded");
    assertThat(answer.headers().firstValue("retry-after")).isEmpty();
    assertThat(stability.send(stability.authorized("/v1/user/balance").setHeader("Authorization", "Bearer other"))
        .statusCode()).isEqualTo(200);
    stability.clock.advance(Duration.ofSeconds(59));
    assertThat(stability.generate(SHORT).statusCode()).isEqualTo(429);
    stability.clock.advance(Duration.ofSeconds(1));
    assertThat(stability.generate(SHORT).statusCode()).isEqualTo(200);
  }

  @Test
  void requestsSpreadOverTimeAreNeverTooMany() {
    RequestWindow window = new RequestWindow(StabilitySettings.Limits.PUBLISHED);
    for (int i = 0; i < 1_000; i++) {
      assertThat(window.admits("key", stability.clock.instant())).isTrue();
      stability.clock.advance(Duration.ofMillis(67));
    }
  }

  @Test
  void anAnswerTakesItsTimeDividedByTheFactor() {
    stability.close();
    stability = new StabilityFixture(settings -> settings.withTimes(
        new JobTimes(Duration.ofSeconds(30), Duration.ofSeconds(30), 0, 100)));
    long start = System.nanoTime();
    assertThat(stability.generate(SHORT).statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void theBalanceNeedsAKeyAndWordsErrorsAsTheOlderCallsDo() {
    HttpResponse<String> answer = stability.send(stability.request("/services/stability/v1/user/balance"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).path("message").isTextual()).isTrue();
  }

  @Test
  void otherPathsAreNotFound() {
    assertThat(stability.send(stability.authorized("/v2beta/image/generate")).statusCode()).isEqualTo(404);
  }
}
