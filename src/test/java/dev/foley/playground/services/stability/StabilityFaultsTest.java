package dev.foley.playground.services.stability;

import static dev.foley.playground.services.stability.StabilityFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.ServiceHooks;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StabilityFaultsTest {
  private static final Map<String, String> WAV = Map.of("prompt", "warm piano", "duration", "2", "output_format",
      "wav");
  private static final int WAV_BYTES = 78 + 2 * 176_400;

  private final StabilityFixture stability = new StabilityFixture();
  private final ServiceFaults faults = stability.service.faults();

  @AfterEach
  void stop() {
    stability.close();
  }

  @ParameterizedTest
  @CsvSource({"400,bad_request", "401,unauthorized", "402,payment_required", "403,content_moderation",
      "404,generation_not_found", "413,payload_too_large", "422,invalid_language", "429,rate_limit_exceeded",
      "500,internal_error", "503,service_unavailable"})
  void aPlannedStatusHasItsNameAndChargesNothing(int code, String name) {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(code), 1);
    HttpResponse<String> refused = stability.send(stability.synchronous(WAV));
    assertThat(refused.statusCode()).isEqualTo(code);
    assertThat(json(refused).path("name").asText()).isEqualTo(name);
    assertThat(json(refused).path("errors")).hasSize(1);
    assertThat(stability.service.ledger().charged()).isZero();
    assertThat(stability.generate(WAV).statusCode()).isEqualTo(200);
  }

  @Test
  void anErrorMayHaveAnotherNameShapeAndTime() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(422, "copyrighted_content"), 1);
    assertThat(json(stability.send(stability.synchronous(WAV))).path("name").asText()).isEqualTo("copyrighted_content");
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(429, 7, Fault.ErrorShape.LEGACY), 1);
    HttpResponse<String> older = stability.send(stability.synchronous(WAV));
    assertThat(older.headers().firstValue("retry-after")).contains("7");
    assertThat(json(older).path("message").isTextual()).isTrue();
    faults.plan(Fault.Moment.ACCOUNT, new Fault.Status(500, null, Fault.ErrorShape.TEXT), 1);
    assertThat(stability.send(stability.authorized("/v1/user/balance")).body()).isEqualTo("Server Error");
  }

  @ParameterizedTest
  @EnumSource(Fault.Garbled.Form.class)
  void aSuccessMayHaveAnUnreadableBody(Fault.Garbled.Form form) {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Garbled(form), 1);
    HttpResponse<String> answer = stability.generateJson(WAV);
    assertThat(answer.statusCode()).isEqualTo(200);
    switch (form) {
      case HTML -> assertThat(answer.body()).startsWith("<!DOCTYPE html>");
      case EMPTY -> assertThat(answer.body()).isEmpty();
      case CUT_JSON -> assertThat(answer.body()).startsWith("{\"audio\":\"").doesNotContain("}");
    }
    assertThat(stability.service.observations().submitsAccepted()).isEqualTo(form == Fault.Garbled.Form.HTML ? 0 : 1);
  }

  @Test
  void audioMayBeCutInMidBody() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Transfer(Fault.Transfer.Flaw.CUT_SHORT), 1);
    assertThatThrownBy(() -> stability.generate(WAV)).isInstanceOf(UncheckedIOException.class);
    assertThat(stability.service.ledger().charged()).isEqualTo(2_000);
  }

  @Test
  void audioMayTrickleIn() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Slow(1_000_000), 1);
    assertThat(stability.generate(WAV).body()).hasSize(WAV_BYTES);
  }

  @Test
  void theConnectionMayBeDroppedBeforeOrAfterTheWork() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Drop(false), 1);
    assertThatThrownBy(() -> stability.generate(WAV)).isInstanceOf(UncheckedIOException.class);
    assertThat(stability.service.ledger().charged()).isZero();
    faults.plan(Fault.Moment.SUBMIT, new Fault.Drop(true), 1);
    assertThatThrownBy(() -> stability.generate(WAV)).isInstanceOf(UncheckedIOException.class);
    assertThat(stability.service.ledger().charged()).isEqualTo(2_000);
    assertThat(stability.service.observations().submitsReceived()).isEqualTo(2);
  }

  @Test
  void anAnswerCanComeLaterThanItsReaderWaits() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Hang(600), 1);
    assertThatThrownBy(() -> stability.send(stability.synchronous(WAV), Duration.ofMillis(300)))
        .isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(stability.service.observations().submitsAccepted()).isEqualTo(1);
  }

  @Test
  void aModelMayNeverAnswer() {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NEVER), 1);
    assertThatThrownBy(() -> stability.send(stability.synchronous(WAV), Duration.ofMillis(300)))
        .isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(HttpTimeoutException.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.Fields.Added.class)
  void jsonMayHaveOtherFields(Fault.Fields.Added added) {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Fields(added), 1);
    JsonNode body = json(stability.generateJson(WAV));
    assertThat(switch (added) {
      case NULLS -> body.path("audio").isTextual();
      case UNKNOWN -> body.has("eta");
      case NEEDED_NULL -> body.path("audio").isNull();
      case NEEDED_MISSING -> !body.has("audio") && body.has("finish_reason");
    }).isTrue();
  }

  @Test
  void theFilterMayTakeTheSoundAwayForNothing() {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.FILTERED), 2);
    HttpResponse<byte[]> raw = stability.generate(WAV);
    assertThat(raw.statusCode()).isEqualTo(200);
    assertThat(raw.headers().firstValue("finish-reason")).contains("CONTENT_FILTERED");
    assertThat(samples(raw.body())).containsOnly(0);
    assertThat(json(stability.generateJson(WAV)).path("finish_reason").asText()).isEqualTo("CONTENT_FILTERED");
    assertThat(stability.service.ledger().charged()).isZero();
  }

  @Test
  void aFailureOfTheModelIsFree() {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_OBJECT), 1);
    HttpResponse<String> failed = stability.send(stability.synchronous(WAV));
    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(stability.service.ledger().charged()).isZero();
  }

  @Test
  void theAudioMayBeSilentOrNoAudioAtAll() {
    faults.plan(Fault.Moment.JOB, new Fault.File(FileForm.SILENT), 1);
    assertThat(samples(stability.generate(WAV).body())).containsOnly(0);
    faults.plan(Fault.Moment.JOB, new Fault.File(FileForm.GARBAGE), 1);
    assertThat(new String(stability.generate(WAV).body(), StandardCharsets.US_ASCII)).startsWith("no sound");
    faults.plan(Fault.Moment.JOB, new Fault.File(FileForm.ZERO_BYTES), 1);
    assertThat(stability.generate(WAV).body()).isEmpty();
    faults.plan(Fault.Moment.JOB, new Fault.File(FileForm.WRONG_CONTENT_TYPE), 1);
    assertThat(stability.generate(WAV).headers().firstValue("content-type").orElse("")).startsWith("text/plain");
    faults.plan(Fault.Moment.JOB, new Fault.File(FileForm.SHORTENED), 1);
    assertThat(stability.generate(WAV).body()).hasSize(78 + 176_400);
  }

  @ParameterizedTest
  @EnumSource(FileForm.class)
  void everyFormComesAsAnMp3RequestToo(FileForm form) {
    faults.plan(Fault.Moment.JOB, new Fault.File(form), 1);
    assertThat(stability.generate(Map.of("prompt", "x", "duration", "1")).statusCode()).isEqualTo(200);
  }

  @Test
  void whatThisServiceCannotDoIsRefusedAtOnce() {
    assertThatThrownBy(() -> faults.plan(Fault.Moment.SUBMIT, new Fault.Legacy(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NO_URL), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> faults.plan(Fault.Moment.DOWNLOAD, new Fault.Status(500), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hooksAreCalledInTheOrderOfTheRequestsWay() {
    List<String> calls = new CopyOnWriteArrayList<>();
    stability.service.addHooks(new ServiceHooks() {
      @Override
      public void submitReceived(String prompt) {
        calls.add("received " + prompt);
      }

      @Override
      public void beforeSubmitAnswer(String jobId) {
        calls.add("before, charged " + stability.service.ledger().charged());
      }

      @Override
      public void afterSubmitAnswer(String jobId) {
        calls.add("after");
      }
    });
    stability.generate(WAV);
    Awaitility.await().until(() -> calls.contains("after"));
    assertThat(calls).containsExactly("received warm piano", "before, charged 2000", "after");
  }

  private static byte[] samples(byte[] wav) {
    assertThat(wav).hasSize(WAV_BYTES);
    return Arrays.copyOfRange(wav, 78, wav.length);
  }
}
