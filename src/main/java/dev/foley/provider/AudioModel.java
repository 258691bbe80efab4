package dev.foley.provider;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One model as data: a command's limits, its validation, its help, its price and the size of its results are derived from this.
 *
 * @param kinds what it makes, at least one
 * @param parameters what the model has; an option that is not in here is refused by name
 * @param required parameters that it cannot do without
 * @param formats what it can answer in, the usual one first; a member can choose where there are several and it has
 *     {@link Parameter#FORMAT}
 * @param usualSeconds length of a result whose length was not asked for; 0 where it follows from the text
 * @param price empty where its service publishes none
 * @param maxInFlight requests that its service takes at once for this model; empty where only the service's own limit counts
 * @param linked whether its results lie at an address that can be posted where a file is too large
 * @param usualTime how long it takes, as its service says; empty where it says nothing
 */
public record AudioModel(ModelId id, ProviderName provider, Set<SoundKind> kinds, PromptRange prompt,
    Map<Parameter, ParameterRange> parameters, Set<Parameter> required, List<ResultFormat> formats,
    BigDecimal usualSeconds, Optional<Price> price, OptionalInt maxInFlight, boolean linked,
    Optional<UsualTime> usualTime) {
  /** People speak some 15 characters a second. */
  private static final BigDecimal SECONDS_PER_CHARACTER = new BigDecimal("0.066");

  public AudioModel {
    kinds = Set.copyOf(kinds);
    EnumMap<Parameter, ParameterRange> ordered = new EnumMap<>(Parameter.class);
    ordered.putAll(parameters);
    parameters = Collections.unmodifiableMap(ordered);
    required = Set.copyOf(required);
    formats = List.copyOf(formats);
    if (kinds.isEmpty() || formats.isEmpty()) {
      throw new IllegalArgumentException(id + " makes nothing, or in no format");
    }
    if (!parameters.keySet().containsAll(required)) {
      throw new IllegalArgumentException(id + " requires what it does not have");
    }
  }

  /** Of whose times its service says nothing. */
  public AudioModel(ModelId id, ProviderName provider, Set<SoundKind> kinds, PromptRange prompt,
      Map<Parameter, ParameterRange> parameters, Set<Parameter> required, List<ResultFormat> formats,
      BigDecimal usualSeconds, Optional<Price> price, OptionalInt maxInFlight, boolean linked) {
    this(id, provider, kinds, prompt, parameters, required, formats, usualSeconds, price, maxInFlight, linked,
        Optional.empty());
  }

  public Optional<ParameterRange> range(Parameter parameter) {
    return Optional.ofNullable(parameters.get(parameter));
  }

  /**
   * What is wrong with a request to this model, in the order in which a member meets the options; empty if it can be sent.
   * Discord's own limits keep some of this out, but they are those of all models together, and a client can be forged.
   */
  public List<RequestProblem> check(AudioRequest request) {
    List<RequestProblem> problems = new ArrayList<>();
    if (!kinds.contains(request.kind())) {
      problems.add(new RequestProblem.WrongKind(id, request.kind()));
    }
    int length = request.prompt().length();
    if (request.prompt().isBlank()) {
      problems.add(new RequestProblem.EmptyPrompt());
    } else if (length < prompt.minLength()) {
      problems.add(new RequestProblem.PromptTooShort(length, prompt.minLength()));
    } else if (length > prompt.maxLength()) {
      problems.add(new RequestProblem.PromptTooLong(length, prompt.maxLength()));
    }
    for (Parameter parameter : Parameter.values()) {
      ParameterValue value = request.parameters().get(parameter);
      ParameterRange range = parameters.get(parameter);
      if (value == null) {
        if (required.contains(parameter)) {
          problems.add(new RequestProblem.Missing(parameter, id));
        }
      } else if (range == null) {
        problems.add(new RequestProblem.UnknownParameter(parameter, id, List.copyOf(parameters.keySet())));
      } else if (!range.contains(value)) {
        problems.add(new RequestProblem.OutOfRange(parameter, value, range));
      }
    }
    return problems;
  }

  /** The length that the result will have, as far as that is known beforehand; seconds. */
  public BigDecimal seconds(AudioRequest request) {
    return number(request, Parameter.SECONDS).orElseGet(() -> usualSeconds.signum() > 0
        ? usualSeconds
        : SECONDS_PER_CHARACTER.multiply(BigDecimal.valueOf(request.prompt().length())));
  }

  /** The format that the result will have. */
  public ResultFormat format(AudioRequest request) {
    Optional<String> chosen = request.text(Parameter.FORMAT);
    return formats.stream().filter(format -> chosen.isPresent() && chosen.get().equals(format.name())).findFirst()
        .orElse(formats.getFirst());
  }

  /** How large the result will be, roughly. */
  public long sizeBytes(AudioRequest request) {
    return seconds(request).multiply(BigDecimal.valueOf(format(request).bytesPerSecond())).longValue();
  }

  /** What a request will cost, by the price list. */
  public Optional<Cost> estimate(AudioRequest request) {
    return price.map(list -> list.of(number(request, Parameter.STEPS).orElse(BigDecimal.ZERO), seconds(request),
        request.prompt().length()));
  }

  /** What was set, else the default. */
  private Optional<BigDecimal> number(AudioRequest request, Parameter parameter) {
    return request.number(parameter).or(() -> range(parameter)
        .flatMap(range -> range instanceof ParameterRange.Numbers numbers ? numbers.defaultValue() : Optional.empty()));
  }
}
