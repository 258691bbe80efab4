package dev.foley.provider.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimlApiPollTest {
  private static final ProviderJobId JOB = new ProviderJobId("60ac7c34:elevenlabs/eleven music&x=1+2");

  private AimlApiFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new AimlApiFixture();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private PollOutcome poll() throws ProviderException {
    return service.provider().poll(JOB, "x");
  }

  private Kind failure() {
    return catchThrowableOfType(ProviderException.class, this::poll).kind();
  }

  @Test
  void asksForTheJobByItsEncodedId() throws Exception {
    service.answer(200, "{\"status\":\"queued\"}");

    poll();

    RecordedRequest sent = service.server.takeRequest();
    assertThat(sent.getRequestLine()).isEqualTo(
        "GET /v2/generate/audio?generation_id=60ac7c34%3Aelevenlabs%2Feleven%20music%26x%3D1%2B2 HTTP/1.1");
    assertThat(sent.getUrl().queryParameter("generation_id")).isEqualTo(JOB.value());
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + AimlApiFixture.KEY);
  }

  @ParameterizedTest
  @CsvSource({"queued,QUEUED", "waiting,QUEUED", "generating,GENERATING", "GENERATING,GENERATING", "moderating,UNKNOWN",
      "finished,UNKNOWN"})
  void aStatusThatIsNotFinalIsRunning(String status, Progress.Stage stage) throws Exception {
    service.answer(200,
        "{\"id\":\"a\",\"status\":\"" + status + "\",\"error\":null,\"audio_file\":{\"url\":\"https://a.example\"}}");

    assertThat(poll()).isEqualTo(new PollOutcome.Running(new Progress(stage, OptionalInt.empty())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "complete"})
  void bothWordsForDoneAreUnderstood(String status) throws Exception {
    service.answer(200,
        "{\"status\":\"" + status + "\",\"audio_file\":{\"url\":\"https://cdn.example/a%2Fb.wav?s=%2B&e=1\"},"
            + "\"meta\":{\"usage\":{\"credits_used\":25200}}}");

    assertThat(poll()).isEqualTo(new PollOutcome.Finished(URI.create("https://cdn.example/a%2Fb.wav?s=%2B&e=1"),
        Optional.of(new Cost(BigDecimal.valueOf(25_200), CostUnit.AIML_CREDITS))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"status\":\"completed\"}", "{\"status\":\"completed\",\"audio_file\":null}",
      "{\"status\":\"completed\",\"audio_file\":\"https://a.example\"}",
      "{\"status\":\"completed\",\"audio_file\":{\"url\":null}}",
      "{\"status\":\"completed\",\"audio_file\":{\"url\":\"\"}}",
      "{\"status\":\"completed\",\"audio_file\":{\"url\":[]}}",
      "{\"status\":\"completed\",\"audio_file\":{\"url\":\"https://a b.example/\"}}",
      "{\"status\":\"completed\",\"audio_file\":{\"url\":\"result.wav\"}}"})
  void doneWithoutAUsableAddressIsARefusal(String body) throws Exception {
    service.answer(200, body);

    assertThat(poll()).isInstanceOfSatisfying(PollOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.RESULT_MISSING));
  }

  @Test
  void anAddressOfAnotherKindIsTheFetchersBusiness() throws Exception {
    service.answer(200, "{\"status\":\"completed\",\"audio_file\":{\"url\":\"file:///etc/passwd\"}}");

    assertThat(poll()).isEqualTo(new PollOutcome.Finished(URI.create("file:///etc/passwd"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{\"name\":\"Moderation\",\"message\":\"not allowed\"}|Moderation: not allowed",
      "{\"message\":\"not allowed\"}|not allowed",
      "\"not allowed\"|not allowed",
      "null|no reason given",
      "{}|no reason given",
      "[\"x\"]|no reason given"})
  void aFailedJobSaysWhyInAnyShape(String error, String detail) throws Exception {
    service.answer(200, "{\"id\":\"a\",\"status\":\"error\",\"error\":" + error + "}");

    assertThat(poll()).isEqualTo(new PollOutcome.Refused(FailureReason.GENERATION_FAILED, detail));
  }

  @ParameterizedTest
  @CsvSource({"401,UNAUTHORIZED", "403,UNAVAILABLE", "404,INVALID_RESPONSE", "400,INVALID_RESPONSE", "429,THROTTLED",
      "408,UNAVAILABLE", "500,UNAVAILABLE", "502,UNAVAILABLE", "503,UNAVAILABLE", "504,UNAVAILABLE",
      "302,INVALID_RESPONSE"})
  void anErrorTellsNothingAboutTheJob(int status, Kind kind) {
    service.answer(status, "<html>");

    assertThat(failure()).isEqualTo(kind);
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"status\":\"compl", "[]", "null", "{}", "{\"status\":null}",
      "{\"status\":{}}"})
  void anAnswerThatMakesNoSenseTellsNothingEither(String body) {
    service.answer(200, body);

    assertThat(failure()).isEqualTo(Kind.INVALID_RESPONSE);
  }

  @Test
  void aDeepBodyIsNoTrouble() {
    service.answer(200, "{\"meta\":".repeat(50_000));

    assertThat(failure()).isEqualTo(Kind.INVALID_RESPONSE);
  }

  @Test
  void noAnswerIsUnavailable() {
    service.server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertThat(failure()).isEqualTo(Kind.UNAVAILABLE);

    service.server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    AimlApiProvider impatient = service.provider(AimlApiFixture.SHORT_TIMEOUT, ProviderCallListener.NONE);
    assertThat(catchThrowableOfType(ProviderException.class, () -> impatient.poll(JOB, "x")).kind())
        .isEqualTo(Kind.UNAVAILABLE);

    service.close();
    assertThat(failure()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void redirectsAreNotFollowedSinceTheKeyWouldGoAlong() {
    service.server
        .enqueue(new MockResponse.Builder().code(307).setHeader("Location", service.server.url("/x")).build());
    service.answer(200, "{\"status\":\"queued\"}");

    assertThat(failure()).isEqualTo(Kind.INVALID_RESPONSE);
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }
}
