package dev.foley.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Formats;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Speech;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of whatever comes back. */
class ElevenLabsAnswerTest {
  private static final PcmFormat SPEECH_24K = new PcmFormat(24_000, 1, 16, PcmFormat.Encoding.INTEGER);

  @TempDir
  private Path directory;
  private ElevenLabsFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new ElevenLabsFixture(directory);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private SubmitOutcome.Refused refusal(String model) throws ProviderException {
    return (SubmitOutcome.Refused) service.submit(model);
  }

  private ProviderException failure(String model) {
    return catchThrowableOfType(ProviderException.class, () -> service.submit(model));
  }

  private void spoolIsEmpty() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("spool"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void rawSpeechBecomesAWav() throws Exception {
    service.answer(ElevenLabsFixture.samples(24_000, "r").setHeader("character-cost", "18"));

    assertThat(service.submit(ElevenLabsFixture.SPEECH)).isInstanceOfSatisfying(SubmitOutcome.Answered.class,
        answered -> {
          assertThat(answered.audio().content()).isEqualTo(new AudioContent.Wav(SPEECH_24K, 24_000));
          assertThat(answered.audio().source()).isEmpty();
          assertThat(answered.cost()).hasValue(new Cost(new BigDecimal("18"), CostUnit.ELEVENLABS_CREDITS));
        });
    assertThat(service.spool.find(ElevenLabsFixture.CORRELATION)).isPresent();
    assertThat(service.next().getHeaders().get("xi-api-key")).isEqualTo(ElevenLabsFixture.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {ElevenLabsFixture.SOUND, ElevenLabsFixture.MUSIC})
  void anMp3StaysWhatItIs(String model) throws Exception {
    service.answer(ElevenLabsFixture.sound(ElevenLabsFixture.mp3(5)).setHeader("Content-Type", "text/plain")
        .setHeader("song-id", "s"));

    assertThat(service.submit(model)).isInstanceOfSatisfying(SubmitOutcome.Answered.class, answered -> {
      assertThat(answered.audio().content()).isInstanceOfSatisfying(AudioContent.Compressed.class,
          mp3 -> assertThat(mp3.container()).isEqualTo(AudioContainer.MP3));
      assertThat(answered.audio().file()).hasBinaryContent(ElevenLabsFixture.mp3(5));
      assertThat(answered.cost()).isEmpty();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "free", "-1", "1e999", "NaN", "12345678901234567890"})
  void aCostThatMakesNoSenseIsNone(String cost) throws Exception {
    service.answer(ElevenLabsFixture.sound(ElevenLabsFixture.mp3(1)).setHeader("character-cost", cost));
    assertThat(((SubmitOutcome.Answered) service.submit(ElevenLabsFixture.SOUND)).cost()).isEmpty();
  }

  @Test
  void whatTheServiceSaysOfOtherRequestsIsPassedOn() throws Exception {
    service.answer(ElevenLabsFixture.sound(ElevenLabsFixture.mp3(1)).setHeader("current-concurrent-requests", "2")
        .setHeader("maximum-concurrent-requests", "5"));
    service
        .answer(ElevenLabsFixture.error(429, "concurrent_limit_exceeded").setHeader("current-concurrent-requests", "5")
            .setHeader("maximum-concurrent-requests", "5"));
    service.answer(ElevenLabsFixture.sound(ElevenLabsFixture.mp3(1)).setHeader("current-concurrent-requests", "many"));

    service.submit(ElevenLabsFixture.SOUND);
    failure(ElevenLabsFixture.SOUND);
    service.submit(ElevenLabsFixture.SOUND);

    assertThat(service.concurrency).containsExactly("2/5", "5/5");
  }

  @ParameterizedTest
  @CsvSource({
      "400, text_too_long, REQUEST_REFUSED", "400, max_character_limit_exceeded, REQUEST_REFUSED",
      "400, empty_text, REQUEST_REFUSED", "400, invalid_parameters, REQUEST_REFUSED",
      "400, invalid_output_format, REQUEST_REFUSED", "400, bad_request, REQUEST_REFUSED",
      "400, malformed_json, REQUEST_REFUSED", "400, unsupported_model, MODEL_UNAVAILABLE",
      "400, voice_not_found, VOICE_REFUSED", "401, voice_not_found, VOICE_REFUSED",
      "401, invalid_api_key, KEY_REJECTED", "401, missing_api_key, KEY_REJECTED", "401, quota_exceeded, OUT_OF_CREDITS",
      "401, a_new_word, KEY_REJECTED", "402, insufficient_credits, OUT_OF_CREDITS", "402, a_new_word, OUT_OF_CREDITS",
      "403, subscription_required, PLAN_INSUFFICIENT", "403, feature_not_available, PLAN_INSUFFICIENT",
      "403, only_for_creator+, PLAN_INSUFFICIENT", "403, voice_access_denied, VOICE_REFUSED",
      "403, a_new_word, PLAN_INSUFFICIENT", "404, voice_not_found, VOICE_REFUSED",
      "404, model_not_found, MODEL_UNAVAILABLE", "404, a_new_word, MODEL_UNAVAILABLE", "409, conflict, REQUEST_REFUSED",
      "422, bad_prompt, CONTENT_REFUSED", "422, bad_composition_plan, CONTENT_REFUSED",
      "422, a_new_word, REQUEST_REFUSED"})
  void refusalsAreToldApart(int status, String code, FailureReason reason) throws Exception {
    service.answer(ElevenLabsFixture.error(status, code));
    service.answer(ElevenLabsFixture.json(status,
        "{\"detail\":{\"status\":\"" + code + "\",\"message\":\"it says\"}}"));

    assertThat(refusal(ElevenLabsFixture.SPEECH))
        .isEqualTo(new SubmitOutcome.Refused(reason, "HTTP " + status + ": " + code + ": it says"));
    assertThat(refusal(ElevenLabsFixture.SOUND).reason()).isEqualTo(reason);
    spoolIsEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "429, rate_limit_exceeded, THROTTLED", "429, concurrent_limit_exceeded, THROTTLED",
      "429, too_many_concurrent_requests, THROTTLED", "429, system_busy, THROTTLED", "400, system_busy, THROTTLED",
      "429, '', THROTTLED", "503, service_unavailable, UNAVAILABLE", "503, maintenance, UNAVAILABLE",
      "500, internal_error, OUTCOME_UNKNOWN", "502, '', OUTCOME_UNKNOWN", "504, '', OUTCOME_UNKNOWN",
      "408, '', OUTCOME_UNKNOWN", "302, '', OUTCOME_UNKNOWN"})
  void failuresAreToldApart(int status, String code, Kind kind) {
    service.answer(ElevenLabsFixture.error(status, code));
    assertThat(failure(ElevenLabsFixture.MUSIC).kind()).isEqualTo(kind);
  }

  @Test
  void ownRequestsAreWaitedForShortlyUnlessTheServiceSaysHowLong() {
    service.answer(ElevenLabsFixture.error(429, "too_many_concurrent_requests"));
    service.answer(ElevenLabsFixture.error(429, "concurrent_limit_exceeded").setHeader("Retry-After", "7"));
    service.answer(ElevenLabsFixture.error(429, "system_busy"));
    assertThat(failure(ElevenLabsFixture.SOUND).retryAfter()).hasValue(Duration.ofSeconds(2));
    assertThat(failure(ElevenLabsFixture.SOUND).retryAfter()).hasValue(Duration.ofSeconds(7));
    assertThat(failure(ElevenLabsFixture.SOUND).retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "5", "\"x\"", "{", "<html>", "{\"detail\":null}", "{\"detail\":7}",
      "{\"detail\":{\"code\":{},\"message\":[]}}", "{\"detail\":[null,{\"loc\":5,\"msg\":null}]}"})
  void anErrorThatSaysNothingUsableIsJudgedByItsStatus(String body) throws Exception {
    service.answer(ElevenLabsFixture.json(402, body));
    SubmitOutcome.Refused refused = refusal(ElevenLabsFixture.SOUND);
    assertThat(refused.reason()).isEqualTo(FailureReason.OUT_OF_CREDITS);
    assertThat(refused.detail()).startsWith("HTTP 402");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><html><body>Just a moment</body></html>", "{\"audio\":null}", "[]", ""})
  void whatIsNoSoundIsSaidToBeSo(String body) throws Exception {
    for (String model : new String[]{ElevenLabsFixture.SPEECH, ElevenLabsFixture.SOUND, ElevenLabsFixture.MUSIC}) {
      service.answer(ElevenLabsFixture.json(200, body));
      assertThat(refusal(model).reason()).as(model).isEqualTo(FailureReason.RESULT_NOT_AUDIO);
    }
    spoolIsEmpty();
  }

  @Test
  void aFileInPlaceOfSamplesIsNotWrapped() throws Exception {
    byte[] tagged = new byte[1_000];
    System.arraycopy("ID3".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, tagged, 0, 3);
    service.answer(ElevenLabsFixture.sound(tagged));
    assertThat(refusal(ElevenLabsFixture.SPEECH).reason()).isEqualTo(FailureReason.RESULT_NOT_AUDIO);
  }

  @Test
  void samplesThatBeginLikeJsonAreSamples() throws Exception {
    byte[] quiet = new byte[2_000];
    quiet[0] = '{';
    service.answer(ElevenLabsFixture.sound(quiet));
    assertThat(service.submit(ElevenLabsFixture.SPEECH)).isInstanceOf(SubmitOutcome.Answered.class);
  }

  @Test
  void halfASampleIsTruncated() throws Exception {
    service.answer(ElevenLabsFixture.sound(new byte[2_001]));
    assertThat(refusal(ElevenLabsFixture.SPEECH).reason()).isEqualTo(FailureReason.RESULT_TRUNCATED);
  }

  @Test
  void aSoundThatBreaksOffMayHaveBeenCharged() throws Exception {
    service.answer(new MockResponse.Builder().code(200).setHeader("Content-Type", "audio/mpeg")
        .body(new Buffer().write(ElevenLabsFixture.mp3(200))).onResponseBody(new SocketEffect.CloseSocket()));
    SubmitOutcome.Refused refused = refusal(ElevenLabsFixture.SOUND);
    assertThat(refused.reason()).isEqualTo(FailureReason.RESULT_TRUNCATED);
    assertThat(service.server.getRequestCount()).isEqualTo(1);
    spoolIsEmpty();
  }

  @Test
  void aSoundThatDoesNotComeToAnEndMayHaveBeenCharged() throws Exception {
    service.answer(ElevenLabsFixture.sound(ElevenLabsFixture.mp3(200)).throttleBody(4_170, 500,
        java.util.concurrent.TimeUnit.MILLISECONDS));
    var outcome = service.provider(Formats.DEFAULT, Speech.DEFAULT, Duration.ofMillis(1_500))
        .submit(ElevenLabsFixture.submission(ElevenLabsFixture.request(ElevenLabsFixture.SOUND, "x", Map.of())));
    assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.RESULT_UNREACHABLE));
  }

