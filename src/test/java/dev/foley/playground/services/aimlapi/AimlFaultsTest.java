package dev.foley.playground.services.aimlapi;

import static dev.foley.playground.services.aimlapi.AimlApiFixture.LONG;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.body;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.ServiceFaults;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimlFaultsTest {
  private final AimlApiFixture service = new AimlApiFixture();
  private final ServiceFaults faults = service.api.faults();

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 429, 500, 502, 503, 504})
  void aPlannedStatusRefusesOneSubmitAndChargesNothing(int code) {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(code), 1);
    HttpResponse<String> refused = service.submit(body("x"));
    assertThat(refused.statusCode()).isEqualTo(code);
    assertThat(json(refused).path("status").asInt()).isEqualTo(code);
    assertThat(refused.headers().firstValue("retry-after")).isEmpty();
    assertThat(service.api.observations().submitsAccepted()).isZero();
    assertThat(service.api.ledger().charged()).isZero();
    assertThat(service.submit(body("x")).statusCode()).isEqualTo(200);
  }

  @Test
  void throttlingMaySayWhenToComeBack() {
    faults.plan(Fault.Moment.POLL, new Fault.Status(429, 7, Fault.ErrorShape.LEGACY), 2);
    HttpResponse<String> refused = service.poll("x");
    assertThat(refused.headers().firstValue("retry-after")).contains("7");
    JsonNode legacy = json(refused);
    assertThat(legacy.path("statusCode").textValue()).isEqualTo("429");
    assertThat(legacy.path("path").asText()).isEqualTo("/services/aimlapi/v2/generate/audio");
    assertThat(service.poll("x").statusCode()).isEqualTo(429);
    assertThat(service.poll("x").statusCode()).isEqualTo(404);
  }

  @Test
  void anErrorBodyMayBeNoJson() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(502, null, Fault.ErrorShape.TEXT), 1);
    HttpResponse<String> refused = service.submit(body("x"));
    assertThat(refused.body()).isEqualTo("Bad Gateway");
    assertThat(refused.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
  }

  @Test
  void aConnectionDroppedBeforeProcessingLeavesNoJob() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Drop(false), 1);
    assertThatThrownBy(() -> service.submit(body("x"))).isInstanceOf(UncheckedIOException.class);
    assertThat(service.api.observations().submitsReceived()).isEqualTo(1);
    assertThat(service.api.observations().submitsAccepted()).isZero();
  }

  @Test
  void aConnectionDroppedAfterProcessingLosesTheAnswerOfAPaidJob() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Drop(true), 1);
    assertThatThrownBy(() -> service.submit(body("x"))).isInstanceOf(UncheckedIOException.class);
    assertThat(service.api.observations().submitsReceived()).isEqualTo(1);
    assertThat(service.api.observations().submitsAccepted()).isEqualTo(1);
    assertThat(service.api.ledger().charged()).isEqualTo(25_200);
    String id = service.api.observations().submits().getFirst().jobId();
    assertThat(service.poll(String.valueOf(id)).statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerCanComeLaterThanItsReaderWaits() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Hang(600), 1);
    assertThatThrownBy(() -> service.send(service.submitRequest(body("x")), Duration.ofMillis(300)))
        .isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(service.api.observations().submitsAccepted()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.Garbled.Form.class)
  void aSuccessMayHaveAnUnreadableBody(Fault.Garbled.Form form) {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Garbled(form), 1);
    HttpResponse<String> answer = service.submit(body("x"));
    assertThat(answer.statusCode()).isEqualTo(200);
    switch (form) {
      case HTML -> assertThat(answer.body()).startsWith("<!DOCTYPE html>");
      case EMPTY -> assertThat(answer.body()).isEmpty();
      case CUT_JSON -> assertThat(answer.body()).startsWith("{\"id\":\"").doesNotContain("}");
    }
    assertThat(service.api.observations().submitsAccepted()).isEqualTo(form == Fault.Garbled.Form.HTML ? 0 : 1);
  }

  @Test
  void theOlderAnswerIsCreatedAndHasAGenerationIdOnly() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Legacy(), 1);
    HttpResponse<String> answer = service.submit(body("x"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).properties()).hasSize(1);
    assertThat(service.status(json(answer).path("generation_id").asText())).isEqualTo("queued");
  }

  @Test
  void aWordReplacesOnlyTheStatusItIsMeantFor() {
    faults.plan(Fault.Moment.POLL, new Fault.Word("completed", "complete"), 1);
    faults.plan(Fault.Moment.POLL, new Fault.Word("queued", "waiting"), 1);
    String id = service.submitted("x");
    assertThat(service.status(id)).isEqualTo("waiting");
    assertThat(service.status(id)).isEqualTo("queued");
    service.clock.advance(LONG);
    JsonNode done = json(service.poll(id));
    assertThat(done.path("status").asText()).isEqualTo("complete");
    assertThat(done.path("audio_file").has("url")).isTrue();
    assertThat(service.status(id)).isEqualTo("completed");
  }

  @Test
  void pollsMayHaveNullAndUnknownFields() {
    String id = service.submitted("x");
    faults.plan(Fault.Moment.POLL, new Fault.Fields(Fault.Fields.Added.NULLS), 1);
    JsonNode nulls = json(service.poll(id));
    assertThat(nulls.path("audio_file").isNull()).isTrue();
    assertThat(nulls.path("error").isNull()).isTrue();
    faults.plan(Fault.Moment.POLL, new Fault.Fields(Fault.Fields.Added.UNKNOWN), 1);
    assertThat(json(service.poll(id)).has("eta")).isTrue();
  }

  @Test
  void whatTheClientCameForMayBeNullOrMissing() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Fields(Fault.Fields.Added.NEEDED_NULL), 1);
    assertThat(json(service.submit(body("x"))).path("id").isNull()).isTrue();
    faults.plan(Fault.Moment.SUBMIT, new Fault.Fields(Fault.Fields.Added.NEEDED_MISSING), 1);
    JsonNode without = json(service.submit(body("x")));
    assertThat(without.has("id")).isFalse();
    assertThat(without.path("status").asText()).isEqualTo("queued");
    assertThat(service.api.observations().submitsAccepted()).isEqualTo(2);
  }

  @Test
  void anErrorMayHaveANameOfItsOwn() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(403, "SpendingCapException"), 1);
    assertThat(json(service.submit(body("x"))).at("/error/name").asText()).isEqualTo("SpendingCapException");
  }

  @ParameterizedTest
  @EnumSource(value = Fault.Outcome.End.class, names = {"ERROR_OBJECT", "ERROR_STRING", "ERROR_NULL"})
  void aFailedJobIsRefundedWhenItEnds(Fault.Outcome.End end) {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(end), 1);
    String id = service.submitted("x");
    assertThat(service.status(id)).isEqualTo("queued");
    assertThat(service.api.ledger().refunded()).isZero();
    service.clock.advance(LONG);
    JsonNode failed = json(service.poll(id));
    assertThat(failed.path("status").asText()).isEqualTo("error");
    assertThat(failed.at("/meta/usage/credits_used").asLong()).isZero();
    JsonNode error = failed.path("error");
    assertThat(switch (end) {
      case ERROR_OBJECT -> error.path("name").isTextual() && error.path("message").isTextual();
      case ERROR_STRING -> error.isTextual();
      default -> error.isNull();
    }).isTrue();
    assertThat(service.api.ledger().refunded()).isEqualTo(25_200);
    assertThat(service.api.ledger().balance("playground")).isEqualTo(200_000_000);
    assertThat(service.status(service.submitted("y"))).isEqualTo("queued");
  }

  @Test
  void aJobMayNeverEnd() {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NEVER), 1);
    String id = service.submitted("x");
    service.clock.advance(Duration.ofDays(3));
    assertThat(service.status(id)).isEqualTo("generating");
  }

  @Test
  void aCompletedJobMayLackItsFileOrUrl() {
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NO_AUDIO_FILE), 1);
    faults.plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NO_URL), 1);
    String noFile = service.submitted("x");
    String noUrl = service.submitted("x");
    service.clock.advance(LONG);
    assertThat(json(service.poll(noFile)).path("status").asText()).isEqualTo("completed");
    assertThat(json(service.poll(noFile)).has("audio_file")).isFalse();
    assertThat(json(service.poll(noUrl)).path("audio_file").has("url")).isFalse();
    assertThat(json(service.poll(noUrl)).path("audio_file").has("file_size")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.1/x.wav", "http://127.0.0.1:9/x.wav", "http://[::1]/x.wav",
      "http://169.254.169.254/latest/meta-data", "file:///etc/passwd"})
  void theResultMayBeSaidToLieAnywhere(String url) {
    faults.plan(Fault.Moment.JOB, new Fault.ResultAt(url), 1);
    String id = service.submitted("x");
    service.clock.advance(LONG);
    assertThat(service.resultOf(id)).hasToString(url);
  }

  @Test
  void aFaultMayConcernOnePromptAlone() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(500), 1, "techno");
    assertThat(service.submit(body("warm piano")).statusCode()).isEqualTo(200);
    assertThat(service.submit(body("hard techno")).statusCode()).isEqualTo(500);
    assertThat(faults.planned()).isEmpty();
  }

  @Test
  void faultsAreShownInOrderAndAsOftenAsPlanned() {
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(500), 2);
    faults.plan(Fault.Moment.SUBMIT, new Fault.Status(503), 1);
    assertThat(service.submit(body("x")).statusCode()).isEqualTo(500);
    assertThat(service.submit(body("x")).statusCode()).isEqualTo(500);
    assertThat(service.submit(body("x")).statusCode()).isEqualTo(503);
    assertThat(service.submit(body("x")).statusCode()).isEqualTo(200);
  }

  @Test
  void aFaultThatCannotStrikeThenIsRefusedAtOnce() {
    assertThatThrownBy(() -> faults.plan(Fault.Moment.SUBMIT, new Fault.Redirect(null), 1))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cannot strike at SUBMIT");
    assertThatThrownBy(() -> faults.plan(Fault.Moment.SUBMIT, new Fault.Status(500), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Fault.Status(200)).isInstanceOf(IllegalArgumentException.class);
  }
}
