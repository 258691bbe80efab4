package dev.foley.playground.services.elevenlabs;

import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.MUSIC;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.SOUND;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.SPEECH;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.detail;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.json;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.prompt;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.ServiceHooks;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElevenRefusalsTest {
  private ElevenLabsFixture service = new ElevenLabsFixture();

  @AfterEach
  void stop() {
    service.close();
  }

  private void restart(ElevenLabsSettings.Account account) {
    service.close();
    service = new ElevenLabsFixture(settings -> settings.withAccount(account));
  }

  @Test
  void aKeyIsNeededAndHasToBeAGoodOne() {
    HttpRequest.Builder without = HttpRequest.newBuilder(service.uri(SimulatedElevenLabs.API_PATH + SPEECH))
        .POST(BodyPublishers.ofString(text("x")));
    assertThat(detail(service.send(without), "code")).isEqualTo("missing_api_key");
    HttpResponse<String> wrong = service.send(without.header("xi-api-key", "other"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(detail(wrong, "code")).isEqualTo("invalid_api_key");
    assertThat(detail(wrong, "status")).isEqualTo("invalid_api_key");
    assertThat(detail(wrong, "type")).isEqualTo("authentication_error");
    assertThat(detail(wrong, "request_id")).isEqualTo(wrong.headers().firstValue("request-id").orElseThrow());
    assertThat(service.api.ledger().charged()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{\"text\":\" \"} | 400 | empty_text",
      "{\"text\":\"x\",\"model_id\":\"eleven_v9\"} | 404 | model_not_found",
      "{\"text\":\"x\",\"model_id\":\"eleven_multilingual_sts_v2\"} | 400 | unsupported_model",
      "{\"text\":\"x\",\"model_id\":\"eleven_v3\",\"previous_text\":\"y\"} | 400 | unsupported_model",
      "{\"text\":\"x\",\"model_id\":\"eleven_v3\",\"previous_request_ids\":[\"y\"]} | 400 | unsupported_model",
      "{\"text\" | 400 | malformed_json",
  })
  void wrongSpeechIsNamed(String body, int status, String code) {
    HttpResponse<String> answer = service.refusal(SPEECH, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(detail(answer, "code")).isEqualTo(code);
    assertThat(service.api.observations().submitsAccepted()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"eleven_v3, 3000", "eleven_multilingual_v2, 10000", "eleven_flash_v2_5, 40000", "eleven_turbo_v2, 30000"})
  void eachModelHasItsLongestText(String model, int limit) {
    restart(ElevenLabsSettings.Account.of(ElevenPlan.PRO));
    String body = "{\"model_id\":\"" + model + "\",\"text\":\"" + "x".repeat(limit + 1) + "\"}";
    HttpResponse<String> answer = service.refusal(SPEECH, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(detail(answer, "code")).isEqualTo("text_too_long");
  }

  @Test
  void anUnknownVoiceIsNotFound() {
    HttpResponse<String> answer = service.refusal("/v1/text-to-speech/nobody", text("x"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(detail(answer, "code")).isEqualTo("voice_not_found");
  }

  @ParameterizedTest
  @CsvSource({"/v1/sound-generation, wav_24000", "/v1/sound-generation, auto", "/v1/music, wav_24000",
      "/v1/music, nonsense", "/v1/music, ulaw_8000", "/v1/music, opus_48000_64"})
  void aFormatThatIsUnknownOrCannotBeRenderedIsRefused(String path, String format) {
    HttpResponse<String> answer = service.refusal(path + "?output_format=" + format,
        path.equals(MUSIC) ? prompt("x") : text("x"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(detail(answer, "code")).isEqualTo("invalid_output_format");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{}",
      "{\"prompt\":\"x\",\"seed\":1}",
      "{\"prompt\":\"x\",\"composition_plan\":{\"chunks\":[]}}",
      "{\"composition_plan\":{\"chunks\":[]},\"model_id\":\"music_v2\"}",
      "{\"composition_plan\":{\"chunks\":[{\"text\":\"\",\"duration_ms\":3000,\"positive_styles\":[]}]}}",
  })
  void whatDoesNotGoTogetherInMusicIsRefused(String body) {
    HttpResponse<String> answer = service.refusal(MUSIC, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(detail(answer, "code")).isEqualTo("invalid_parameters");
  }

  @Test
  void whatTheSchemaDoesNotAllowIsListed() {
    HttpResponse<String> answer = service.refusal(SPEECH, "{\"voice_settings\":{\"stability\":2},\"seed\":-1}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("detail")).hasSize(3).allSatisfy(problem -> {
      assertThat(problem.path("loc").get(0).asText()).isEqualTo("body");
      assertThat(problem.path("msg").asText()).isNotEmpty();
    });
  }

  @Test
  void zeroRetentionIsForEnterprises() {
    HttpResponse<String> answer = service.refusal(SPEECH + "?enable_logging=false", text("x"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(service.refusal(SPEECH + "?enable_logging=maybe", text("x")).statusCode()).isEqualTo(422);
    assertThat(service.refusal(SPEECH + "?optimize_streaming_latency=5", text("x")).statusCode()).isEqualTo(422);
  }

  @Test
  void anEmptyAccountIsRefusedInEitherWay() {
    var account = ElevenLabsSettings.Account.of(ElevenPlan.CREATOR).withCharacters(10);
    restart(account);
    assertThat(service.make(SPEECH, text("1234567")).statusCode()).isEqualTo(200);
    HttpResponse<String> newer = service.refusal(SPEECH, text("1234"));
    assertThat(newer.statusCode()).isEqualTo(402);
    assertThat(detail(newer, "code")).isEqualTo("insufficient_credits");
    assertThat(json(service.get("/v1/user/subscription")).path("character_count").asInt()).isEqualTo(7);

    restart(account.withUsedUp(ElevenLabsSettings.UsedUp.QUOTA_EXCEEDED));
    HttpResponse<String> older = service.refusal(SOUND, text("1234"));
    assertThat(older.statusCode()).isEqualTo(401);
    assertThat(json(older).path("detail")).hasSize(2);
    assertThat(detail(older, "status")).isEqualTo("quota_exceeded");
  }

  @Test
  void moreRequestsAtOnceThanThePlanAllowsAreRefused() throws Exception {
    restart(ElevenLabsSettings.Account.of(ElevenPlan.STARTER));
    CountDownLatch underWay = new CountDownLatch(2);
    CountDownLatch goOn = new CountDownLatch(1);
    service.api.addHooks(new ServiceHooks() {
      @Override
      public void beforeSubmitAnswer(String jobId) {
        underWay.countDown();
        try {
          goOn.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    });
    var first = CompletableFuture.supplyAsync(() -> service.make(MUSIC, prompt("a")));
    var second = CompletableFuture.supplyAsync(() -> service.make(MUSIC, prompt("b")));
    underWay.await();

    HttpResponse<String> third = service.refusal(MUSIC, prompt("c"));

    goOn.countDown();
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(detail(third, "code")).isEqualTo("concurrent_limit_exceeded");
    assertThat(third.headers().firstValue("current-concurrent-requests")).hasValue("2");
    assertThat(third.headers().firstValue("maximum-concurrent-requests")).hasValue("2");
    assertThat(first.get().statusCode()).isEqualTo(200);
    assertThat(second.get().statusCode()).isEqualTo(200);
    assertThat(service.make(MUSIC, prompt("c")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"400, text_too_long, max_character_limit_exceeded", "402, insufficient_credits, quota_exceeded",
      "403, subscription_required, only_for_creator+", "429, concurrent_limit_exceeded, too_many_concurrent_requests",
      "429, system_busy, system_busy", "500, internal_error, internal_error"})
  void everyErrorCanBeAskedForInBothShapes(int status, String code, String older) {
    service.api.faults().plan(Fault.Moment.SUBMIT, new Fault.Status(status, 2, Fault.ErrorShape.PROBLEM, code), 1);
    service.api.faults().plan(Fault.Moment.SUBMIT, new Fault.Status(status, null, Fault.ErrorShape.LEGACY, code), 1);
    HttpResponse<String> newer = service.refusal(SPEECH, text("x"));
    assertThat(newer.statusCode()).isEqualTo(status);
    assertThat(newer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(detail(newer, "code")).isEqualTo(code);
    assertThat(json(service.refusal(SPEECH, text("x"))).path("detail").path("status").asText()).isEqualTo(older);
    assertThat(service.api.ledger().charged()).isZero();
  }

  @Test
  void aBadPromptComesWithASuggestion() {
    service.api.faults().plan(Fault.Moment.SUBMIT, new Fault.Status(422, "bad_prompt"), 1);
    assertThat(json(service.refusal(MUSIC, prompt("x"))).at("/detail/data/prompt_suggestion").asText()).isNotEmpty();
  }

  @Test
  void answersCanBeLostGarbledOrNoAudio() {
    var faults = service.api.faults();
    faults.plan(Fault.Moment.SUBMIT, new Fault.Garbled(Fault.Garbled.Form.HTML), 1);
    assertThat(service.refusal(SPEECH, text("x")).body()).contains("<html>");
    assertThat(service.api.ledger().charged()).isZero();
    faults.plan(Fault.Moment.SUBMIT, new Fault.Garbled(Fault.Garbled.Form.EMPTY), 1);
    assertThat(service.make(SPEECH, text("x")).body()).isEmpty();
    faults.plan(Fault.Moment.JOB, new Fault.File(FileForm.GARBAGE), 1);
    assertThat(service.make(SPEECH, text("x")).body())
        .startsWith("no sound".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    faults.plan(Fault.Moment.POLL, new Fault.Fields(Fault.Fields.Added.NEEDED_NULL), 1);
    assertThat(json(service.get("/v2/voices")).path("voices").isNull()).isTrue();
    assertThat(service.api.ledger().charged()).isEqualTo(2);
  }
}
