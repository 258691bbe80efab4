package dev.foley.provider.fal;

import static dev.foley.provider.fal.FalFixture.JOB;
import static dev.foley.provider.fal.FalFixture.REQUEST_ID;
import static dev.foley.provider.fal.FalFixture.STABLE_AUDIO_25;
import static dev.foley.provider.fal.FalFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SoundKind;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.Wire;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalSubmitTest {
  private FalFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new FalFixture();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private SubmitOutcome queue() throws ProviderException {
    return service.provider(false).submit(submission());
  }

  private SubmitOutcome run() throws ProviderException {
    return service.provider(true).submit(submission());
  }

  private static ProviderJobId job(SubmitOutcome outcome) {
    return ((SubmitOutcome.Accepted) outcome).jobId();
  }

  @Test
  void sendsWhatTheMemberSetAndNothingElse() throws Exception {
    service.answer(200, "{\"request_id\":\"a\"}");
    AudioRequest request = new AudioRequest(new ModelId(STABLE_AUDIO_25), SoundKind.MUSIC, "rain \"on\" a roof \uD800",
        Map.of(Parameter.SECONDS, ParameterValue.of(12), Parameter.STEPS, ParameterValue.of(4), Parameter.SEED,
            ParameterValue.of(7), Parameter.GUIDANCE, ParameterValue.of(1.5)));

    service.provider(false).submit(submission(request));

    RecordedRequest sent = service.server.takeRequest();
    assertThat(sent.getRequestLine()).isEqualTo("POST /queue/" + STABLE_AUDIO_25 + " HTTP/1.1");
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Key " + FalFixture.KEY);
    assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(sent.getHeaders().get("X-Fal-Request-Timeout")).isEqualTo("600");
    assertThat(sent.getHeaders().get("X-Fal-No-Retry")).isNull();
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(FalFixture.body(sent))).isEqualTo(json.readTree("""
        {"prompt": "rain \\"on\\" a roof ?", "seconds_total": 12, "num_inference_steps": 4, "seed": 7,
         "guidance_scale": 1.5}"""));
  }

  @Test
  void theSynchronousCallGoesToItsOwnHostAndMayWaitHalfItsTimeForTheStart() throws Exception {
    service.answer(200, "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav\"}}");

    run();

    RecordedRequest sent = service.server.takeRequest();
    assertThat(sent.getTarget()).isEqualTo("/run/" + STABLE_AUDIO_25);
    assertThat(sent.getHeaders().get("X-Fal-Request-Timeout")).isEqualTo("10");
    assertThat(FalFixture.body(sent)).isEqualTo("{\"prompt\":\"" + FalFixture.PROMPT + "\"}");
  }

  @Test
  void aJobWithTheUsualAddressesIsOnePath() throws Exception {
    String usual = service.uri("/queue/" + JOB.value()).toString();
    service.answer(200, "{\"request_id\":\"" + REQUEST_ID + "\",\"response_url\":\"" + usual + "\",\"status_url\":\""
        + usual + "/status\",\"cancel_url\":\"" + usual + "/cancel\",\"queue_position\":3}");

    assertThat(queue()).isEqualTo(new SubmitOutcome.Accepted(JOB, Optional.empty()));
  }

  @Test
  void otherAddressesOfTheSameHostAreKept() throws Exception {
    String other = service.uri("/queue/v2/r/" + REQUEST_ID).toString();
    service.answer(200, "{\"request_id\":\"" + REQUEST_ID + "\",\"response_url\":\"" + other
        + "/response\",\"status_url\":\"" + other + "/status?x=1\",\"cancel_url\":\"" + other + "/cancel\"}");

    assertThat(job(queue())).isEqualTo(new ProviderJobId("v2/r/" + REQUEST_ID + "/response v2/r/" + REQUEST_ID
        + "/status?x=1 v2/r/" + REQUEST_ID + "/cancel"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://queue.fal.run/a", "http://127.0.0.1:1/queue/a", "//elsewhere/a", "file:///a", "",
      "/queue/a", "{base}/elsewhere/a", "{base}/queue/../api/a", "{base}/queue", "{user}/queue/a"})
  void anAddressAnywhereElseIsNeverAsked(String address) throws Exception {
    String base = service.uri("").toString().replaceAll("/$", "");
    String foreign = address.replace("{base}", base).replace("{user}", base.replace("http://", "http://me@"));
    service.answer(200, "{\"request_id\":\"" + REQUEST_ID + "\",\"response_url\":\"" + foreign
        + "\",\"status_url\":\"" + foreign + "\",\"cancel_url\":\"" + foreign + "\"}");

    assertThat(job(queue())).isEqualTo(JOB);
  }

  @Test
  void aForeignHostThatAnswersIsNotAskedEither() throws Exception {
    try (MockWebServer foreign = new MockWebServer()) {
      foreign.start();
      service.answer(200, "{\"request_id\":\"a\",\"status_url\":\"" + foreign.url("/s") + "\",\"response_url\":\""
          + foreign.url("/r") + "\",\"cancel_url\":\"" + foreign.url("/c") + "\"}");
      service.answer(200, "{\"status\":\"COMPLETED\"}");
      service.answer(200, "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav\"}}");
      service.answer(202, "{\"status\":\"CANCELLATION_REQUESTED\"}");
      FalProvider provider = service.provider(false);

      ProviderJobId job = job(provider.submit(submission()));
      provider.poll(job, "x");
      provider.cancel(job);

      assertThat(foreign.getRequestCount()).isZero();
      assertThat(service.server.getRequestCount()).isEqualTo(4);
    }
  }

  @Test
  void addressesTooLongToBeKeptAreMadeInstead() throws Exception {
    String tooLong = service.uri("/queue/" + "x".repeat(300)).toString();
    service.answer(200, "{\"request_id\":\"" + REQUEST_ID + "\",\"response_url\":\"" + tooLong
        + "\",\"status_url\":\"" + tooLong + "\"}");

    assertThat(job(queue())).isEqualTo(JOB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>ok</html>", "{\"request_id\":\"a", "[]", "null", "\"a\"", "{}",
      "{\"request_id\":null}", "{\"request_id\":\" \"}", "{\"request_id\":{}}", "{\"request_id\":5}",
      "{\"request_id\":\"..\"}", "{\"request_id\":\"a/b\"}", "{\"request_id\":\"a b\"}"})
  void anAcceptanceWithoutAUsableIdIsAnUnknownOutcome(String body) {
    service.answer(200, body);

    assertThat(catchThrowableOfType(ProviderException.class, this::queue).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  /** A host can declare models; a job that was accepted must not be lost to an id that no model of the service has. */
  @Test
  void aModelOfOneWordIsNoTrouble() throws Exception {
    ModelDeclaration usual = ModelFile.builtIn().stream()
        .filter(declaration -> declaration.model().id().value().equals(STABLE_AUDIO_25)).findFirst().orElseThrow();
    Wire oneWord = new Wire("own", "prompt", Map.of(), JsonNodeFactory.instance.objectNode());
    FalProvider provider = service.provider(List.of(new ModelDeclaration(usual.model(), oneWord)));
    service.answer(200, "{\"request_id\":\"a\"}");

    assertThat(job(provider.submit(submission()))).isEqualTo(new ProviderJobId("own/requests/a"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202})
  void anyTwoHundredIsAnAcceptance(int status) throws Exception {
    service.answer(status, "{\"request_id\":\"" + REQUEST_ID + "\",\"status_url\":null,\"surprise\":[{}]}");

    assertThat(job(queue())).isEqualTo(JOB);
  }

  @Test
  void aSynchronousResultIsAnAddressAndWhatWasBilled() throws Exception {
    service.server.enqueue(FalFixture.json(200, "{\"audio_file\":{\"url\":\"https://v3.fal.media/a.wav\"}}")
        .setHeader("X-Fal-Billable-Units", "2.50").build());

    assertThat(run()).isEqualTo(new SubmitOutcome.Finished(URI.create("https://v3.fal.media/a.wav"),
        Optional.of(new Cost(new BigDecimal("2.50"), CostUnit.FAL_UNITS))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e999999999", "many", "1,5", "NaN"})
  void aBillThatMakesNoSenseIsPassedOver(String units) throws Exception {
    service.server.enqueue(FalFixture.json(200, "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav\"}}")
        .setHeader("X-Fal-Billable-Units", units).build());

    assertThat(((SubmitOutcome.Finished) run()).cost()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"audio\":null}", "{\"audio\":{\"url\":null}}", "{\"audio\":{\"url\":[]}}",
      "{\"audio\":\"https://a.example\"}", "{\"audio\":{\"url\":\"a.wav\"}}",
      "{\"audio\":{\"url\":\"data:audio/wav;base64,AAAA\"}}"})
  void aSynchronousAnswerWithoutAnAddressHasNoResult(String body) throws Exception {
    service.answer(200, body);

    assertThat(run()).isEqualTo(new SubmitOutcome.Refused(FailureReason.RESULT_MISSING, "no result is named"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>ok</html>", "{\"audio\":{\"url\":\"https://a", "[]", "null"})
  void aSynchronousAnswerThatMakesNoSenseIsAnUnknownOutcome(String body) {
    service.answer(200, body);

    assertThat(catchThrowableOfType(ProviderException.class, this::run).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      400 | {"detail":"no","error_type":"bad_request"}                               | REQUEST_REFUSED
      400 | {"detail":"no","error_type":"downstream_service_error"}                  | GENERATION_FAILED
      401 | {"detail":"no"}                                                          | KEY_REJECTED
      402 | {"detail":"no"}                                                          | OUT_OF_CREDITS
      403 | {"detail":"User is locked. Reason: Exhausted balance."}                  | OUT_OF_CREDITS
      403 | {"detail":"no such permission"}                                          | KEY_REJECTED
      403 | <html>                                                                   | KEY_REJECTED
      404 | {"detail":"Application not found"}                                       | MODEL_UNAVAILABLE
      405 | {"detail":"no"}                                                          | REQUEST_REFUSED
      413 | <html>                                                                   | REQUEST_REFUSED
      422 | {"detail":"no"}                                                          | REQUEST_REFUSED
      422 | {"detail":[{"loc":["body","steps"],"msg":"no","type":"less_than_equal"}]} | REQUEST_REFUSED
      422 | {"detail":[{"loc":["body","steps"],"msg":"no","type":"int_type"}]}       | REQUEST_REFUSED
      422 | {"detail":[{"msg":"no","type":"content_policy_violation"}]}              | CONTENT_REFUSED
      422 | {"detail":[{"msg":"no","type":"no_media_generated"}]}                    | GENERATION_FAILED
      422 | {"detail":[{"msg":"no","type":"a_new_word"}]}                            | GENERATION_FAILED
      422 | {"detail":[null,5,{"msg":null,"type":[]}]}                               | REQUEST_REFUSED
      422 | {"detail":null}                                                          | REQUEST_REFUSED
      """)
  void aClearRefusalIsAValueOnBothHosts(int status, String body, FailureReason reason) throws Exception {
    service.answer(status, body);
    service.answer(status, body);

    assertThat(queue()).isInstanceOfSatisfying(SubmitOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(run()).isInstanceOfSatisfying(SubmitOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void aRefusalSaysWhyInTheServicesWords() throws Exception {
    service.answer(422, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"too few\",\"type\":\"missing\",\"input\":\"x\"}]}");
    assertThat(queue())
        .isEqualTo(new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, "HTTP 422: missing: too few"));
    service.server.enqueue(FalFixture.json(400, "").setHeader("X-Fal-Error-Type", "bad_request").build());
    assertThat(queue()).isEqualTo(new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, "HTTP 400, 0 bytes"));
  }

  @ParameterizedTest
  @CsvSource({"429,THROTTLED", "503,UNAVAILABLE", "500,OUTCOME_UNKNOWN", "502,OUTCOME_UNKNOWN", "504,OUTCOME_UNKNOWN",
      "408,OUTCOME_UNKNOWN", "302,OUTCOME_UNKNOWN"})
  void otherwiseItSaysWhetherTheSubmitCanHaveArrived(int status, Kind kind) {
    for (int i = 0; i < 2; i++) {
      service.server.enqueue(new MockResponse.Builder().code(status).setHeader("Retry-After", "30")
          .setHeader("Location", service.server.url("/elsewhere")).body("<html>").build());
    }

    for (ProviderException failure : new ProviderException[]{
        catchThrowableOfType(ProviderException.class, this::queue),
        catchThrowableOfType(ProviderException.class, this::run)}) {
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(30));
    }
    assertThat(service.server.getRequestCount()).isEqualTo(2);
  }

  /** What the service itself answers with 5xx is not billed; in the queue, the job may be there all the same. */
  @ParameterizedTest
  @CsvSource({"500,internal_error,GENERATION_FAILED", "502,runner_incomplete_response,GENERATION_FAILED",
      "504,startup_timeout,SERVICE_UNAVAILABLE", "504,request_timeout,SERVICE_UNAVAILABLE",
      "504,generation_timeout,GENERATION_FAILED"})
  void anErrorOfTheServiceEndsASynchronousCallAndLeavesASubmitOpen(int status, String type, FailureReason reason)
      throws Exception {
    String body = "{\"detail\":\"sorry\",\"error_type\":\"" + type + "\"}";
    service.answer(status, body);
    service.answer(status, body);

    assertThat(run())
        .isEqualTo(new SubmitOutcome.Refused(reason, "HTTP " + status + ": " + type + ": sorry"));
    assertThat(catchThrowableOfType(ProviderException.class, this::queue).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  @Test
  void aSynchronousCallThatIsCutOffIsAnUnknownOutcome() {
    service.server.enqueue(FalFixture.json(200, "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav\"}}")
        .onResponseBody(new SocketEffect.CloseSocket()).build());

    assertThat(catchThrowableOfType(ProviderException.class, this::run).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  @Test
  void noConnectionMeansItDidNotArrive() {
    FalProvider provider = service.provider(false);
    service.close();

    assertThat(catchThrowableOfType(ProviderException.class, () -> provider.submit(submission())).kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void refusesWhatIsTheHostsMistake() {
    URI address = URI.create("http://localhost");
    assertThatIllegalArgumentException().isThrownBy(() -> new FalSettings(address, address, address, Secret.of("k"),
        false, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FalFixture.provider(new FalSettings(address, address, address, Secret.of("line\nbreak"),
            false, Duration.ofSeconds(1), Duration.ofSeconds(9), Duration.ofSeconds(5)), ProviderCallListener.NONE))
        .withMessageNotContaining("line");
  }
}
