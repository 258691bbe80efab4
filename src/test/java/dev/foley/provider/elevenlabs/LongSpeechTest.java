package dev.foley.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Formats;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Speech;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that are too long for one request. */
class LongSpeechTest {
  private static final String SENTENCE = "She sells sea shells by the sea shore, and nobody knows why. ";
  /** Five parts of 10,000 characters. */
  private static final String LONG = SENTENCE.repeat(800);

  @TempDir
  private Path directory;
  private ElevenLabsFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new ElevenLabsFixture(directory);
    service.answer(ElevenLabsFixture.json(200, "[]")); // no word about limits
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private SubmitOutcome speak(ElevenLabsProvider provider, String model) throws ProviderException {
    return provider.submit(ElevenLabsFixture.submission(ElevenLabsFixture.request(model, LONG, Map.of())));
  }

  private void answerParts(int count) {
    for (int i = 1; i <= count; i++) {
      service.answer(ElevenLabsFixture.samples(100 * i, "r" + i));
    }
  }

  private List<JsonNode> bodies(int count) throws Exception {
    assertThat(service.next().getUrl().encodedPath()).isEqualTo("/v1/models");
    List<JsonNode> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bodies.add(new ObjectMapper().readTree(ElevenLabsFixture.body(service.next())));
    }
    return bodies;
  }

  @Test
  void thePartsAreSpokenInOrderIntoOneFile() throws Exception {
    answerParts(5);

    SubmitOutcome outcome = speak(service.provider(), ElevenLabsFixture.SPEECH);

    assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Answered.class, answered -> {
      assertThat(answered.audio().content()).isEqualTo(
          new AudioContent.Wav(new PcmFormat(24_000, 1, 16, PcmFormat.Encoding.INTEGER), 100 + 200 + 300 + 400 + 500));
      assertThat(answered.cost().orElseThrow().amount()).isEqualTo(new BigDecimal("25"));
    });
    List<JsonNode> bodies = bodies(5);
    assertThat(String.join("", bodies.stream().map(body -> body.path("text").asText()).toList())).isEqualTo(LONG);
    assertThat(bodies).allSatisfy(body -> assertThat(body.path("text").asText()).endsWith("why. "));
  }

  @Test
  void eachPartKnowsWhatStandsAroundIt() throws Exception {
    answerParts(5);
    speak(service.provider(), ElevenLabsFixture.SPEECH);

    List<JsonNode> bodies = bodies(5);

    assertThat(bodies.stream().map(body -> body.path("previous_request_ids").toString()))
        .containsExactly("", "[\"r1\"]", "[\"r1\",\"r2\"]", "[\"r1\",\"r2\",\"r3\"]", "[\"r2\",\"r3\",\"r4\"]");
    assertThat(bodies).noneMatch(body -> body.has("previous_text"));
    for (int i = 0; i < 4; i++) {
      assertThat(bodies.get(i + 1).path("text").asText()).startsWith(bodies.get(i).path("next_text").asText());
      assertThat(bodies.get(i).path("next_text").asText()).hasSize(1_000);
    }
    assertThat(bodies.get(4).has("next_text")).isFalse();
  }

  @Test
  void whereTheServiceKeepsNoRequestsTheTextBeforeIsSent() throws Exception {
    answerParts(5);
    Speech unlogged = new Speech(Speech.DEFAULT_VOICE, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(false), OptionalInt.empty(), List.of());

    speak(service.provider(Formats.DEFAULT, unlogged), ElevenLabsFixture.SPEECH);

    List<JsonNode> bodies = bodies(5);
    assertThat(bodies).noneMatch(body -> body.has("previous_request_ids"));
    assertThat(bodies.get(0).path("text").asText()).endsWith(bodies.get(1).path("previous_text").asText());
    assertThat(bodies.get(1).path("previous_text").asText()).hasSize(1_000);
  }

  @Test
  void aModelThatTakesNoContextGetsNone() throws Exception {
    int parts = TextParts.of(LONG, 3_000).size();
    answerParts(parts);

    assertThat(speak(service.provider(), "eleven_v3")).isInstanceOf(SubmitOutcome.Answered.class);

    assertThat(bodies(parts)).allSatisfy(body -> {
      assertThat(body.has("previous_text") || body.has("next_text") || body.has("previous_request_ids")).isFalse();
      assertThat(body.path("text").asText()).hasSizeLessThanOrEqualTo(3_000);
    });
  }

  @Test
  void whatTheServiceSaysOfItsLimitCounts() throws Exception {
    service.close();
    service = new ElevenLabsFixture(directory.resolve("other"));
    service.answer(ElevenLabsFixture.json(200, "[{\"model_id\":\"x\"},{\"model_id\":\"eleven_multilingual_v2\","
        + "\"maximum_text_length_per_request\":60000}]"));
    answerParts(1);

    assertThat(speak(service.provider(), ElevenLabsFixture.SPEECH)).isInstanceOf(SubmitOutcome.Answered.class);

    assertThat(bodies(1).getFirst().path("text").asText()).isEqualTo(LONG);
  }

  @Test
  void aShortTextIsSpokenWithoutAskingForLimits() throws Exception {
    service.close();
    service = new ElevenLabsFixture(directory.resolve("other"));
    answerParts(1);
    service.submit(ElevenLabsFixture.SPEECH);
    RecordedRequest only = service.next();
    assertThat(only.getUrl().encodedPath()).isEqualTo("/v1/text-to-speech/" + Speech.DEFAULT_VOICE);
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aFailureOfTheFirstPartIsAsOfAnyRequest() {
    service.answer(ElevenLabsFixture.error(429, "system_busy"));
    assertThat(catchThrowableOfType(ProviderException.class, () -> speak(service.provider(), ElevenLabsFixture.SPEECH))
        .kind()).isEqualTo(Kind.THROTTLED);
  }

  @Test
  void whateverGoesWrongLaterIsSaidToHaveCostSomethingAndIsNotRepeated() throws Exception {
    for (MockResponse.Builder second : List.of(ElevenLabsFixture.error(429, "concurrent_limit_exceeded"),
        ElevenLabsFixture.error(401, "quota_exceeded"), ElevenLabsFixture.error(503, "maintenance"),
        ElevenLabsFixture.json(500, "<html>"), ElevenLabsFixture.json(200, "<html><body>no</body></html>"),
        ElevenLabsFixture.sound(new byte[0]), ElevenLabsFixture.sound(new byte[101]),
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()))) {
      answerParts(1);
      service.answer(second);
      int before = service.server.getRequestCount();

      SubmitOutcome outcome = speak(service.provider(), ElevenLabsFixture.SPEECH);

      assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
        assertThat(refused.reason().charge()).isNotEqualTo(FailureReason.Charge.NONE);
        assertThat(refused.detail()).startsWith("part 2 of 5: ").doesNotContain("shells");
      });
      assertThat(service.server.getRequestCount() - before).isEqualTo(3);
      service.answer(ElevenLabsFixture.json(200, "[]"));
    }
    try (Stream<Path> files = Files.list(directory.resolve("spool"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aCostThatIsNotKnownOfOnePartIsNotKnownOfTheWhole() throws Exception {
    answerParts(4);
    service.answer(ElevenLabsFixture.sound(new byte[200]));
    assertThat(((SubmitOutcome.Answered) speak(service.provider(), ElevenLabsFixture.SPEECH)).cost()).isEmpty();
  }

  @Test
  void wavIsAskedForAsSamplesWhereItHasToBeJoined() throws Exception {
    answerParts(5);
    Formats wav = new Formats("wav_24000", Formats.DEFAULT_SOUND, Formats.DEFAULT_MUSIC);
    assertThat(speak(service.provider(wav, Speech.DEFAULT), ElevenLabsFixture.SPEECH))
        .isInstanceOf(SubmitOutcome.Answered.class);
    service.next();
    assertThat(service.next().getUrl().queryParameter("output_format")).isEqualTo("pcm_24000");
  }

  @Test
  void framesOfMp3FollowOneAnother() throws Exception {
    for (int i = 0; i < 5; i++) {
      service.answer(ElevenLabsFixture.sound(ElevenLabsFixture.mp3(2)));
    }
    Formats mp3 = new Formats("mp3_44100_128", Formats.DEFAULT_SOUND, Formats.DEFAULT_MUSIC);
    assertThat(speak(service.provider(mp3, Speech.DEFAULT), ElevenLabsFixture.SPEECH))
        .isInstanceOfSatisfying(SubmitOutcome.Answered.class,
            answered -> assertThat(answered.audio().file()).hasBinaryContent(ElevenLabsFixture.mp3(10)));
  }
}
