package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.PromptRange;
import dev.foley.provider.ResultFormat;
import dev.foley.provider.SoundKind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MusicCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void discordIsToldTheLimitsOfTheModel() throws IOException {
    try (InputStream golden = MusicCommandTest.class.getResourceAsStream("music-command.json")) {
      assertThat(JSON.readTree(command(Samples.STABLE_AUDIO)))
          .isEqualTo(JSON.readTree(Objects.requireNonNull(golden)));
    }
  }

  @Test
  void anOptionThatTheModelLacksIsNotOffered() throws IOException {
    AudioModel plain = new AudioModel(Samples.STABLE_AUDIO.id(), Samples.STABLE_AUDIO.provider(),
        Set.of(SoundKind.MUSIC),
        new PromptRange(1, 10_000), Map.of(), Set.of(), List.of(new ResultFormat("wav", 1)), BigDecimal.ONE,
        Optional.empty(),
        OptionalInt.empty(), true);
    assertThat(JSON.readTree(command(plain)).at("/options")).hasSize(1);
    assertThat(JSON.readTree(command(plain)).at("/options/0/max_length").asInt()).isEqualTo(6_000);
  }

  @Test
  void onlyWhatTheMemberSetIsAskedFor() {
    assertThat(read("warm piano", Map.of("seconds", 12L)))
        .isEqualTo(new AudioRequest(Samples.STABLE_AUDIO.id(), SoundKind.MUSIC, "warm piano",
            Map.of(Parameter.SECONDS, ParameterValue.of(12))));
    assertThat(read("x", Map.of("seconds", 12L, "steps", 50L, "start", 3L)).parameters())
        .isEqualTo(Map.of(Parameter.SECONDS, ParameterValue.of(12), Parameter.STEPS, ParameterValue.of(50),
            Parameter.START, ParameterValue.of(3)));
  }

  @Test
  void aPromptIsSentAsTyped() {
    assertThat(read("line one\n**two** 🎹", Map.of()).prompt()).isEqualTo("line one\n**two** 🎹");
  }

  @Test
  void aPromptOfNothingThatCanBeSeenIsEmpty() {
    assertThat(read("\u200b\u2800 \n", Map.of()).prompt()).isEmpty();
  }

  private static String command(AudioModel model) {
    return MusicCommand.data(model).toData().toString();
  }

  private static AudioRequest read(String prompt, Map<String, Long> whole) {
    return new ModelOptions("music", Samples.STABLE_AUDIO).read(new ModelOptions.Filled() {
      @Override
      public Optional<String> text(String option) {
        return option.equals("prompt") ? Optional.of(prompt) : Optional.empty();
      }

      @Override
      public OptionalLong whole(String option) {
        Long value = whole.get(option);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
      }
    });
  }
}
