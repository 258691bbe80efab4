package dev.foley.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One model as data: a command's limits, its validation and its help are derived from this.
 *
 * @param promptMaxLength characters (UTF-16 units, as Discord counts them)
 * @param parameters what the model has; an option that is not in here is refused by name
 * @param bytesPerSecond size of a second of its result, for judging whether a file will fit
 */
public record AudioModel(ModelId id, ProviderName provider, int promptMaxLength,
    Map<Parameter, IntegerRange> parameters,
    int bytesPerSecond) {
  public AudioModel {
    parameters = Map.copyOf(parameters);
  }

  public Optional<IntegerRange> range(Parameter parameter) {
    return Optional.ofNullable(parameters.get(parameter));
  }

  /**
   * What is wrong with a request to this model, in the order in which a member meets the options; empty if it can be sent.
   * Discord's own limits keep most of this out, but a client can be forged and autocomplete text is free.
   */
  public List<RequestProblem> check(AudioRequest request) {
    List<RequestProblem> problems = new ArrayList<>();
    if (request.prompt().isBlank()) {
      problems.add(new RequestProblem.EmptyPrompt());
    } else if (request.prompt().length() > promptMaxLength) {
      problems.add(new RequestProblem.PromptTooLong(request.prompt().length(), promptMaxLength));
    }
    for (Parameter parameter : Parameter.values()) {
      Long value = request.parameters().get(parameter);
      if (value == null) {
        continue;
      }
      IntegerRange range = parameters.get(parameter);
      if (range == null) {
        problems.add(new RequestProblem.UnknownParameter(parameter, id));
      } else if (!range.contains(value)) {
        problems.add(new RequestProblem.OutOfRange(parameter, value, range));
      }
    }
    return problems;
  }
}
