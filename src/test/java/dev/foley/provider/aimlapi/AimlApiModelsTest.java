package dev.foley.provider.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.RequestProblem;
import dev.foley.provider.RequestProblem.OutOfRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimlApiModelsTest {
  private static List<RequestProblem> check(String prompt, Map<Parameter, ParameterValue> parameters) {
    return AimlApiFixture.STABLE_AUDIO.check(AimlApiFixture.request(prompt, parameters));
  }

  @ParameterizedTest
  @CsvSource({"SECONDS,0", "SECONDS,48", "SECONDS,-1", "STEPS,0", "STEPS,1", "STEPS,1001", "START,0", "START,48",
      "SECONDS,9223372036854775807"})
  void aNumberOutsideTheModelsRangeIsRefusedByName(Parameter parameter, long value) {
    ParameterRange range = AimlApiFixture.STABLE_AUDIO.range(parameter).orElseThrow();

    assertThat(check("x", Map.of(parameter, ParameterValue.of(value))))
        .containsExactly(new OutOfRange(parameter, ParameterValue.of(value), range));
  }

  @ParameterizedTest
  @CsvSource({"SECONDS,1", "SECONDS,47", "STEPS,2", "STEPS,1000", "START,1", "START,47"})
  void theEdgesOfARangeAreInIt(Parameter parameter, long value) {
    assertThat(check("x", Map.of(parameter, ParameterValue.of(value)))).isEmpty();
  }

  @Test
  void promptsHaveOneToTwoThousandCharacters() {
    assertThat(check(" \n", Map.of())).containsExactly(new RequestProblem.EmptyPrompt());
    assertThat(check("x".repeat(2_000), Map.of())).isEmpty();
    assertThat(check("x".repeat(2_001), Map.of())).containsExactly(new RequestProblem.PromptTooLong(2_001, 2_000));
  }

  @Test
  void everyProblemIsToldAtOnce() {
    assertThat(check("", Map.of(Parameter.SECONDS, ParameterValue.of(0), Parameter.STEPS, ParameterValue.of(0),
        Parameter.START, ParameterValue.of(0)))).hasSize(4);
  }
}
