package dev.foley.provider.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.IntegerRange;
import dev.foley.provider.Parameter;
import dev.foley.provider.RequestProblem;
import dev.foley.provider.RequestProblem.OutOfRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimlApiModelsTest {
  private static List<RequestProblem> check(String prompt, Map<Parameter, Long> parameters) {
    return AimlApiModels.STABLE_AUDIO.check(AimlApiFixture.request(prompt, parameters));
  }

  @ParameterizedTest
  @CsvSource({"SECONDS,0", "SECONDS,48", "SECONDS,-1", "STEPS,0", "STEPS,1", "STEPS,1001", "START,0", "START,48",
      "SECONDS,9223372036854775807"})
  void aNumberOutsideTheModelsRangeIsRefusedByName(Parameter parameter, long value) {
    IntegerRange range = AimlApiModels.STABLE_AUDIO.range(parameter).orElseThrow();

    assertThat(check("x", Map.of(parameter, value))).containsExactly(new OutOfRange(parameter, value, range));
  }

  @ParameterizedTest
  @CsvSource({"SECONDS,1", "SECONDS,47", "STEPS,2", "STEPS,1000", "START,1", "START,47"})
  void theEdgesOfARangeAreInIt(Parameter parameter, long value) {
    assertThat(check("x", Map.of(parameter, value))).isEmpty();
  }

  @Test
  void promptsHaveOneToTwoThousandCharacters() {
    assertThat(check(" \n", Map.of())).containsExactly(new RequestProblem.EmptyPrompt());
    assertThat(check("x".repeat(2_000), Map.of())).isEmpty();
    assertThat(check("x".repeat(2_001), Map.of())).containsExactly(new RequestProblem.PromptTooLong(2_001, 2_000));
  }

  @Test
  void everyProblemIsToldAtOnce() {
    assertThat(check("", Map.of(Parameter.SECONDS, 0L, Parameter.STEPS, 0L, Parameter.START, 0L))).hasSize(4);
  }
}
