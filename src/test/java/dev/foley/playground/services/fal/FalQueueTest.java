package dev.foley.playground.services.fal;

import static dev.foley.playground.services.fal.FalFixture.LONG;
import static dev.foley.playground.services.fal.FalFixture.SOUND_EFFECTS;
import static dev.foley.playground.services.fal.FalFixture.STABLE_AUDIO;
import static dev.foley.playground.services.fal.FalFixture.STABLE_AUDIO_25;
import static dev.foley.playground.services.fal.FalFixture.input;
import static dev.foley.playground.services.fal.FalFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Sound;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalQueueTest {
  private FalFixture service = new FalFixture();

  @AfterEach
  void stop() {
    service.close();
  }

  private void restart(UnaryOperator<FalSettings> change) {
    service.close();
    service = new FalFixture(change);
  }

  @Test
  void theAddressesOfARequestHaveOwnerAndAppOfTheModelOnly() {
    HttpResponse<String> answer = service.submit(STABLE_AUDIO_25, input("warm piano"));

    assertThat(answer.statusCode()).isEqualTo(200);
    String id = json(answer).path("request_id").asText();
    String address = service.uri("/services/fal/fal-ai/stable-audio-25/requests/" + id).toString();
    assertThat(json(answer).path("response_url").asText()).isEqualTo(address);
    assertThat(json(answer).path("status_url").asText()).isEqualTo(address + "/status");
    assertThat(json(answer).path("cancel_url").asText()).isEqualTo(address + "/cancel");
    assertThat(json(answer).path("queue_position").asInt(-1)).isZero();
    assertThat(answer.headers().firstValue("x-fal-request-id")).contains(id);
  }

  @Test
  void aJobIsQueuedThenInProgressThenCompleted() {
    JsonNode job = service.submitted("warm piano");
    assertThat(service.status(job).statusCode()).isEqualTo(202);
    assertThat(json(service.status(job)).path("queue_position").asInt(-1)).isZero();
    assertThat(service.word(job)).isEqualTo("IN_QUEUE");

    service.clock.advance(Duration.ofSeconds(4));
    assertThat(service.status(job).statusCode()).isEqualTo(202);
    assertThat(service.word(job)).isEqualTo("IN_PROGRESS");
    assertThat(json(service.status(job)).path("logs")).hasSize(1);
    assertThat(json(service.get(job.path("status_url").asText())).has("logs")).isFalse();

    service.clock.advance(LONG);
    HttpResponse<String> done = service.status(job);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(json(done).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(json(done).path("logs")).hasSize(2);
    assertThat(json(done).at("/metrics/inference_time").asDouble()).isBetween(7.0, 15.0);
    assertThat(json(done).has("error")).isFalse();
  }

  @Test
  void theResultIsTheOutputOfTheModelAndSaysWhatIsBilled() {
    JsonNode job = json(service.submit(STABLE_AUDIO_25, """
        {"prompt":"x","seconds_total":3,"seed":42}"""));
    service.clock.advance(LONG);
    HttpResponse<String> result = service.result(job);

    assertThat(result.statusCode()).isEqualTo(200);
    assertThat(json(result).path("seed").asLong()).isEqualTo(42);
    assertThat(json(result).at("/audio/content_type").asText()).isEqualTo("audio/wav");
    assertThat(result.headers().firstValue("x-fal-billable-units")).contains("1");
    assertThat(result.headers().firstValue("x-fal-request-id")).contains(job.path("request_id").asText());
    HttpResponse<byte[]> file = service.download(URI.create(json(result).at("/audio/url").asText()));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).hasSize(json(result).at("/audio/file_size").asInt()).startsWith('R', 'I', 'F', 'F');
    assertThat(service.tone.rendered()).containsExactly(new Sound.Music("x", Duration.ofSeconds(3), 42));
  }

  @Test
  void theOlderStableAudioHasItsFileUnderAnotherNameAndIsFree() {
    JsonNode job = json(service.submit(STABLE_AUDIO, input("x")));
    service.clock.advance(LONG);
    HttpResponse<String> result = service.result(job);
    assertThat(json(result).at("/audio_file/file_size").asInt()).isEqualTo(3 * 176_400 + 78);
    assertThat(json(result).at("/audio_file/content_type").asText()).isEqualTo("application/octet-stream");
    assertThat(result.headers().firstValue("x-fal-billable-units")).isPresent();
    assertThat(service.fal.ledger().charged()).isZero();
  }

  @Test
  void soundEffectsComeInTheFormatAskedFor() {
    JsonNode mp3 = json(service.submit(SOUND_EFFECTS, """
        {"text":"door","duration_seconds":0.5,"loop":true}"""));
    JsonNode pcm = json(service.submit(SOUND_EFFECTS, """
        {"text":"door","duration_seconds":2,"output_format":"pcm_16000"}"""));
    service.clock.advance(LONG);
    JsonNode file = json(service.result(mp3)).path("audio");
    assertThat(file.path("content_type").asText()).isEqualTo("audio/mpeg");
    assertThat(file.path("file_size").isNull()).isTrue();
    assertThat(service.download(URI.create(file.path("url").asText())).body()).startsWith(0xFF);
    assertThat(json(service.result(pcm)).at("/audio/file_size").asInt()).isEqualTo(2 * 16_000 * 2);
    assertThat(service.result(pcm).headers().firstValue("x-fal-billable-units")).contains("2");
  }

  @Test
  void inSyncModeTheFileComesWithinTheAnswer() {
    JsonNode job = json(service.submit(STABLE_AUDIO_25, """
        {"prompt":"x","seconds_total":1,"sync_mode":true}"""));
    service.clock.advance(LONG);
    String url = json(service.result(job)).at("/audio/url").asText();
    assertThat(url).startsWith("data:audio/wav;base64,UklGR");
    assertThat(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1))).hasSize(176_400 + 78);
  }

  @Test
  void aResultBeforeTheEndIsABadRequest() {
    JsonNode job = service.submitted("x");
    assertThat(service.result(job).statusCode()).isEqualTo(400);
    assertThat(json(service.result(job)).path("detail").isTextual()).isTrue();
  }

  @Test
  void soManyJobsOfAnAccountAreInProgressAndTheOthersWaitInOrder() {
    List<JsonNode> jobs = List.of("one", "two", "three", "four").stream().map(service::submitted).toList();
    assertThat(jobs).extracting(job -> job.path("queue_position").asInt()).containsExactly(0, 1, 2, 3);
    service.clock.advance(Duration.ofSeconds(4));
    assertThat(jobs).extracting(service::word).containsExactly("IN_PROGRESS", "IN_PROGRESS", "IN_QUEUE", "IN_QUEUE");
    assertThat(json(service.status(jobs.get(2))).path("queue_position").asInt(-1)).isZero();
    assertThat(json(service.status(jobs.get(3))).path("queue_position").asInt()).isEqualTo(1);
    service.clock.advance(LONG);
    assertThat(jobs).extracting(service::word).containsOnly("COMPLETED");
  }

  @Test
  void accountsDoNotWaitForEachOther() {
    restart(settings -> settings.withRunning(1).withKeys(Set.of("playground", "other"), Set.of()));
    service.submitted("mine");
    JsonNode theirs = json(service.send(service.request("/services/fal/" + STABLE_AUDIO_25)
        .setHeader("Authorization", "Key other").header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(input("theirs")))));
    assertThat(theirs.path("queue_position").asInt(-1)).isZero();
    assertThat(service.status(theirs).statusCode()).isEqualTo(404);
  }

  @Test
  void aJobCancelledInTheQueueEndsAndIsGivenBackAndTheOthersMoveUp() {
    restart(settings -> settings.withRunning(1));
    JsonNode first = service.submitted("first");
    JsonNode second = service.submitted("second");
    JsonNode third = service.submitted("third");
    service.clock.advance(Duration.ofSeconds(4));

    HttpResponse<String> cancelled = service.cancel(second);
    assertThat(cancelled.statusCode()).isEqualTo(202);
    assertThat(json(cancelled).path("status").asText()).isEqualTo("CANCELLATION_REQUESTED");
    assertThat(service.word(second)).isEqualTo("COMPLETED");
    assertThat(json(service.status(second)).path("error_type").asText()).isEqualTo("client_cancelled");
    assertThat(service.result(second).statusCode()).isEqualTo(499);
    assertThat(json(service.status(third)).path("queue_position").asInt(-1)).isZero();
    assertThat(service.fal.ledger().refunded()).isEqualTo(200);

    service.clock.advance(Duration.ofSeconds(14));
    assertThat(service.word(first)).isEqualTo("COMPLETED");
    assertThat(service.word(third)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aJobInProgressGoesOnWhenItIsCancelled() {
    JsonNode job = service.submitted("x");
    service.clock.advance(Duration.ofSeconds(4));
    assertThat(service.cancel(job).statusCode()).isEqualTo(202);
    assertThat(service.word(job)).isEqualTo("IN_PROGRESS");
    service.clock.advance(LONG);
    HttpResponse<String> late = service.cancel(job);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(json(late).path("status").asText()).isEqualTo("ALREADY_COMPLETED");
    assertThat(service.result(job).statusCode()).isEqualTo(200);
    assertThat(service.fal.ledger().refunded()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/requests/nothing/status", "/requests/nothing"})
  void anUnknownRequestIsNotFound(String path) {
    HttpResponse<String> answer = service.get(service.uri("/services/fal/fal-ai/stable-audio-25" + path).toString());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("status").asText("NOT_FOUND")).isEqualTo("NOT_FOUND");
  }

  @Test
  void aRequestIsFoundUnderItsOwnAppOnly() {
    JsonNode job = service.submitted("x");
    String elsewhere = job.path("status_url").asText().replace("stable-audio-25", "stable-audio");
    assertThat(service.get(elsewhere).statusCode()).isEqualTo(404);
    String tooLong = job.path("status_url").asText().replace("stable-audio-25", "stable-audio-25/text-to-audio");
    assertThat(service.get(tooLong).statusCode()).isEqualTo(404);
    assertThat(service.cancel(job).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      fal-ai/stable-audio                  | {}                                              | prompt            | missing
      fal-ai/stable-audio                  | {"prompt":5}                                    | prompt            | string_type
      fal-ai/stable-audio                  | {"prompt":"x","steps":1}                        | steps             | greater_than_equal
      fal-ai/stable-audio                  | {"prompt":"x","steps":1001}                     | steps             | less_than_equal
      fal-ai/stable-audio                  | {"prompt":"x","seconds_total":"5"}              | seconds_total     | int_type
      fal-ai/stable-audio                  | {"prompt":"x","seconds_total":null}             | seconds_total     | int_type
      fal-ai/stable-audio-25/text-to-audio | {"prompt":"x","guidance_scale":0.5}             | guidance_scale    | greater_than_equal
      fal-ai/stable-audio-25/text-to-audio | {"prompt":"x","sync_mode":1}                    | sync_mode         | bool_type
      fal-ai/elevenlabs/sound-effects/v2   | {"text":"x","duration_seconds":22.5}            | duration_seconds  | less_than_equal
      fal-ai/elevenlabs/sound-effects/v2   | {"text":"x","output_format":"flac"}             | output_format     | one_of
      fal-ai/elevenlabs/sound-effects/v2   | {"text":"x","output_format":"opus_48000_32"}    | output_format     | feature_not_supported
      """)
  void anInputAgainstTheSchemaIsFoundOutByTheModel(String model, String sent, String field, String type) {
    JsonNode job = json(service.submit(model, sent));
    service.clock.advance(LONG);
    JsonNode status = json(service.status(job));
    assertThat(status.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(status.path("error_type").asText()).isEqualTo(type);

    HttpResponse<String> result = service.result(job);
    assertThat(result.statusCode()).isEqualTo(422);
    assertThat(result.headers().firstValue("x-fal-error-type")).contains(type);
    assertThat(result.headers().firstValue("x-fal-billable-units")).isEmpty();
    JsonNode entry = json(result).at("/detail/0");
    assertThat(entry.at("/loc/1").asText()).isEqualTo(field);
    assertThat(entry.path("type").asText()).isEqualTo(type);
    assertThat(entry.path("msg").asText()).isNotEmpty();
    assertThat(service.fal.ledger().charged()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{} {}"})
  void aBodyThatIsNoJsonIsABadRequest(String sent) {
    HttpResponse<String> answer = service.submit(STABLE_AUDIO, sent);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error_type").asText()).isEqualTo("bad_request");
    assertThat(service.fal.observations().submitsReceived()).isEqualTo(1);
    assertThat(service.fal.observations().submitsAccepted()).isZero();
  }

  @Test
  void anUnknownModelIsNotFound() {
    assertThat(service.submit("fal-ai/nothing", input("x")).statusCode()).isEqualTo(404);
    assertThat(service.submit("fal-ai/stable-audio-25", input("x")).statusCode()).isEqualTo(404);
  }

  @Test
  void fieldsThatNoDocumentNamesAreIgnoredAndObserved() {
    service.submit(STABLE_AUDIO, """
        {"prompt":"x","seed":5,"model":"y"}""");
    ServiceObservations.Submit seen = service.fal.observations().submits().getFirst();
    assertThat(seen.ignoredFields()).containsExactly("seed", "model");
    assertThat(seen.jobId()).isNotNull();
  }

  @Test
  void aSubmitCanAskForAShortQueue() {
    service.submitted("one");
    assertThat(service.submit(STABLE_AUDIO + "?fal_max_queue_length=1", input("x")).statusCode()).isEqualTo(200);
    assertThat(service.submit(STABLE_AUDIO + "?fal_max_queue_length=1", input("x")).statusCode()).isEqualTo(429);
    assertThat(service.submit(STABLE_AUDIO + "?fal_max_queue_length=many", input("x")).statusCode()).isEqualTo(400);
    assertThat(service.submit(STABLE_AUDIO + "?fal_webhook=http%3A%2F%2F127.0.0.1%2F", input("x")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Key wrong", "Bearer playground", "playground", "Key "})
  void aWrongKeyIsRefused(String authorization) {
    HttpResponse<String> answer = service.send(service.request("/services/fal/" + STABLE_AUDIO)
        .setHeader("Authorization", authorization).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(input("x"))));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).path("detail").isTextual()).isTrue();
    assertThat(answer.headers().firstValue("x-fal-request-id")).isPresent();
  }

  @Test
  void anAccountThatIsUsedUpIsLocked() {
    restart(settings -> settings.withMoney(new FalSettings.Money(300, 0, 200, 2)));
    assertThat(service.submit(STABLE_AUDIO_25, input("one")).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = service.submit(STABLE_AUDIO_25, input("two"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("detail").asText()).contains("Exhausted balance");
    assertThat(service.fal.ledger().balance("playground")).isEqualTo(100);
  }

  @Test
  void theBalanceIsForAdmins() {
    restart(settings -> settings.withKeys(Set.of("playground", "other"), Set.of("playground")));
    service.submitted("x");
    String billing = service.uri("/services/fal-api/v1/account/billing?expand=credits").toString();
    JsonNode account = json(service.get(billing));
    assertThat(account.at("/credits/current_balance").asDouble()).isEqualTo(99.8);
    assertThat(account.at("/credits/currency").asText()).isEqualTo("USD");
    assertThat(json(service.get(billing.replace("?expand=credits", ""))).has("credits")).isFalse();
    assertThat(service.send(service.request(URI.create(billing)).setHeader("Authorization", "Key other")).statusCode())
        .isEqualTo(403);
    assertThat(service.send(service.request(URI.create(billing)).setHeader("Authorization", "Key none")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void resultFilesNeedNoKeyAndRefuseOne() {
    JsonNode job = service.submitted("x");
    service.clock.advance(LONG);
    URI file = URI.create(json(service.result(job)).at("/audio/url").asText());
    assertThat(service.send(service.request(file)).statusCode()).isEqualTo(403);
    assertThat(service.fal.observations().keysLeaked()).isEqualTo(1);
    assertThat(new String(service.download(file).body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
  }

  @Test
  void pollsAreCountedPerJob() {
    JsonNode job = service.submitted("x");
    service.status(job);
    service.status(job);
    assertThat(service.fal.observations().traffic(job.path("request_id").asText()))
        .isEqualTo(new ServiceObservations.JobTraffic(2, 0));
  }

  @Test
  void theControlInterfaceTellsWhatItSaw() {
    service.fal.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_OBJECT), 1, "bad");
    service.submitted("good");
    service.submitted("bad");
    service.clock.advance(LONG);
    JsonNode state = json(service.get(service.uri("/control/services/fal").toString()));
    assertThat(state.path("creditsCharged").asDouble()).isEqualTo(0.4);
    assertThat(state.path("creditsRefunded").asDouble()).isEqualTo(0.2);
    assertThat(state.at("/jobs/0/status").asText()).isEqualTo("completed");
    assertThat(state.at("/jobs/0/seconds").asDouble()).isEqualTo(3);
    assertThat(state.toString()).doesNotContain("playground");
  }

  @Test
  void otherPathsAreNotFound() {
    for (String path : List.of("/services/fal/x", "/services/fal-run/x", "/services/fal-api/v1/models")) {
      assertThat(service.get(service.uri(path).toString()).statusCode()).isEqualTo(404);
    }
  }
}
