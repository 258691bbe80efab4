package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of a model's input and what it may hold.
 *
 * @param min null for no bound, as for {@code max}
 * @param options of a text; empty if any text will do
 */
record FalField(String name, Kind kind, boolean required, @Nullable BigDecimal min, @Nullable BigDecimal max,
    List<String> options) {
  private static final String EXPLANATIONS = "https://docs.fal.ai/errors#";

  /** What a value is. The word is the one in the type of the error, such as {@code int_type}. */
  enum Kind {
    TEXT("string", "string"), INTEGER("int", "integer"), NUMBER("float", "number"), FLAG("bool", "boolean");

    private final String word;
    private final String description;

    Kind(String word, String description) {
      this.word = word;
      this.description = description;
    }

    private boolean fits(JsonNode value) {
      return switch (this) {
        case TEXT -> value.isTextual();
        case INTEGER -> value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
        case NUMBER -> value.isNumber();
        case FLAG -> value.isBoolean();
      };
    }
  }

  static FalField words(String name) {
    return new FalField(name, Kind.TEXT, true, null, null, List.of());
  }

  static FalField integer(String name, int min, int max) {
    return new FalField(name, Kind.INTEGER, false, BigDecimal.valueOf(min), BigDecimal.valueOf(max), List.of());
  }

  static FalField integer(String name) {
    return new FalField(name, Kind.INTEGER, false, null, null, List.of());
  }

  static FalField number(String name, String min, String max) {
    return new FalField(name, Kind.NUMBER, false, new BigDecimal(min), new BigDecimal(max), List.of());
  }

  static FalField flag(String name) {
    return new FalField(name, Kind.FLAG, false, null, null, List.of());
  }

  static FalField oneOf(String name, List<String> options) {
    return new FalField(name, Kind.TEXT, false, null, null, options);
  }

  /** What is wrong with it in an input, as an entry of {@code detail}. */
  Optional<ObjectNode> problem(JsonNode input) {
    JsonNode value = input.get(name);
    if (value == null) {
      return required ? Optional.of(entry("missing", "Field required", null)) : Optional.empty();
    }
    if (!kind.fits(value)) {
      return Optional.of(entry(kind.word + "_type", "Input should be a valid " + kind.description, value));
    }
    if (min != null && value.decimalValue().compareTo(min) < 0) {
      return Optional.of(bound("greater_than_equal", "greater than or equal to", "ge", min, value));
    }
    if (max != null && value.decimalValue().compareTo(max) > 0) {
      return Optional.of(bound("less_than_equal", "less than or equal to", "le", max, value));
    }
    if (!options.isEmpty() && !options.contains(value.textValue())) {
      ObjectNode entry = entry("one_of", "Input should be one of " + String.join(", ", options), value);
      ArrayNode expected = entry.putObject("ctx").putArray("expected");
      options.forEach(expected::add);
      return Optional.of(entry);
    }
    return Optional.empty();
  }

  private ObjectNode bound(String type, String words, String name, BigDecimal bound, JsonNode value) {
    ObjectNode entry = entry(type, "Input should be " + words + " " + bound, value);
    entry.putObject("ctx").put(name, bound);
    return entry;
  }

  private ObjectNode entry(String type, String message, @Nullable JsonNode value) {
    return entry(List.of("body", name), type, message, value);
  }

  /**
   * An entry of {@code detail}.
   *
   * @param location from {@code body} downwards
   */
  static ObjectNode entry(List<String> location, String type, String message, @Nullable JsonNode value) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    location.forEach(entry.putArray("loc")::add);
    entry.put("msg", message).put("type", type).put("url", EXPLANATIONS + type);
    if (value != null) {
      entry.set("input", value);
    }
    return entry;
  }
}
