package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.playground.server.PlaygroundServer;
import dev.foley.playground.services.SoundSource;
import dev.foley.playground.services.elevenlabs.ElevenLabsSettings.Account;
import dev.foley.playground.services.elevenlabs.ElevenLabsSettings.Times;
import dev.foley.playground.services.elevenlabs.ElevenLabsSettings.UsedUp;
import dev.foley.playground.services.elevenlabs.ElevenPlan;
import dev.foley.playground.services.elevenlabs.ReceivedRequest;
import dev.foley.playground.services.elevenlabs.SimulatedElevenLabs;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderException;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Spool;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.Voice;
import dev.foley.provider.elevenlabs.ElevenLabsProvider;
import dev.foley.provider.elevenlabs.ElevenLabsSettings;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Formats;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider of ElevenLabs against the simulated ElevenLabs: made apart, each by the service's documents. */
class ElevenLabsOnSimulatorTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  @TempDir
  private Path directory;
  private @Nullable PlaygroundServer server;
  private final List<String> concurrency = new ArrayList<>();

  /** Silence of the length that was asked for; a letter is spoken in a millisecond. */
  private static final class Silence implements SoundSource {
    private static PcmClip of(Duration length) {
      return new PcmClip(PcmFormat.CD, new byte[(int) PcmFormat.CD.framesIn(length) * PcmFormat.CD.frameBytes()]);
    }

    @Override
    public PcmClip music(String prompt, Duration length, long seed) {
      return of(length);
    }

    @Override
    public PcmClip effect(String prompt, Duration length, boolean loop, long seed) {
      return of(length);
    }

    @Override
    public PcmClip speech(String text, String voice, double speed, long seed) {
      return of(Duration.ofMillis(text.length()));
    }
  }

  private SimulatedElevenLabs start(UnaryOperator<Account> change) {
    SimulatedElevenLabs service = new SimulatedElevenLabs(
        dev.foley.playground.services.elevenlabs.ElevenLabsSettings
            .defaults(CLOCK, new SplittableRandom(1), new Silence())
            .withTimes(Times.USUAL.dividedBy(1e6)).withAccount(change.apply(Account.of(ElevenPlan.CREATOR))));
    server = PlaygroundServer.start(0, List.of(service));
    return service;
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private ElevenLabsProvider provider(Formats formats) {
    URI url = Objects.requireNonNull(server, "started").baseUrl();
    ElevenLabsSettings defaults = ElevenLabsSettings.defaults(Secret.of("playground"));
    return new ElevenLabsProvider(
        new ElevenLabsSettings(URI.create(url + SimulatedElevenLabs.API_PATH), defaults.key(),
            defaults.callTimeout(), defaults.answerTimeout(), formats, defaults.speech()),
        ModelFile.builtIn(), new Spool(directory, 100 << 20), new OkHttpClient(), CLOCK, ProviderCallListener.NONE,
        (current, maximum) -> concurrency.add(current + "/" + maximum));
  }

  private SubmitOutcome submit(String model, SoundKind kind, String prompt, Map<Parameter, ParameterValue> parameters)
      throws ProviderException {
    return provider(Formats.DEFAULT)
        .submit(new Submission(new AudioRequest(new ModelId(model), kind, prompt, parameters), "0ABC", 42));
  }

  private static SubmitOutcome.Answered answered(SubmitOutcome outcome) {
    assertThat(outcome).isInstanceOf(SubmitOutcome.Answered.class);
    return (SubmitOutcome.Answered) outcome;
  }

  private static void assertMp3(SubmitOutcome.Answered outcome, double seconds) {
    assertThat(outcome.audio().content()).isInstanceOfSatisfying(AudioContent.Compressed.class, mp3 -> {
      assertThat(mp3.container()).isEqualTo(AudioContainer.MP3);
      assertThat(mp3.duration().orElseThrow().toMillis() / 1e3).isBetween(seconds, seconds + 0.2);
    });
  }

  private static FailureReason refusal(SubmitOutcome outcome) {
    assertThat(outcome).isInstanceOf(SubmitOutcome.Refused.class);
    return ((SubmitOutcome.Refused) outcome).reason();
  }

  @Test
  void speechIsAWav() throws Exception {
    start(UnaryOperator.identity());
    var outcome = answered(submit("eleven_multilingual_v2", SoundKind.SPEECH, "x".repeat(500),
        Map.of(Parameter.SPEED, ParameterValue.of(1.2), Parameter.STYLE, ParameterValue.of(1), Parameter.SEED,
            ParameterValue.of(4_294_967_295L))));
    assertThat(outcome.audio().content()).isEqualTo(
        new AudioContent.Wav(new PcmFormat(24_000, 1, 16, PcmFormat.Encoding.INTEGER), 12_000));
    assertThat(outcome.cost().orElseThrow().amount()).isEqualTo(new BigDecimal("500"));
    assertThat(concurrency).containsExactly("1/5");
  }

  @Test
  void aLongTextIsSpokenInPartsThatKnowOfOneAnother() throws Exception {
    SimulatedElevenLabs service = start(UnaryOperator.identity());
    String text = "All work and no play. ".repeat(1_000);

    var outcome = answered(submit("eleven_multilingual_v2", SoundKind.SPEECH, text, Map.of()));

    assertThat(outcome.audio().content()).isInstanceOfSatisfying(AudioContent.Wav.class,
        wav -> assertThat(wav.frames()).isEqualTo(22 * 24_000));
    List<ReceivedRequest> parts = service.received();
    assertThat(parts).hasSize(3);
    assertThat(String.join("", parts.stream().map(part -> part.body().path("text").asText()).toList())).isEqualTo(text);
    assertThat(parts.get(2).body().path("previous_request_ids").toString())
        .isEqualTo("[\"" + parts.get(0).requestId() + "\",\"" + parts.get(1).requestId() + "\"]");
    assertThat(service.ledger().charged()).isEqualTo(22_000);
  }

  @Test
  void aModelThatCannotBeStitchedIsSpokenInPartsAllTheSame() throws Exception {
    SimulatedElevenLabs service = start(UnaryOperator.identity());
    answered(submit("eleven_v3", SoundKind.SPEECH, "All work and no play. ".repeat(200), Map.of()));
    assertThat(service.received()).hasSize(2);
  }

  @Test
  void effectsAndMusicAreMp3() throws Exception {
    start(UnaryOperator.identity());
    var effect = answered(submit("eleven_text_to_sound_v2", SoundKind.SOUND, "rain", Map.of(Parameter.SECONDS,
        ParameterValue.of(0.5), Parameter.LOOP, ParameterValue.of(true), Parameter.INFLUENCE, ParameterValue.of(1))));
    assertMp3(effect, 0.5);
    assertThat(effect.cost().orElseThrow().amount()).isEqualTo(new BigDecimal("20"));
    var music = answered(
        submit("music_v1", SoundKind.MUSIC, "techno", Map.of(Parameter.SECONDS, ParameterValue.of(10))));
    assertMp3(music, 10);
    assertThat(music.cost().orElseThrow().amount()).isEqualTo(new BigDecimal("150"));
  }

  @Test
  void allVoicesAreFound() throws Exception {
    start(UnaryOperator.identity());
    assertThat(provider(Formats.DEFAULT).voices()).hasSizeGreaterThan(20)
        .contains(new Voice("JBFqnCBsd6RMkjVDRZzb", "George", "male, middle-aged, british, warm, narration"));
  }

  @Test
  void thePlanLimitsFormatsMusicAndVoices() throws Exception {
    start(account -> Account.of(ElevenPlan.FREE));
    assertThat(refusal(submit("music_v1", SoundKind.MUSIC, "techno", Map.of())))
        .isEqualTo(FailureReason.PLAN_INSUFFICIENT);
    assertThat(refusal(provider(new Formats("pcm_44100", Formats.DEFAULT_SOUND, Formats.DEFAULT_MUSIC))
        .submit(
            new Submission(new AudioRequest(new ModelId("eleven_v3"), SoundKind.SPEECH, "x", Map.of()), "0ABC", 42))))
        .isEqualTo(FailureReason.PLAN_INSUFFICIENT);
    assertThat(
        refusal(submit("eleven_v3", SoundKind.SPEECH, "x", Map.of(Parameter.VOICE, ParameterValue.of("nobody")))))
        .isEqualTo(FailureReason.VOICE_REFUSED);
    answered(submit("eleven_v3", SoundKind.SPEECH, "x", Map.of()));
    answered(submit("eleven_text_to_sound_v2", SoundKind.SOUND, "x", Map.of()));
  }

  @Test
  void anAccountThatIsUsedUpSaysSoInEitherShape() throws Exception {
    for (UsedUp usedUp : UsedUp.values()) {
      stop();
      start(account -> account.withCharacters(100).withUsedUp(usedUp));
      answered(submit("eleven_flash_v2_5", SoundKind.SPEECH, "x".repeat(100), Map.of()));
      var balance = provider(Formats.DEFAULT).balance().orElseThrow();
      assertThat(balance.amount()).isEqualTo(new BigDecimal("50"));
      assertThat(balance.renewsAt()).hasValue(Instant.parse("2026-12-01T00:00:00Z"));
      assertThat(refusal(submit("eleven_multilingual_v2", SoundKind.SPEECH, "x".repeat(51), Map.of())))
          .isEqualTo(FailureReason.OUT_OF_CREDITS);
    }
  }
}
