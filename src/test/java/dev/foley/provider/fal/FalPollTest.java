package dev.foley.provider.fal;

import static dev.foley.provider.fal.FalFixture.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foley.provider.Balance;
import dev.foley.provider.CancelOutcome;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalPollTest {
  private static final String COMPLETED = "{\"status\":\"COMPLETED\"}";

  private FalFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new FalFixture();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private PollOutcome poll() throws ProviderException {
    return service.provider(false).poll(JOB, "x");
  }

  private Kind failure() {
    return catchThrowableOfType(ProviderException.class, this::poll).kind();
  }

  @Test
  void asksForStatusThenResultUnderThePathsOfTheJob() throws Exception {
    service.answer(200, COMPLETED);
    service.answer(200, "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav\"}}");

    poll();

    RecordedRequest status = service.server.takeRequest();
    assertThat(status.getRequestLine()).isEqualTo("GET /queue/" + JOB + "/status HTTP/1.1");
    assertThat(status.getHeaders().get("Authorization")).isEqualTo("Key " + FalFixture.KEY);
    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/queue/" + JOB);
  }

  @Test
  void asksUnderThePathsThatTheServiceReturned() throws Exception {
    ProviderJobId job = new ProviderJobId("v2/r/response v2/s?x=1 v2/c%20d");
    service.answer(200, COMPLETED);
    service.answer(200, "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav\"}}");
    service.answer(202, "{\"status\":\"CANCELLATION_REQUESTED\"}");

    service.provider(false).poll(job, "x");
    service.provider(false).cancel(job);

    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/queue/v2/s?x=1");
    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/queue/v2/r/response");
    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/queue/v2/c%20d");
  }

  /** The queue counts how many are ahead. */
  @ParameterizedTest
  @CsvSource({"0,1", "2,3", "12654,12655"})
  void tellsThePlaceInTheQueue(int position, int place) throws Exception {
    service.answer(202, "{\"status\":\"IN_QUEUE\",\"queue_position\":" + position + "}");

    assertThat(poll()).isEqualTo(new PollOutcome.Running(Progress.queuedAt(place)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "null", "\"2\"", "1e99", "1.5e300", "{}", "2147483647"})
  void aPlaceThatMakesNoSenseIsPassedOver(String position) throws Exception {
    service.answer(200, "{\"status\":\"IN_QUEUE\",\"queue_position\":" + position + "}");

    assertThat(poll()).isEqualTo(new PollOutcome.Running(Progress.QUEUED));
  }

  @Test
  void aStatusThatIsNotFinalIsRunning() throws Exception {
    service.answer(202, "{\"status\":\"IN_PROGRESS\",\"logs\":[{\"message\":5}],\"error\":null}");
    assertThat(poll()).isEqualTo(new PollOutcome.Running(Progress.GENERATING));
    service.answer(200, "{\"status\":\"in_progress\"}");
    assertThat(poll()).isEqualTo(new PollOutcome.Running(Progress.GENERATING));
    service.answer(200, "{\"status\":\"DREAMING\"}");
    assertThat(poll()).isEqualTo(new PollOutcome.Running(Progress.UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({"audio_file", "audio"})
  void aCompletedJobHasItsResultFetched(String field) throws Exception {
    service.answer(200, COMPLETED);
    service.server.enqueue(FalFixture
        .json(200, "{\"" + field + "\":{\"url\":\"https://v3.fal.media/a%2Fb.wav?s=%2B\",\"file_size\":null}}")
        .setHeader("X-Fal-Billable-Units", "1").build());

    assertThat(poll()).isEqualTo(new PollOutcome.Finished(URI.create("https://v3.fal.media/a%2Fb.wav?s=%2B"),
        Optional.of(new Cost(BigDecimal.ONE, CostUnit.FAL_UNITS))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"audio\":null,\"audio_file\":null}", "{\"audio\":{\"url\":\"\"}}",
      "{\"audio\":{\"url\":\"https://a b/\"}}", "{\"audio\":{\"url\":\"data:audio/wav;base64,AAAA\"}}"})
  void doneWithoutAUsableAddressIsARefusal(String body) throws Exception {
    service.answer(200, COMPLETED);
    service.answer(200, body);

    assertThat(poll()).isEqualTo(new PollOutcome.Refused(FailureReason.RESULT_MISSING, "no result is named"));
  }

  @Test
  void anAddressOfAnotherKindIsTheFetchersBusiness() throws Exception {
    service.answer(200, COMPLETED);
    service.answer(200, "{\"audio\":{\"url\":\"file:///etc/passwd\"}}");

    assertThat(poll()).isEqualTo(new PollOutcome.Finished(URI.create("file:///etc/passwd"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"status":"COMPLETED","error":"Invalid status code: 422"} | 422 | {"detail":[{"msg":"no","type":"content_policy_violation"}]} | JOB_REFUSED
      {"status":"COMPLETED"}                                    | 422 | {"detail":[{"msg":"no","type":"content_policy_violation"}]} | JOB_REFUSED
      {"status":"COMPLETED"}                                    | 422 | {"detail":[{"msg":"no","type":"greater_than_equal"}]}       | JOB_REFUSED
      {"status":"COMPLETED"}                                    | 422 | {"detail":"no"}                                            | JOB_REFUSED
      {"status":"COMPLETED"}                                    | 422 | {"detail":[{"msg":"no","type":"no_media_generated"}]}       | GENERATION_FAILED
      {"status":"COMPLETED"}                                    | 400 | {"detail":"no","error_type":"bad_request"}                 | JOB_REFUSED
      {"status":"COMPLETED"}                                    | 400 | {"detail":[{"msg":"no","type":"downstream_service_error"}]} | GENERATION_FAILED
      {"status":"COMPLETED"}                                    | 500 | {"detail":[{"msg":"no","type":"internal_server_error"}]}    | GENERATION_FAILED
      {"status":"COMPLETED"}                                    | 504 | {"detail":[{"msg":"no","type":"generation_timeout"}]}       | GENERATION_FAILED
      {"status":"COMPLETED","error":"x","error_type":"request_timeout"}          | 504 | {"detail":"no","error_type":"request_timeout"}  | GENERATION_FAILED
      {"status":"COMPLETED","error":"x","error_type":"content_policy_violation"} | 500 | {"detail":"no"}                                 | JOB_REFUSED
      {"status":"COMPLETED","error":"x","error_type":"client_cancelled"}         | 499 | {"detail":"no","error_type":"client_cancelled"} | CANCELLED
      {"status":"COMPLETED","error":"x"}                                         | 200 | {}                                              | GENERATION_FAILED
      """)
  void aFailedJobIsRefusedByWhatItsResultSays(String status, int code, String body, FailureReason reason)
      throws Exception {
    service.answer(200, status);
    service.answer(code, body);

    assertThat(poll()).isInstanceOfSatisfying(PollOutcome.Refused.class, refused -> {
      assertThat(refused.reason()).isEqualTo(reason);
      assertThat(refused.detail()).startsWith("HTTP " + code + ": ");
    });
  }

  @Test
  void aSoundIsTakenWhateverTheStatusSaid() throws Exception {
    service.answer(200, "{\"status\":\"COMPLETED\",\"error\":\"a warning\"}");
    service.answer(200, "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav\"}}");

    assertThat(poll()).isInstanceOf(PollOutcome.Finished.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      200 | <html>                                                     | INVALID_RESPONSE
      200 | {"audio":{"url":                                           | INVALID_RESPONSE
      400 | {"detail":"Request is still in progress"}                  | INVALID_RESPONSE
      401 | {"detail":"no"}                                            | UNAUTHORIZED
      403 | {"detail":"User is locked"}                                | UNAVAILABLE
      404 | {"status":"NOT_FOUND"}                                     | INVALID_RESPONSE
      429 | {"detail":"no","error_type":"concurrent_requests_limit"}   | THROTTLED
      500 | {"detail":"Internal Server Error"}                         | UNAVAILABLE
      503 | {"detail":"no","error_type":"runner_scheduling_failure"}   | UNAVAILABLE
      502 | <html>                                                     | UNAVAILABLE
      302 | <html>                                                     | INVALID_RESPONSE
      """)
  void troubleWithFetchingTheResultIsNotTheEndOfTheJob(int code, String body, Kind kind) {
    service.answer(200, COMPLETED);
    service.answer(code, body);

    assertThat(failure()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"401,UNAUTHORIZED", "402,UNAVAILABLE", "403,UNAVAILABLE", "404,INVALID_RESPONSE", "400,INVALID_RESPONSE",
      "422,INVALID_RESPONSE", "429,THROTTLED", "408,UNAVAILABLE", "500,UNAVAILABLE", "502,UNAVAILABLE",
      "503,UNAVAILABLE", "504,UNAVAILABLE", "302,INVALID_RESPONSE"})
  void anErrorInPlaceOfTheStatusTellsNothingAboutTheJob(int status, Kind kind) {
    service.answer(status, "{\"status\":\"NOT_FOUND\"}");

    assertThat(failure()).isEqualTo(kind);
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"status\":\"COMPL", "[]", "null", "{}", "{\"status\":null}",
      "{\"status\":{}}", "{\"status\":5}"})
  void anAnswerThatMakesNoSenseTellsNothingEither(String body) {
    service.answer(200, body);

    assertThat(failure()).isEqualTo(Kind.INVALID_RESPONSE);
  }

  @Test
  void aDeepBodyIsNoTrouble() {
    service.answer(200, "{\"logs\":".repeat(50_000));

    assertThat(failure()).isEqualTo(Kind.INVALID_RESPONSE);
  }

  @Test
  void noAnswerIsUnavailable() {
    service.server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThat(failure()).isEqualTo(Kind.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      202 | {"status":"CANCELLATION_REQUESTED"} | REQUESTED
      200 | {"success":true}                    | REQUESTED
      200 | {"status":"OK"}                     | REQUESTED
      204 | ``                                  | REQUESTED
      400 | {"status":"ALREADY_COMPLETED"}      | TOO_LATE
      404 | {"status":"NOT_FOUND"}              | UNKNOWN_JOB
      """)
  void aCancellationIsAnswered(int code, String body, CancelOutcome outcome) throws Exception {
    service.answer(code, body);

    assertThat(service.provider(false).cancel(JOB)).isEqualTo(outcome);
    assertThat(service.server.takeRequest().getRequestLine()).isEqualTo("PUT /queue/" + JOB + "/cancel HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource({"200,INVALID_RESPONSE", "400,INVALID_RESPONSE", "401,UNAUTHORIZED", "403,UNAVAILABLE", "429,THROTTLED",
      "500,UNAVAILABLE"})
  void aCancellationMayTellNothing(int code, Kind kind) {
    service.answer(code, "<html>");

    assertThat(catchThrowableOfType(ProviderException.class, () -> service.provider(false).cancel(JOB)).kind())
        .isEqualTo(kind);
  }

  @Test
  void onlyQueuedJobsCanBeCancelled() {
    assertThat(service.provider(false).cancels()).isTrue();
    assertThat(service.provider(true).cancels()).isFalse();
  }

  @Test
  void anAdminsKeySeesTheBalance() throws Exception {
    service.answer(200, "{\"username\":\"x\",\"credits\":{\"current_balance\":24.5,\"currency\":\"USD\"}}");

    assertThat(service.provider(false).balance())
        .contains(new Balance(new BigDecimal("24.5"), CostUnit.USD, Optional.empty()));
    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/api/v1/account/billing?expand=credits");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      401 | {"detail":"no"}
      403 | {"detail":"no"}
      200 | {}
      200 | {"credits":null}
      200 | {"credits":{"current_balance":"24.5"}}
      200 | {"credits":{"current_balance":1e300}}
      200 | {"credits":{"current_balance":5,"currency":"EUR"}}
      """)
  void otherwiseThereIsNoBalance(int code, String body) throws Exception {
    service.answer(code, body);

    assertThat(service.provider(false).balance()).isEmpty();
  }

  @Test
  void aBalanceMayTellNothing() {
    service.answer(200, "<html>");
    assertThat(catchThrowableOfType(ProviderException.class, () -> service.provider(false).balance()).kind())
        .isEqualTo(Kind.INVALID_RESPONSE);
    service.answer(502, "<html>");
    assertThat(catchThrowableOfType(ProviderException.class, () -> service.provider(false).balance()).kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }
}
