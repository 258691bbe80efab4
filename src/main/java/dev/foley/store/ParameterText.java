package dev.foley.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parameters as text for one column: a JSON object, such as {@code {"SECONDS":12,"LOOP":true}}. Rows of the first version say
 * {@code SECONDS=12 STEPS=100}, and are still read.
 */
final class ParameterText {
  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private ParameterText() {}

  static String write(Map<Parameter, ParameterValue> parameters) {
    ObjectNode text = JSON.createObjectNode();
    new TreeMap<>(parameters).forEach((parameter, value) -> {
      switch (value) {
        case ParameterValue.Quantity(BigDecimal number) -> text.put(parameter.name(), number);
        case ParameterValue.Text(String words) -> text.put(parameter.name(), words);
        case ParameterValue.Flag(boolean flag) -> text.put(parameter.name(), flag);
      }
    });
    return text.toString();
  }

  /**
   * @throws IllegalArgumentException if it is not what {@link #write} writes
   */
  static Map<Parameter, ParameterValue> read(String text) {
    return text.startsWith("{") ? fromJson(text) : fromPairs(text);
  }

  private static Map<Parameter, ParameterValue> fromJson(String text) {
    Map<Parameter, ParameterValue> parameters = new EnumMap<>(Parameter.class);
    try {
      JSON.readTree(text).properties()
          .forEach(entry -> parameters.put(Parameter.valueOf(entry.getKey()), value(entry.getValue())));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("parameters are not JSON", e);
    }
    return parameters;
  }

  private static ParameterValue value(JsonNode node) {
    if (node.isNumber()) {
      return new ParameterValue.Quantity(node.decimalValue());
    }
    if (node.isBoolean()) {
      return new ParameterValue.Flag(node.booleanValue());
    }
    if (node.isTextual()) {
      return new ParameterValue.Text(node.textValue());
    }
    throw new IllegalArgumentException("no parameter has a value of " + node.getNodeType());
  }

  private static Map<Parameter, ParameterValue> fromPairs(String text) {
    Map<Parameter, ParameterValue> parameters = new EnumMap<>(Parameter.class);
    Arrays.stream(text.split(" ")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("not a parameter: " + pair);
      }
      parameters.put(Parameter.valueOf(pair.substring(0, equals)),
          ParameterValue.of(Long.parseLong(pair.substring(equals + 1))));
    });
    return parameters;
  }
}
