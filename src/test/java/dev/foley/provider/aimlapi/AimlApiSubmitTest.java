package dev.foley.provider.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
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
import dev.foley.secret.Secret;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimlApiSubmitTest {
  private static final AudioRequest PLAIN = AimlApiFixture.request("warm lo-fi piano", Map.of());

  private AimlApiFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new AimlApiFixture();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private SubmitOutcome submit() throws ProviderException {
    return service.provider().submit(AimlApiFixture.submission(PLAIN, "0ABCDEFGHJKMN"));
  }

  private ProviderException failure() {
    return catchThrowableOfType(ProviderException.class, this::submit);
  }

  @Test
  void sendsWhatTheMemberSetAndNothingElse() throws Exception {
    service.answer(200, "{\"id\":\"a\",\"status\":\"queued\"}");
    AudioRequest request = AimlApiFixture.request("rain \"on\" a tin roof \uD83C\uDF27 \uD800",
        Map.of(Parameter.SECONDS, ParameterValue.of(12), Parameter.STEPS, ParameterValue.of(50), Parameter.START,
            ParameterValue.of(3)));

    service.provider().submit(AimlApiFixture.submission(request, "0ABCDEFGHJKMN"));

    RecordedRequest sent = service.server.takeRequest();
    assertThat(sent.getRequestLine()).isEqualTo("POST /v2/generate/audio HTTP/1.1");
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + AimlApiFixture.KEY);
    assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(sent.getHeaders().get("X-Client-Request-Id")).isEqualTo("0ABCDEFGHJKMN");
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(AimlApiFixture.body(sent))).isEqualTo(json.readTree("""
        {"model": "stable-audio", "prompt": "rain \\"on\\" a tin roof \uD83C\uDF27 ?",
         "seconds_start": 3, "seconds_total": 12, "steps": 50}"""));
  }

  @Test
  void leavesTheDefaultsToTheService() throws Exception {
    service.answer(200, "{\"id\":\"a\"}");

    submit();

    assertThat(service.nextBody())
        .isEqualTo("{\"model\":\"stable-audio\",\"prompt\":\"warm lo-fi piano\"}");
  }

  @ParameterizedTest
  @CsvSource({"/,/v2/generate/audio", "/proxy/aiml,/proxy/aiml/v2/generate/audio", "/proxy/,/proxy/v2/generate/audio"})
  void findsTheServiceBehindAPathToo(String base, String target) throws Exception {
    service.answer(200, "{\"id\":\"a\"}");
    AimlApiSettings settings = new AimlApiSettings(service.server.url(base).uri(), Secret.of("k"),
        AimlApiFixture.TIMEOUT);

    new AimlApiProvider(settings, ModelFile.builtIn(), new OkHttpClient(), AimlApiFixture.CLOCK,
        ProviderCallListener.NONE).submit(AimlApiFixture.submission(PLAIN, "x"));

    assertThat(service.server.takeRequest().getTarget()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "200|{\"id\":\"a:b/c\",\"status\":\"queued\"}",
      "201|{\"generation_id\":\"a:b/c\"}",
      "202|{\"id\":null,\"generation_id\":\"a:b/c\",\"surprise\":[{}]}",
      "200|{\"id\":\"a:b/c\",\"generation_id\":\"other\",\"meta\":null,\"error\":null}"})
  void acceptsEveryShapeOfAcceptance(int status, String body) throws Exception {
    service.answer(status, body);

    assertThat(submit()).isEqualTo(new SubmitOutcome.Accepted(new ProviderJobId("a:b/c"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"120000|120000", "0.5|0.5", "0|0"})
  void tellsWhatItCost(String credits, BigDecimal cost) throws Exception {
    service.answer(200, "{\"id\":\"a\",\"meta\":{\"usage\":{\"credits_used\":" + credits + "}}}");

    assertThat(submit()).isEqualTo(
        new SubmitOutcome.Accepted(new ProviderJobId("a"), Optional.of(new Cost(cost, CostUnit.AIML_CREDITS))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e999999999", "\"many\"", "null", "{}"})
  void passesOverACostThatMakesNoSense(String credits) throws Exception {
    service.answer(200, "{\"id\":\"a\",\"meta\":{\"usage\":{\"credits_used\":" + credits + "}}}");

    assertThat(submit()).isEqualTo(new SubmitOutcome.Accepted(new ProviderJobId("a"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"400,REQUEST_REFUSED", "401,KEY_REJECTED", "402,OUT_OF_CREDITS", "403,OUT_OF_CREDITS",
      "404,MODEL_UNAVAILABLE", "405,REQUEST_REFUSED", "413,REQUEST_REFUSED", "422,REQUEST_REFUSED"})
  void aClearRefusalIsAValue(int status, FailureReason reason) throws Exception {
    service.answer(status, "{\"statusCode\":\"" + status + "\",\"message\":\"because\",\"path\":\"/v2\"}");

    assertThat(submit()).isEqualTo(new SubmitOutcome.Refused(reason, "HTTP " + status + ": because"));
  }

  @Test
  void understandsBothErrorShapesAndNone() throws Exception {
    service.answer(400, "{\"title\":\"Bad\",\"error\":{\"name\":\"BadRequestException\",\"message\":\"too short\"}}");
    assertThat(submit()).isEqualTo(
        new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, "HTTP 400: BadRequestException: too short"));
    service.answer(400, "{\"error\":\"too short\"}");
    assertThat(submit()).isEqualTo(new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, "HTTP 400: too short"));
    service.answer(400, "<html>no</html>");
    assertThat(submit()).isEqualTo(new SubmitOutcome.Refused(FailureReason.REQUEST_REFUSED, "HTTP 400, 15 bytes"));
  }

  @ParameterizedTest
  @CsvSource({"429,THROTTLED", "503,UNAVAILABLE", "500,OUTCOME_UNKNOWN", "502,OUTCOME_UNKNOWN", "504,OUTCOME_UNKNOWN",
      "524,OUTCOME_UNKNOWN", "408,OUTCOME_UNKNOWN", "302,OUTCOME_UNKNOWN"})
  void otherwiseItSaysWhetherTheSubmitCanHaveArrived(int status, Kind kind) {
    service.server
        .enqueue(new MockResponse.Builder().code(status).setHeader("Retry-After", "Sat, 21 Nov 2026 03:00:30 GMT")
            .setHeader("Location", service.server.url("/elsewhere")).body("<html>").build());

    assertThat(failure()).satisfies(e -> {
      assertThat(e.kind()).isEqualTo(kind);
      assertThat(e.retryAfter()).contains(Duration.ofSeconds(30));
    });
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  /** OkHttp repeats a request once on a 503 that says "at once"; here that would be a second charge. */
  @Test
  void isNotRepeatedWhenTheServiceSaysRetryAtOnce() {
    service.server.enqueue(AimlApiFixture.json(503, "{}").setHeader("Retry-After", "0").build());
    service.answer(200, "{\"id\":\"second\"}");

    assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>ok</html>", "{\"id\":\"a", "[]", "null", "\"a\"", "{}", "{\"id\":\" \"}",
      "{\"id\":{}}"})
  void anAcceptanceWithoutAnIdIsAnUnknownOutcome(String body) {
    service.answer(200, body);

    assertThat(failure().kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  @Test
  void anIdTooLongToBeOneIsAnUnknownOutcome() {
    service.answer(200, "{\"id\":\"" + "x".repeat(513) + "\"}");

    assertThat(failure().kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  @Test
  void aBodyWithoutEndIsBounded() {
    service.answer(200, "{\"x\":\"" + "x".repeat(5 << 20) + "\",\"id\":\"a\"}");

    assertThat(failure().kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  @Test
  void theIdInTheHeaderSavesAJobWhoseBodyWasLost() throws Exception {
    service.server
        .enqueue(AimlApiFixture.json(200, "{\"id\":\"a:stab").setHeader("x-inference-id", "a:stable-audio").build());
    assertThat(submit()).isEqualTo(new SubmitOutcome.Accepted(new ProviderJobId("a:stable-audio"), Optional.empty()));

    service.server
        .enqueue(AimlApiFixture.json(200, "{\"id\":\"a:stable-audio\"}").setHeader("x-inference-id", "a:stable-audio")
            .onResponseBody(new SocketEffect.CloseSocket()).build());
    assertThat(submit()).isEqualTo(new SubmitOutcome.Accepted(new ProviderJobId("a:stable-audio"), Optional.empty()));
  }

  @Test
  void aRefusalWhoseBodyIsCutOffIsARefusal() throws Exception {
    service.server.enqueue(AimlApiFixture.json(401, "{\"message\":\"no such key\"}")
        .onResponseBody(new SocketEffect.CloseSocket()).build());

    assertThat(submit()).isInstanceOfSatisfying(SubmitOutcome.Refused.class,
        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.KEY_REJECTED));
  }

  @Test
  void noConnectionMeansItDidNotArrive() {
    URI gone = service.server.url("/").uri();
    service.close();
    AimlApiProvider provider = new AimlApiProvider(new AimlApiSettings(gone, Secret.of("k"), AimlApiFixture.TIMEOUT),
        ModelFile.builtIn(), new OkHttpClient(), AimlApiFixture.CLOCK, ProviderCallListener.NONE);

    assertThat(
        catchThrowableOfType(ProviderException.class, () -> provider.submit(AimlApiFixture.submission(PLAIN, "x")))
            .kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void noAddressMeansItDidNotArrive() {
    OkHttpClient client = new OkHttpClient.Builder().dns(host -> {
      throw new UnknownHostException(host);
    }).build();
    AimlApiProvider provider = new AimlApiProvider(
        new AimlApiSettings(URI.create("https://aiml.invalid"), Secret.of("k"), AimlApiFixture.TIMEOUT),
        ModelFile.builtIn(), client,
        AimlApiFixture.CLOCK, ProviderCallListener.NONE);

    assertThat(
        catchThrowableOfType(ProviderException.class, () -> provider.submit(AimlApiFixture.submission(PLAIN, "x")))
            .kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aFailedHandshakeMeansItDidNotArrive() {
    service.answer(200, "{\"id\":\"a\"}");
    URI https = URI.create("https://localhost:" + service.server.getPort()); // where plain HTTP is spoken
    AimlApiProvider provider = new AimlApiProvider(
        new AimlApiSettings(https, Secret.of("k"), AimlApiFixture.SHORT_TIMEOUT), ModelFile.builtIn(),
        new OkHttpClient(), AimlApiFixture.CLOCK, ProviderCallListener.NONE);

    assertThat(
        catchThrowableOfType(ProviderException.class, () -> provider.submit(AimlApiFixture.submission(PLAIN, "x")))
            .kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void noAnswerInTimeIsAnUnknownOutcome() {
    service.server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    AimlApiProvider provider = service.provider(AimlApiFixture.SHORT_TIMEOUT, ProviderCallListener.NONE);

    assertThat(
        catchThrowableOfType(ProviderException.class, () -> provider.submit(AimlApiFixture.submission(PLAIN, "x")))
            .kind())
        .isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  @Test
  void aResetOnceTheRequestWasWrittenIsAnUnknownOutcome() {
    service.server.enqueue(new MockResponse.Builder().onRequestBody(new SocketEffect.CloseSocket()).build());

    assertThat(failure().kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  /** A connection out of a pool may be dead already, which would look like an unknown outcome. */
  @Test
  void eachSubmitHasAConnectionOfItsOwn() throws Exception {
    service.answer(200, "{\"id\":\"a\"}");
    service.answer(200, "{\"id\":\"b\"}");
    AimlApiProvider provider = service.provider();

    provider.submit(AimlApiFixture.submission(PLAIN, "x"));
    provider.submit(AimlApiFixture.submission(PLAIN, "y"));

    int first = service.server.takeRequest().getConnectionIndex();
    int second = service.server.takeRequest().getConnectionIndex();
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void refusesWhatIsTheCallersMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service.provider().submit(AimlApiFixture.submission(PLAIN, "spaces are wrong")));
    assertThatIllegalArgumentException().isThrownBy(
        () -> service.provider()
            .submit(AimlApiFixture.submission(new AudioRequest(new ModelId("other"), SoundKind.MUSIC, "x", Map.of()))));
    assertThatIllegalArgumentException().isThrownBy(() -> new AimlApiProvider(
        new AimlApiSettings(URI.create("http://localhost"), Secret.of("line\nbreak"), AimlApiFixture.TIMEOUT),
        ModelFile.builtIn(), new OkHttpClient(),
        AimlApiFixture.CLOCK, ProviderCallListener.NONE)).withMessageNotContaining("line");
    assertThat(service.server.getRequestCount()).isZero();
  }
}
