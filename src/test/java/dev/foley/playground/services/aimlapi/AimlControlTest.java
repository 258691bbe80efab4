package dev.foley.playground.services.aimlapi;

import static dev.foley.playground.services.aimlapi.AimlApiFixture.LONG;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.body;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.Fault;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimlControlTest {
  private static final String CONTROL = "/control/services/aimlapi";
  private final AimlApiFixture service = new AimlApiFixture();

  @AfterEach
  void stop() {
    service.close();
  }

  private HttpResponse<String> plan(String fault) {
    return service.send(HttpRequest.newBuilder(service.uri(CONTROL + "/faults")).POST(BodyPublishers.ofString(fault)));
  }

  @Test
  void everythingThatTheServiceSawIsTold() {
    service.api.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_OBJECT), 1, "bad");
    String good = service.submitted("good one");
    service.submitted("bad one");
    service.submit("{}");
    service.clock.advance(LONG);
    service.download(service.resultOf(good));

    JsonNode state = json(service.get(CONTROL));
    assertThat(state.path("submitsReceived").asInt()).isEqualTo(3);
    assertThat(state.path("submitsAccepted").asInt()).isEqualTo(2);
    assertThat(state.path("polls").asInt()).isEqualTo(1);
    assertThat(state.path("downloads").asInt()).isEqualTo(1);
    assertThat(state.path("keysLeaked").asInt()).isZero();
    assertThat(state.path("creditsCharged").asInt()).isEqualTo(50_400);
    assertThat(state.path("creditsRefunded").asInt()).isEqualTo(25_200);
    assertThat(state.at("/submits/0/prompt").asText()).isEqualTo("good one");
    assertThat(state.at("/submits/0/jobId").asText()).isEqualTo(good);
    assertThat(state.at("/submits/2/jobId").isNull()).isTrue();
    assertThat(state.at("/jobs/0/status").asText()).isEqualTo("completed");
    assertThat(state.at("/jobs/0/polls").asInt()).isEqualTo(1);
    assertThat(state.at("/jobs/0/downloads").asInt()).isEqualTo(1);
    assertThat(state.at("/jobs/1/status").asText()).isEqualTo("error");
    assertThat(state.toString()).doesNotContain("playground");
  }

  @Test
  void aJobSaysWhenItIsDueUntilItHasEnded() {
    String _ = service.submitted("patient bells");

    Instant due = Instant.parse(json(service.get(CONTROL)).at("/jobs/0/dueAt").asText());
    assertThat(due).isAfter(service.clock.instant());
    service.clock.advance(LONG);
    assertThat(json(service.get(CONTROL)).at("/jobs/0").has("dueAt")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      """
          {"at":"submit","fault":"status","code":429,"retryAfterSeconds":3}""",
      """
          {"at":"submit","fault":"status","code":403,"name":"SpendingCapException"}""",
      """
          {"at":"account","fault":"status","code":503}""",
      """
          {"at":"submit","fault":"fields","added":"needed_missing"}""",
      """
          {"at":"poll","fault":"status","code":503,"shape":"text"}""",
      """
          {"at":"submit","fault":"hang","seconds":5}""",
      """
          {"at":"submit","fault":"drop","processed":true}""",
      """
          {"at":"poll","fault":"garbled","form":"cut_json"}""",
      """
          {"at":"submit","fault":"legacy"}""",
      """
          {"at":"poll","fault":"word","instead":"generating","word":"dreaming"}""",
      """
          {"at":"poll","fault":"fields","added":"nulls"}""",
      """
          {"at":"job","fault":"outcome","end":"never"}""",
      """
          {"at":"job","fault":"resultAt","url":"http://10.0.0.1/x.wav"}""",
      """
          {"at":"job","fault":"file","form":"float_32"}""",
      """
          {"at":"download","fault":"transfer","flaw":"cut_short"}""",
      """
          {"at":"download","fault":"slow","bytesPerSecond":1000}""",
      """
          {"at":"download","fault":"redirect","target":"file:///etc/passwd"}""",
      """
          {"at":"download","fault":"redirect"}""",
  })
  void everyFaultCanBePlannedAndIsListedAsItWasPlanned(String fault) {
    HttpResponse<String> answer = plan(fault);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode planned = json(service.get(CONTROL + "/faults")).path(0);
    assertThat(planned).isEqualTo(json(answer));
    HttpResponse<String> again = plan(fault);
    json(again).properties().stream().filter(field -> !field.getKey().equals("id"))
        .forEach(field -> assertThat(field.getValue()).isEqualTo(planned.get(field.getKey())));
  }

  @Test
  void aPlannedFaultStrikesAsOftenAsAskedAndCanBeCleared() {
    plan("""
        {"at":"submit","fault":"status","code":503,"times":5,"prompt":"techno"}""");
    assertThat(service.submit(body("techno")).statusCode()).isEqualTo(503);
    assertThat(service.submit(body("piano")).statusCode()).isEqualTo(200);
    assertThat(json(service.get(CONTROL + "/faults")).at("/0/times").asInt()).isEqualTo(4);
    service.send(HttpRequest.newBuilder(service.uri(CONTROL + "/faults")).DELETE());
    assertThat(service.submit(body("techno")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"fault":"legacy"}                                     | 'at' is missing
      {"at":"submit","fault":"nonsense"}                     | nonsense
      {"at":"nowhere","fault":"legacy"}                      | nowhere
      {"at":"poll","fault":"legacy"}                         | cannot strike at POLL
      {"at":"submit","fault":"status","code":200}            | code 200
      {"at":"submit","fault":"status","code":500,"tiems":3}  | tiems
      {"at":"submit","fault":"garbled"}                      | 'form' is missing
      {"at":"job","fault":"outcome","end":"well"}            | well
      {"at":"job","fault":"outcome","end":"filtered"}        | cannot strike at JOB
      {"at":"submit","fault":"status"}                       | code 0
      {"at":"submit","fault":"legacy","times":0}             | times 0
      []                                                     | not a JSON object
      {                                                      | end-of-input
      """)
  void aFaultThatCannotBeIsRefusedWithTheReason(String fault, String reason) {
    HttpResponse<String> answer = plan(fault);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("message").asText()).contains(reason);
    assertThat(service.api.faults().planned()).isEmpty();
  }

  @Test
  void theAccountsCanBeEmptied() {
    service.send(HttpRequest.newBuilder(service.uri(CONTROL + "/balance"))
        .PUT(BodyPublishers.ofString("{\"credits\":100}")));
    assertThat(service.submit(body("x")).statusCode()).isEqualTo(403);
  }
}
