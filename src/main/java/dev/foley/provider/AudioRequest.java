package dev.foley.provider;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What a member asked for, as plain data.
 *
 * @param prompt as typed; never logged, its length is
 * @param parameters only what the member set; the model's defaults are the service's business
 */
public record AudioRequest(ModelId model, String prompt, Map<Parameter, Long> parameters) {
  public AudioRequest {
    parameters = Map.copyOf(parameters);
  }

  public OptionalLong parameter(Parameter parameter) {
    Long value = parameters.get(parameter);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** Leaves the prompt out: this ends up in logs. */
  @Override
  public String toString() {
    return "AudioRequest[model=" + model + ", promptLength=" + prompt.length() + ", parameters=" + parameters + "]";
  }
}
