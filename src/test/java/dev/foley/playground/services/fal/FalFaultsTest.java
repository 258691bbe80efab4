package dev.foley.playground.services.fal;

import static dev.foley.playground.services.fal.FalFixture.LONG;
import static dev.foley.playground.services.fal.FalFixture.STABLE_AUDIO_25;
import static dev.foley.playground.services.fal.FalFixture.input;
import static dev.foley.playground.services.fal.FalFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.ServiceFaults;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FalFaultsTest {
  private final FalFixture service = new FalFixture();
  private final ServiceFaults faults = service.fal.faults();

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({"400,bad_request", "429,concurrent_requests_limit", "500,internal_error",
      "502,runner_incomplete_response",
      "503,runner_scheduling_failure", "504,request_timeout"})
  void aPlannedStatusRefusesOneSubmitAndChargesNothing(int code, String type) {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(code, 3, Fault.ErrorShape.PROBLEM), 1);
    HttpResponse<String> refused = service.submit(STABLE_AUDIO_25, input("x"));
    assertThat(refused.statusCode()).isEqualTo(code);
    assertThat(json(refused).path("error_type").asText()).isEqualTo(type);
    assertThat(refused.headers().firstValue("x-fal-error-type")).contains(type);
    assertThat(refused.headers().firstValue("retry-after")).contains("3");
    assertThat(service.fal.observations().submitsAccepted()).isZero();
    assertThat(service.submit(STABLE_AUDIO_25, input("x")).statusCode()).isEqualTo(200);
  }

  @Test
  void anErrorCanHaveEitherShapeOrNone() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(422, "no_media_generated"), 1);
    assertThat(json(service.submit(STABLE_AUDIO_25, input("x"))).at("/detail/0/type").asText())
        .isEqualTo("no_media_generated");
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(422, null, Fault.ErrorShape.LEGACY), 1);
    assertThat(json(service.submit(STABLE_AUDIO_25, input("x"))).properties()).hasSize(1);
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(502, null, Fault.ErrorShape.TEXT), 1);
    assertThat(service.submit(STABLE_AUDIO_25, input("x")).body()).isEqualTo("Bad Gateway");
  }

  @Test
  void aConnectionDroppedAfterProcessingLosesTheAnswerOfAPaidJob() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Drop(true), 1);
    assertThatThrownBy(() -> service.submit(STABLE_AUDIO_25, input("x"))).isInstanceOf(UncheckedIOException.class);
    assertThat(service.fal.observations().submitsAccepted()).isEqualTo(1);
    assertThat(service.fal.ledger().charged()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"ERROR_OBJECT,500,downstream_service_error,200", "ERROR_STRING,503,runner_disconnected,200",
      "FILTERED,422,content_policy_violation,0"})
  void aFailedJobIsCompletedToo(Fault.Outcome.End end, int code, String type, long refunded) {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(end), 1);
    JsonNode job = service.submitted("x");
    service.clock.advance(LONG);
    HttpResponse<String> status = service.status(job);
    assertThat(status.statusCode()).isEqualTo(200);
    assertThat(json(status).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(json(status).path("error_type").asText()).isEqualTo(type);
    assertThat(json(status).path("error").asText()).isNotEmpty();
    HttpResponse<String> result = service.result(job);
    assertThat(result.statusCode()).isEqualTo(code);
    assertThat(result.headers().firstValue("x-fal-error-type")).contains(type);
    assertThat(service.fal.ledger().refunded()).isEqualTo(refunded);
  }

  @Test
  void aFailureMayBeTellableFromTheResultAlone() {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_NULL), 1);
    JsonNode job = service.submitted("x");
    service.clock.advance(LONG);
    assertThat(json(service.status(job)).has("error")).isFalse();
    assertThat(service.result(job).statusCode()).isEqualTo(500);
    assertThat(service.fal.ledger().refunded()).isEqualTo(200);
  }

  @Test
  void aJobMayNeverEnd() {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NEVER), 1);
    JsonNode job = service.submitted("x");
    service.clock.advance(Duration.ofDays(3));
    assertThat(service.word(job)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void anOutputMayLackItsFileOrUrl() {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NO_AUDIO_FILE), 1);
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NO_URL), 1);
    JsonNode noFile = service.submitted("x");
    JsonNode noUrl = service.submitted("x");
    service.clock.advance(LONG);
    assertThat(json(service.result(noFile)).has("audio")).isFalse();
    assertThat(json(service.result(noUrl)).path("audio").has("url")).isFalse();
    assertThat(json(service.result(noUrl)).path("audio").has("file_size")).isTrue();
  }

  @Test
  void theResultMayBeSaidToLieAnywhere() {
    faults.plan(Fault.Moment.JOB, new Fault.ResultAt("http://10.0.0.1/x.wav"), 1);
    JsonNode job = service.submitted("x");
    service.clock.advance(LONG);
    assertThat(json(service.result(job)).at("/audio/url").asText()).isEqualTo("http://10.0.0.1/x.wav");
  }

  @Test
  void theFileMayHaveAnotherForm() {
    faults.plan(Fault.Moment.JOB, new Fault.File(FileForm.GARBAGE), 1);
    JsonNode job = service.submitted("x");
    service.clock.advance(LONG);
    URI file = URI.create(json(service.result(job)).at("/audio/url").asText());
    assertThat(service.download(file).body()).startsWith('n', 'o', ' ');
  }

  @Test
  void pollsMayHaveOtherWordsAndFields() {
    JsonNode job = service.submitted("x");
    faults.plan(Fault.Moment.POLL, new Fault.Word("IN_QUEUE", "DREAMING"), 1);
    assertThat(service.word(job)).isEqualTo("DREAMING");
    faults.plan(Fault.Moment.POLL, new Fault.Fields(Fault.Fields.Added.NULLS), 1);
    JsonNode nulls = json(service.status(job));
    assertThat(nulls.path("logs").isNull() && nulls.path("error").isNull() && nulls.path("error_type").isNull())
        .isTrue();
    faults.plan(Fault.Moment.POLL, new Fault.Fields(Fault.Fields.Added.NEEDED_MISSING), 1);
    assertThat(json(service.status(job)).has("status")).isFalse();
  }

  @Test
  void faultsOfPollsStrikeResultsToo() {
    JsonNode job = service.submitted("x");
    service.clock.advance(LONG);
    faults.plan(Fault.Moment.POLL, new Fault.Status(503), 1);
    assertThat(service.result(job).statusCode()).isEqualTo(503);
    faults.plan(Fault.Moment.POLL, new Fault.Fields(Fault.Fields.Added.NEEDED_NULL), 1);
    assertThat(json(service.result(job)).path("audio").isNull()).isTrue();
    assertThat(service.result(job).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Fault.Garbled.Form.class)
  void aSuccessMayHaveAnUnreadableBody(Fault.Garbled.Form form) {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Garbled(form), 1);
    assertThat(service.submit(STABLE_AUDIO_25, input("x")).statusCode()).isEqualTo(200);
    assertThat(service.fal.observations().submitsAccepted()).isEqualTo(form == Fault.Garbled.Form.HTML ? 0 : 1);
  }

  @Test
  void thereIsNoOlderAnswerToASubmit() {
    assertThatThrownBy(() -> faults.plan(Fault.Moment.SUBMIT, new Fault.Legacy(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
