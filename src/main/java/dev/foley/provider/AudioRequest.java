package dev.foley.provider;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a member asked for, as plain data.
 *
 * @param prompt what to make, or the text to speak, as typed; never logged, its length is
 * @param parameters only what the member set; the model's defaults are the service's business
 */
public record AudioRequest(ModelId model, SoundKind kind, String prompt, Map<Parameter, ParameterValue> parameters) {
  public AudioRequest {
    parameters = Map.copyOf(parameters);
  }

  /** Empty if it was not set, or not to a number. */
  public Optional<BigDecimal> number(Parameter parameter) {
    return parameters.get(parameter) instanceof ParameterValue.Quantity(BigDecimal value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** Empty if it was not set, or not to a text. */
  public Optional<String> text(Parameter parameter) {
    return parameters.get(parameter) instanceof ParameterValue.Text(String value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** Whether it was set, to yes. */
  public boolean flag(Parameter parameter) {
    return parameters.get(parameter) instanceof ParameterValue.Flag(boolean value) && value;
  }

  /** Leaves the prompt out: this ends up in logs. */
  @Override
  public String toString() {
    return "AudioRequest[model=" + model + ", kind=" + kind + ", promptLength=" + prompt.length() + ", parameters="
        + parameters + "]";
  }
}
