package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Models;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VariationsTest {
  private static final AudioModel LONG = Models.model("long-audio");
  private static final ParameterValue SEED = ParameterValue.of(7);

  @Test
  void aSeedThatWasSetIsLeftToTheService() {
    AudioRequest request = request(Map.of(Parameter.SEED, SEED, Parameter.SECONDS, ParameterValue.of(12)));
    assertThat(Variations.anotherSeed(request, LONG, new Random(1)))
        .isEqualTo(request(Map.of(Parameter.SECONDS, ParameterValue.of(12))));
    assertThat(Variations.anotherSeed(request(Map.of()), LONG, new Random(1))).isEqualTo(request(Map.of()));
  }

  @Test
  void aModelThatNeedsOneGetsAnother() {
    AudioModel needy = new AudioModel(LONG.id(), LONG.provider(), LONG.kinds(), LONG.prompt(), LONG.parameters(),
        Set.of(Parameter.SEED), LONG.formats(), LONG.usualSeconds(), LONG.price(), LONG.maxInFlight(), LONG.linked());
    AudioRequest other = Variations.anotherSeed(request(Map.of(Parameter.SEED, SEED)), needy, new Random(1));
    assertThat(needy.check(other)).isEmpty();
    assertThat(other.parameters().get(Parameter.SEED)).isNotEqualTo(SEED);
  }

  @Test
  void longerIsTheModelsMostOrWhatCanBePosted() {
    AudioRequest short12 = request(Map.of(Parameter.SECONDS, ParameterValue.of(12)));
    assertThat(seconds(short12, 10L << 20)).contains(new BigDecimal("190")); // as MP3
    assertThat(seconds(short12, 1_000_000)).contains(new BigDecimal("41"));
    assertThat(seconds(request(Map.of(Parameter.SECONDS, ParameterValue.of(12), Parameter.FORMAT,
        ParameterValue.of("wav"))), 10L << 20)).contains(new BigDecimal("59"));
  }

  @Test
  void whatIsThatLongAlreadyOrHasNoLengthGetsNoLonger() {
    assertThat(seconds(request(Map.of()), 10L << 20)).isEmpty(); // 190 unless somebody sets it
    assertThat(seconds(request(Map.of(Parameter.SECONDS, ParameterValue.of(41))), 1_000_000)).isEmpty();
    AudioRequest spoken = new AudioRequest(new ModelId("speaker"), SoundKind.SPEECH, "Hello.", Map.of());
    assertThat(Variations.longer(spoken, Models.model("speaker"), 10L << 20)).isEmpty();
  }

  private static Optional<BigDecimal> seconds(AudioRequest request, long limitBytes) {
    return Variations.longer(request, LONG, limitBytes)
        .map(longer -> longer.number(Parameter.SECONDS).orElseThrow().setScale(0));
  }

  private static AudioRequest request(Map<Parameter, ParameterValue> parameters) {
    return new AudioRequest(LONG.id(), SoundKind.MUSIC, "rain", parameters);
  }
}
