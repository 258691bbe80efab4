package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.AudioMeasurement;
import dev.foley.audio.PcmFormat;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
  private static final AudioModel MODEL = FakeProvider.MODEL; // 1 to 47 s, by default 30
  private static final AudioMeasurement USUAL = new AudioMeasurement(-1, -14, 0);

  @Test
  void whatNobodyCanHearIsSilent() {
    assertThat(Judgement.isSilent(measured(new AudioMeasurement(Double.NEGATIVE_INFINITY,
        Double.NEGATIVE_INFINITY, 0)))).isTrue();
    assertThat(Judgement.isSilent(measured(new AudioMeasurement(-60.1, -70, 0)))).isTrue();
    assertThat(Judgement.isSilent(measured(new AudioMeasurement(-60, -70, 0)))).isFalse();
    assertThat(Judgement.isSilent(measured(USUAL))).isFalse();
  }

  @Test
  void whatWasNotMeasuredIsNeitherSilentNorClipped() {
    AudioArtifact unmeasured = artifact(wav(Duration.ofSeconds(30)), Optional.empty());

    assertThat(Judgement.isSilent(unmeasured)).isFalse();
    assertThat(Judgement.flaws(MODEL, request(Map.of()), unmeasured)).isEmpty();
  }

  @Test
  void wavesThatAreCutOffAreTold() {
    assertThat(Judgement.flaws(MODEL, request(Map.of()), measured(new AudioMeasurement(0, -6, 1))))
        .containsExactly(Flaw.CLIPPED);
  }

  @ParameterizedTest
  @CsvSource({"10, 11000, false", "10, 11001, true", "10, 9000, false", "10, 8999, true", "1, 1100, false",
      "1, 1101, true"})
  void aTenthIsTolerated(int asked, long millis, boolean off) {
    assertThat(off(MODEL, Map.of(Parameter.SECONDS, ParameterValue.of(asked)), Duration.ofMillis(millis)))
        .isEqualTo(off);
  }

  @Test
  void theShortestEffectsMayBePadded() {
    AudioModel effects = model(Map.of(Parameter.SECONDS,
        new ParameterRange.Numbers(new BigDecimal("0.5"), BigDecimal.TEN, false, Optional.empty())), "8");

    assertThat(off(effects, Map.of(Parameter.SECONDS, new ParameterValue.Quantity(new BigDecimal("0.5"))),
        Duration.ofMillis(590))).isFalse();
    assertThat(off(effects, Map.of(Parameter.SECONDS, new ParameterValue.Quantity(new BigDecimal("0.5"))),
        Duration.ofMillis(601))).isTrue();
  }

  @Test
  void aModelsOwnLengthIsAPromiseWhereItHasOne() {
    Duration ten = Duration.ofSeconds(10);

    assertThat(off(MODEL, Map.of(), ten)).as("30 s by default").isTrue();
    assertThat(off(model(Map.of(), "32.8"), Map.of(), ten)).as("always 32.8 s").isTrue();
    assertThat(off(model(Map.of(), "32.8"), Map.of(), Duration.ofSeconds(33))).isFalse();
  }

  @Test
  void whereNobodySaidALengthNoneIsOff() {
    Duration ten = Duration.ofSeconds(10);
    ParameterRange.Numbers free = new ParameterRange.Numbers(BigDecimal.ONE, BigDecimal.TEN, false, Optional.empty());

    assertThat(off(model(Map.of(), "0"), Map.of(), ten)).as("speech").isFalse();
    assertThat(off(model(Map.of(Parameter.SECONDS, free), "8"), Map.of(), ten)).as("the model decides").isFalse();
    assertThat(off(model(Map.of(Parameter.LYRICS, new ParameterRange.Words(1, 100)), "90"), Map.of(), ten))
        .as("a song is as long as its words").isFalse();
  }

  @Test
  void aCompressedFileIsJudgedWhereItsLengthIsKnown() {
    AudioArtifact known = artifact(new AudioContent.Compressed(AudioContainer.MP3,
        Optional.of(Duration.ofSeconds(20))), Optional.of(USUAL));
    AudioArtifact unknown = artifact(new AudioContent.Compressed(AudioContainer.OGG, Optional.empty()),
        Optional.of(USUAL));

    assertThat(Judgement.flaws(MODEL, request(Map.of()), known)).containsExactly(Flaw.LENGTH_OFF);
    assertThat(Judgement.flaws(MODEL, request(Map.of()), unknown)).isEmpty();
  }

  private static boolean off(AudioModel model, Map<Parameter, ParameterValue> parameters, Duration real) {
    Set<Flaw> flaws = Judgement.flaws(model, request(parameters), artifact(wav(real), Optional.of(USUAL)));
    assertThat(flaws).isSubsetOf(Flaw.LENGTH_OFF);
    return flaws.contains(Flaw.LENGTH_OFF);
  }

  private static AudioModel model(Map<Parameter, ParameterRange> parameters, String usualSeconds) {
    Map<Parameter, ParameterRange> ranges = new EnumMap<>(Parameter.class);
    ranges.putAll(parameters);
    return new AudioModel(MODEL.id(), MODEL.provider(), MODEL.kinds(), MODEL.prompt(), ranges, Set.of(),
        MODEL.formats(), new BigDecimal(usualSeconds), MODEL.price(), MODEL.maxInFlight(), true);
  }

  private static AudioRequest request(Map<Parameter, ParameterValue> parameters) {
    return new AudioRequest(MODEL.id(), SoundKind.MUSIC, "rain", parameters);
  }

  private static AudioArtifact measured(AudioMeasurement measurement) {
    return artifact(wav(Duration.ofSeconds(30)), Optional.of(measurement));
  }

  /** One frame is one millisecond. */
  private static AudioContent wav(Duration duration) {
    return new AudioContent.Wav(new PcmFormat(1_000, 1, 16, PcmFormat.Encoding.INTEGER), duration.toMillis());
  }

  private static AudioArtifact artifact(AudioContent content, Optional<AudioMeasurement> measurement) {
    return new AudioArtifact(Path.of("x.wav"), 100, content, measurement, Optional.empty());
  }
}
