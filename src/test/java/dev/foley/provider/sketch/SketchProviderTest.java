package dev.foley.provider.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foley.audio.AudioContent;
import dev.foley.audio.WavInspector;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Spool;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it promises beyond its contract. */
class SketchProviderTest {
  @TempDir
  private Path directory;
  private Spool spool;
  private SketchProvider provider;

  @BeforeEach
  void start() {
    spool = new Spool(directory.resolve("spool"), 20 << 20);
    provider = new SketchProvider(ModelFile.builtIn(), spool, new Random(1));
  }

  private SubmitOutcome submit(SoundKind kind, String prompt, Map<Parameter, ParameterValue> parameters, String name)
      throws ProviderException {
    ModelId model = provider.models().stream().filter(candidate -> candidate.kinds().contains(kind)).findFirst()
        .map(AudioModel::id).orElseThrow();
    AudioRequest request = new AudioRequest(model, kind, prompt, parameters);
    assertThat(provider.models().stream().filter(candidate -> candidate.id().equals(model)).findFirst().orElseThrow()
        .check(request)).isEmpty();
    return provider.submit(new Submission(request, name, 42));
  }

  private AudioArtifact sound(SoundKind kind, String prompt, Map<Parameter, ParameterValue> parameters, String name)
      throws ProviderException {
    return ((SubmitOutcome.Answered) submit(kind, prompt, parameters, name)).audio();
  }

  private static Duration length(AudioArtifact audio) {
    return ((AudioContent.Wav) audio.content()).duration();
  }

  @Test
  void hasAModelForEachKindOfSound() {
    assertThat(Stream.of(SoundKind.values())).allSatisfy(
        kind -> assertThat(provider.models()).anySatisfy(model -> assertThat(model.kinds()).contains(kind)));
    assertThat(provider.models()).allSatisfy(model -> {
      assertThat(model.provider()).isEqualTo(provider.name());
      assertThat(model.price()).isEmpty();
    });
  }

  @Test
  void makesMusicOfTheLengthAskedFor() throws Exception {
    AudioArtifact audio = sound(SoundKind.MUSIC, "warm lo-fi piano", Map.of(Parameter.SECONDS, ParameterValue.of(3)),
        "m");

    assertThat(length(audio)).isEqualTo(Duration.ofSeconds(3));
    assertThat(WavInspector.inspect(audio.file()).measurement().silent()).isFalse();
    assertThat(audio.source()).isEmpty();
  }

  @Test
  void makesEffectsOfTheLengthAskedForOrTheirOwn() throws Exception {
    assertThat(length(sound(SoundKind.SOUND, "laser", Map.of(Parameter.SECONDS, ParameterValue.of(0.5)), "a")))
        .isEqualTo(Duration.ofMillis(500));
    assertThat(length(sound(SoundKind.SOUND, "gentle rain", Map.of(), "b")))
        .isGreaterThan(length(sound(SoundKind.SOUND, "laser", Map.of(), "c")));
  }

  @Test
  void speaksWithTheVoiceAskedFor() throws Exception {
    byte[] first = Files.readAllBytes(sound(SoundKind.SPEECH, "Good evening.", Map.of(Parameter.SEED,
        ParameterValue.of(1)), "a").file());
    byte[] second = Files.readAllBytes(sound(SoundKind.SPEECH, "Good evening.",
        Map.of(Parameter.SEED, ParameterValue.of(1), Parameter.VOICE,
            ParameterValue.of(provider.voices().getLast().id())),
        "b").file());

    assertThat(second).isNotEqualTo(first);
    assertThat(submit(SoundKind.SPEECH, "x", Map.of(Parameter.VOICE, ParameterValue.of("nobody")), "c"))
        .isInstanceOfSatisfying(SubmitOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.VOICE_REFUSED));
  }

  @Test
  void theSameSeedIsTheSameSoundAndNoneIsAnother() throws Exception {
    Map<Parameter, ParameterValue> seeded = Map.of(Parameter.SEED, ParameterValue.of(4_294_967_295L));
    byte[] first = Files.readAllBytes(sound(SoundKind.SOUND, "door creaks", seeded, "a").file());

    assertThat(sound(SoundKind.SOUND, "door creaks", seeded, "b").file()).hasBinaryContent(first);
    assertThat(Files.readAllBytes(sound(SoundKind.SOUND, "door creaks", Map.of(), "c").file())).isNotEqualTo(first);
  }

  @Test
  void aDiskThatTakesNothingMeansLater() throws Exception {
    Files.delete(directory.resolve("spool"));

    assertThat(catchThrowableOfType(ProviderException.class, () -> submit(SoundKind.SOUND, "rain", Map.of(), "a"))
        .kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void hasNoJobs() {
    assertThat(provider.poll(new ProviderJobId("x"), "a")).isInstanceOf(PollOutcome.Refused.class);
    assertThat(provider.cancels()).isFalse();
  }
}