  @Test
  void aSoundThatIsTooLargeIsRefused() throws Exception {
    service.answer(ElevenLabsFixture.sound(ElevenLabsFixture.mp3(3_000)));
    assertThat(refusal(ElevenLabsFixture.SOUND).reason()).isEqualTo(FailureReason.RESULT_TOO_LARGE);
  }

  @Test
  void aDiskThatTakesNothingIsNoticedBeforeAnythingIsSent() throws Exception {
    Files.delete(directory.resolve("spool"));
    assertThat(failure(ElevenLabsFixture.SPEECH).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(service.server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a/b", "%2e%2e", "x?y", "Ж"})
  void whatIsNoVoiceIdIsNotSent(String voice) throws Exception {
    SubmitOutcome outcome = service.provider().submit(ElevenLabsFixture.submission(ElevenLabsFixture
        .request(ElevenLabsFixture.SPEECH, "x", Map.of(Parameter.VOICE, ParameterValue.of(voice)))));
    assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.VOICE_REFUSED));
    assertThat(service.server.getRequestCount()).isZero();
  }

  @Test
  void theServicesWordsReachTheLogWithoutPromptAndKey() throws Exception {
    service.answer(ElevenLabsFixture.json(400, "{\"detail\":{\"status\":\"bad_request\",\"message\":\"for "
        + ElevenLabsFixture.KEY + " we got 'rain on a tin roof'\"}}"));
    service.answer(ElevenLabsFixture.json(400, "{\"detail\":\"rain on a tin roof is no text\"}"));
    assertThat(refusal(ElevenLabsFixture.SOUND).toString()).doesNotContain(ElevenLabsFixture.KEY)
        .doesNotContain("tin roof");
    assertThat(refusal(ElevenLabsFixture.SOUND).toString()).doesNotContain("tin roof");
  }

  @Test
  void thereAreNoJobsToAskAbout() {
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> service.provider().poll(new ProviderJobId("x"), "x"))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_RESPONSE));
  }
}
