package dev.foley.provider.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import dev.foley.provider.Balance;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.Progress;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SharedSpecs;
import dev.foley.provider.SubmitOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of what comes back. */
class StabilityAnswerTest {
  private static final ProviderJobId JOB = new ProviderJobId("a6".repeat(32));

  @TempDir
  private Path directory;
  private StabilityFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new StabilityFixture(directory);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private SubmitOutcome submit() throws ProviderException {
    return service.provider().submit(StabilityFixture.submission("stable-audio-2.5"));
  }

  private PollOutcome poll() throws ProviderException {
    return service.provider().poll(JOB, StabilityFixture.CORRELATION);
  }

  private FailureReason refusal() throws ProviderException {
    return ((SubmitOutcome.Refused) submit()).reason();
  }

  private Kind submitFailure() {
    return catchThrowableOfType(ProviderException.class, this::submit).kind();
  }

  private Kind pollFailure() {
    return catchThrowableOfType(ProviderException.class, this::poll).kind();
  }

  private void spoolIsEmpty() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("spool"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aWavGoesStraightIntoTheSpool() throws Exception {
    service.answer(StabilityFixture.audio());

    assertThat(submit()).isInstanceOfSatisfying(SubmitOutcome.Answered.class, answered -> {
      assertThat(answered.audio().content()).isEqualTo(new AudioContent.Wav(PcmFormat.CD, 44_100));
      assertThat(answered.audio().file()).hasBinaryContent(StabilityFixture.wav());
      assertThat(answered.audio().source()).isEmpty();
      assertThat(answered.cost()).isEmpty();
    });
    assertThat(service.spool.find(StabilityFixture.CORRELATION)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json; type=audio/wav", "Application/JSON;charset=utf-8"})
  void base64InJsonIsTheSame(String contentType) throws Exception {
    String audio = Base64.getEncoder().encodeToString(StabilityFixture.wav());
    service.answer(StabilityFixture.json(200,
        "{\"unknown\":{\"audio\":[1,{}]},\"finish_reason\":\"SUCCESS\",\"audio\":\"" + audio + "\",\"seed\":null}")
        .setHeader("Content-Type", contentType));

    assertThat(submit()).isInstanceOfSatisfying(SubmitOutcome.Answered.class,
        answered -> assertThat(answered.audio().file()).hasBinaryContent(StabilityFixture.wav()));
  }

  @Test
  void whatItIsSaysTheFileAndNotTheContentType() throws Exception {
    service.answer(StabilityFixture.audio().setHeader("Content-Type", "audio/wav")
        .body(new Buffer().write(new byte[]{(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0, 1, 2, 3})));

    assertThat(submit()).isInstanceOfSatisfying(SubmitOutcome.Answered.class, answered -> assertThat(
        answered.audio().content().container()).isEqualTo(AudioContainer.MP3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Welcome</html>", "{}", "{\"audio\":null}", "{\"audio\":7}", "[]", "null",
      "{\"audio\":\"\"}", "plain words"})
  void aSuccessWithoutASoundMayHaveBeenCharged(String body) throws Exception {
    for (String type : List.of("audio/wav", "application/json", "text/html")) {
      service.answer(StabilityFixture.json(200, body).setHeader("Content-Type", type));

      assertThat(refusal().charge()).as("%s as %s", body, type).isEqualTo(FailureReason.Charge.POSSIBLE);
      spoolIsEmpty();
    }
  }

  @Test
  void aSoundThatBreaksOffMayHaveBeenChargedAndIsNotAskedForAgain() throws Exception {
    service.answer(StabilityFixture.audio().onResponseBody(new SocketEffect.CloseSocket()));
    assertThat(refusal()).isEqualTo(FailureReason.RESULT_TRUNCATED);

    service.answer(StabilityFixture.json(200, "{\"audio\":\"UklGRgAAAABXQV"));
    assertThat(refusal()).isEqualTo(FailureReason.RESULT_TRUNCATED);
    assertThat(service.server.getRequestCount()).isEqualTo(2);
    spoolIsEmpty();
  }

  /** Found by fuzzing: it left the adapter as an unchecked exception, after the service had charged. */
  @ParameterizedTest
  @ValueSource(strings = {"UklGRiQ,AAAA", "UklG\u0005RiQ", "UklGRiQA.", "="})
  void aSoundThatIsNotBase64MayHaveBeenCharged(String audio) throws Exception {
    service.answer(StabilityFixture.json(200, new ObjectMapper().createObjectNode().put("audio", audio).toString()));

    assertThat(refusal()).isEqualTo(FailureReason.RESULT_NOT_AUDIO);
    spoolIsEmpty();
  }

  @Test
  void aSoundThatIsTooLargeIsNotTaken() throws Exception {
    byte[] large = new byte[(1 << 20) + 1];
    service.answer(StabilityFixture.audio().body(new Buffer().write(large)));
    assertThat(refusal()).isEqualTo(FailureReason.RESULT_TOO_LARGE);

    service.answer(StabilityFixture.json(200, "{\"audio\":\"" + Base64.getEncoder().encodeToString(large) + "\"}"));
    assertThat(refusal()).isEqualTo(FailureReason.RESULT_TOO_LARGE);
    spoolIsEmpty();
  }

  @Test
  void aFilteredSoundIsARefusal() throws Exception {
    service.answer(StabilityFixture.audio().setHeader("finish-reason", "CONTENT_FILTERED"));

    assertThat(refusal()).isEqualTo(FailureReason.CONTENT_REFUSED);
  }

  @Test
  void aDiskThatTakesNothingIsNoticedBeforeAnythingIsSent() throws Exception {
    Files.delete(directory.resolve("spool"));

    assertThat(submitFailure()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(service.server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"400,bad_request,REQUEST_REFUSED", "401,unauthorized,KEY_REJECTED", "402,payment_required,OUT_OF_CREDITS",
      "403,content_moderation,CONTENT_REFUSED", "403,forbidden,PLAN_INSUFFICIENT", "404,not_found,MODEL_UNAVAILABLE",
      "413,payload_too_large,REQUEST_REFUSED", "422,invalid_language,LANGUAGE_REFUSED",
      "422,copyrighted_content,CONTENT_REFUSED", "422,other,REQUEST_REFUSED", "418,teapot,REQUEST_REFUSED",
      "500,internal_error,GENERATION_FAILED"})
  void everyRefusalHasItsReasonAndCostsNothing(int status, String name, FailureReason reason) throws Exception {
    service.answer(StabilityFixture.error(status, name));

    assertThat(refusal()).isEqualTo(reason);
    assertThat(reason.charge()).isEqualTo(FailureReason.Charge.NONE);
  }

  @ParameterizedTest
  @CsvSource({"429,THROTTLED", "503,UNAVAILABLE", "408,OUTCOME_UNKNOWN", "502,OUTCOME_UNKNOWN", "504,OUTCOME_UNKNOWN",
      "500,OUTCOME_UNKNOWN", "302,OUTCOME_UNKNOWN"})
  void whatIsNoAnswerOfTheServiceIsTheCallersToDecide(int status, Kind kind) {
    service.answer(
        StabilityFixture.json(status, "<html>gateway</html>").setHeader("Location", "https://elsewhere.example"));

    assertThat(submitFailure()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"id\":null}", "{\"id\":\"\"}", "", "[]", "<html>"})
  void aJobWithoutAnIdIsAnUnknownOutcome(String body) {
    service.answer(StabilityFixture.json(202, body));

    assertThat(catchThrowableOfType(ProviderException.class,
        () -> service.provider().submit(StabilityFixture.submission("stable-audio-3"))).kind())
        .isEqualTo(Kind.OUTCOME_UNKNOWN);
  }

  @Test
  void aLockOutLastsAMinuteUnlessTheServiceSaysOtherwise() {
    service.answer(StabilityFixture.error(429, "rate_limit_exceeded"));
    assertThat(catchThrowableOfType(ProviderException.class, this::submit).retryAfter())
        .contains(Duration.ofSeconds(60));

    service.answer(StabilityFixture.error(429, "rate_limit_exceeded").setHeader("Retry-After", "5"));
    assertThat(catchThrowableOfType(ProviderException.class, this::poll).retryAfter())
        .contains(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({"401,UNAUTHORIZED", "402,UNAVAILABLE", "429,THROTTLED", "408,UNAVAILABLE", "500,UNAVAILABLE",
      "503,UNAVAILABLE", "400,INVALID_RESPONSE", "302,INVALID_RESPONSE"})
  void aPollThatFailsCanBeAskedAgain(int status, Kind kind) {
    service.answer(StabilityFixture.error(status, "whatever"));

    assertThat(pollFailure()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":\"x\",\"status\":\"in-progress\"}", "{\"status\":\"dreaming\"}", "{}", "", "null"})
  void aJobThatIsNotDoneRuns(String body) throws Exception {
    service.answer(StabilityFixture.json(202, body));

    assertThat(poll()).isEqualTo(new PollOutcome.Running(Progress.GENERATING));
  }

  @Test
  void aFinishedJobIsTheSound() throws Exception {
    service.answer(StabilityFixture.audio());

    assertThat(poll()).isInstanceOf(PollOutcome.Answered.class);
  }

  @Test
  void aResultThatComesBrokenIsAskedForAgain() throws Exception {
    service.answer(StabilityFixture.audio().onResponseBody(new SocketEffect.CloseSocket()));
    service.answer(StabilityFixture.json(200, "<html>"));
    service.answer(StabilityFixture.audio());

    assertThat(pollFailure()).isEqualTo(Kind.INVALID_RESPONSE);
    assertThat(pollFailure()).isEqualTo(Kind.INVALID_RESPONSE);
    assertThat(poll()).isInstanceOf(PollOutcome.Answered.class);
  }

  @Test
  void theBalanceIsInCredits() throws Exception {
    service.answer(StabilityFixture.json(200, "{\"credits\":0.6336833840314097,\"new\":{}}"));
    assertThat(service.provider().balance()).contains(
        new Balance(new BigDecimal("0.6336833840314097"), CostUnit.STABILITY_CREDITS, Optional.empty()));

    service.answer(StabilityFixture.json(200, "<html>"));
    assertThat(service.provider().balance()).isEmpty();
    service.answer(StabilityFixture.error(401, "unauthorized"));
    assertThat(catchThrowableOfType(ProviderException.class, () -> service.provider().balance()).kind())
        .isEqualTo(Kind.UNAUTHORIZED);
  }

  /** Every file is looked at, so that a new one does not go unnoticed. */
  @Test
  void everyRecordedAnswerIsUnderstood() throws Exception {
    try (Stream<Path> examples = Files.list(SharedSpecs.directory("stability").resolve("examples"))) {
      List<Path> files = examples.sorted().toList();
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        understands(file.getFileName().toString(), Files.readString(file));
      }
    }
  }

  private void understands(String name, String body) throws Exception {
    switch (name) {
      case "accepted.202.json" -> {
        service.answer(StabilityFixture.json(202, body));
        assertThat(submit()).isInstanceOf(SubmitOutcome.Accepted.class);
      }
      case "result.in-progress.202.json" -> {
        service.answer(StabilityFixture.json(202, body));
        assertThat(poll()).isEqualTo(new PollOutcome.Running(Progress.GENERATING));
      }
      case "audio.json" -> { // its sound was cut down to a few bytes, of a video
        service.answer(StabilityFixture.json(200, body));
        assertThat(refusal()).isEqualTo(FailureReason.RESULT_NOT_AUDIO);
      }
      case "balance.json" -> {
        service.answer(StabilityFixture.json(200, body));
        assertThat(service.provider().balance()).isPresent();
      }
      case "error.404.json" -> {
        service.answer(StabilityFixture.json(404, body));
        assertThat(poll()).isInstanceOfSatisfying(PollOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.RESULT_MISSING));
      }
      case "error.429.json" -> {
        service.answer(StabilityFixture.json(429, body));
        assertThat(submitFailure()).isEqualTo(Kind.THROTTLED);
      }
      default -> {
        service.answer(StabilityFixture.json(Integer.parseInt(name.replaceAll(".*?(\\d{3})\\..*", "$1")), body));
        assertThat(refusal()).as(name).isEqualTo(switch (name) {
          case "error.400.json", "error.413.json" -> FailureReason.REQUEST_REFUSED;
          case "error.402.json" -> FailureReason.OUT_OF_CREDITS;
          case "error.403.json", "error.422.copyrighted_content.json" -> FailureReason.CONTENT_REFUSED;
          case "error.422.invalid_language.json" -> FailureReason.LANGUAGE_REFUSED;
          case "error.500.json" -> FailureReason.GENERATION_FAILED;
          case "error.v1.401.json" -> FailureReason.KEY_REJECTED;
          default -> throw new AssertionError("an example that this test does not know: " + name);
        });
      }
    }
  }

  @Test
  void neitherKeyNorPromptIsToldOn() throws Exception {
    service.answer(StabilityFixture.json(400,
        "{\"name\":\"bad_request\",\"errors\":[\"key " + StabilityFixture.KEY + "\",\"prompt: warm piano\"]}"));

    assertThat(submit().toString()).contains("bad_request").doesNotContain(StabilityFixture.KEY, "warm piano");
  }

  @Test
  void aServiceThatIsTooSlowHasNotSaidWhatItDid() {
    service.answer(new MockResponse.Builder().code(200).headersDelay(5, TimeUnit.SECONDS));

    assertThat(catchThrowableOfType(ProviderException.class,
        () -> service.provider(StabilitySettings.AnswerForm.AUDIO, Duration.ofMillis(700))
            .submit(StabilityFixture.submission("stable-audio-2")))
        .kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
  }
}
