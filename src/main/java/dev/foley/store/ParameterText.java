package dev.foley.store;

import dev.foley.provider.Parameter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parameters as text for one column, such as {@code SECONDS=12 STEPS=100}: names and whole numbers need no more. */
final class ParameterText {
  private ParameterText() {}

  static String write(Map<Parameter, Long> parameters) {
    return new TreeMap<>(parameters).entrySet().stream()
        .map(entry -> entry.getKey().name() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  /**
   * @throws IllegalArgumentException if it is not what {@link #write} writes
   */
  static Map<Parameter, Long> read(String text) {
    Map<Parameter, Long> parameters = new EnumMap<>(Parameter.class);
    Arrays.stream(text.split(" ")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("not a parameter: " + pair);
      }
      parameters.put(Parameter.valueOf(pair.substring(0, equals)), Long.valueOf(pair.substring(equals + 1)));
    });
    return parameters;
  }
}
