package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * An object of a request body at a place in the form. Each reader notes what is wrong with its field, in Discord's codes
 * and words, and answers with something usable, so that one pass finds everything.
 */
final class Form {
  private final JsonNode node;
  private final List<String> path;
  private final FormErrors errors;

  Form(JsonNode node, FormErrors errors) {
    this(node, List.of(), errors);
  }

  private Form(JsonNode node, List<String> path, FormErrors errors) {
    this.node = node;
    this.path = path;
    this.errors = errors;
    if (!(node instanceof ObjectNode)) {
      error("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    }
  }

  JsonNode node() {
    return node;
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  String raw(String field) {
    return node.path(field).asText("");
  }

  void error(String code, String message) {
    errors.add(path, code, message);
  }

  void error(String field, String code, String message) {
    errors.add(step(field), code, message);
  }

  void required(String field) {
    if (!has(field)) {
      error(field, "BASE_TYPE_REQUIRED", "This field is required");
    }
  }

  /** Text of a field that may be absent; lengths are in characters as Discord counts them, so in code points. */
  String string(String field, int min, int max) {
    if (!has(field)) {
      return "";
    }
    JsonNode value = node.get(field);
    if (!value.isTextual() && !value.isNumber()) {
      error(field, "STRING_TYPE_CONVERT", "Could not interpret \"" + value + "\" as string.");
      return "";
    }
    String text = value.asText();
    int length = text.codePointCount(0, text.length());
    if (min > 0 && (length < min || length > max)) {
      if (length == 0) {
        error(field, "BASE_TYPE_REQUIRED", "This field is required");
      } else {
        error(field, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
      }
    } else if (length > max) {
      error(field, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
    }
    return text;
  }

  String requiredString(String field, int min, int max) {
    required(field);
    return string(field, min, max);
  }

  boolean flag(String field) {
    if (!has(field)) {
      return false;
    }
    JsonNode value = node.get(field);
    if (!value.isBoolean()) {
      error(field, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
    }
    return value.asBoolean();
  }

  long integer(String field, long otherwise, long min, long max) {
    if (!has(field)) {
      return otherwise;
    }
    JsonNode value = node.get(field);
    if (!value.isIntegralNumber() && !(value.isTextual() && value.asText().matches("-?\\d{1,18}"))) {
      error(field, "NUMBER_TYPE_COERCE", "Value \"" + value.asText() + "\" is not int.");
      return otherwise;
    }
    long number = value.asLong();
    if (number < min) {
      error(field, "NUMBER_TYPE_MIN", "int value should be greater than or equal to " + min + ".");
    } else if (number > max) {
      error(field, "NUMBER_TYPE_MAX", "int value should be less than or equal to " + max + ".");
    }
    return number;
  }

  /** A number that need not be whole; empty if the field is absent or wrong. */
  OptionalDouble decimal(String field, double min) {
    if (!has(field)) {
      return OptionalDouble.empty();
    }
    JsonNode value = node.get(field);
    if (!value.isNumber()) {
      error(field, "FLOAT_TYPE_COERCE", "Value \"" + value.asText() + "\" is not float.");
      return OptionalDouble.empty();
    }
    if (value.asDouble() < min) {
      error(field, "NUMBER_TYPE_MIN", "float value should be greater than or equal to " + min + ".");
    }
    return OptionalDouble.of(value.asDouble());
  }

  int coercedInt(String field, int otherwise, int min, int max) {
    return (int) integer(field, otherwise, min, max);
  }

  /** One of a few numbers. */
  int choice(String field, int otherwise, int... allowed) {
    if (!has(field)) {
      return otherwise;
    }
    JsonNode value = node.get(field);
    int number = value.isTextual() && value.asText().matches("\\d{1,9}")
        ? Integer.parseInt(value.asText())
        : value.asInt(-1);
    if (Arrays.stream(allowed).noneMatch(candidate -> candidate == number)) {
      String list = LongStream.of(Arrays.stream(allowed).asLongStream().toArray()).mapToObj(Long::toString)
          .collect(Collectors.joining(", "));
      error(field, "BASE_TYPE_CHOICES", "Value must be one of {" + list + "}.");
      return otherwise;
    }
    return number;
  }

  Optional<Form> object(String field) {
    return has(field) ? Optional.of(new Form(node.get(field), step(field), errors)) : Optional.empty();
  }

  /** Something that stands at a field, to be read as if it were an object of its own. */
  Form wrap(String field, JsonNode content) {
    return new Form(content, step(field), errors);
  }

  /** The elements of a list field; none if it is absent or not a list. */
  List<Form> list(String field, int max) {
    if (!has(field)) {
      return List.of();
    }
    JsonNode value = node.get(field);
    if (!value.isArray()) {
      error(field, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
      return List.of();
    }
    if (value.size() > max) {
      error(field, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
    }
    return elements(value, step(field), errors);
  }

  static List<Form> elements(JsonNode list, FormErrors errors) {
    return elements(list, List.of(), errors);
  }

  void each(String field, int max, Consumer<Form> check) {
    list(field, max).forEach(check);
  }

  private static List<Form> elements(JsonNode list, List<String> base, FormErrors errors) {
    List<Form> forms = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      forms.add(new Form(list.get(i), append(base, Integer.toString(i)), errors));
    }
    return forms;
  }

  private List<String> step(String field) {
    return append(path, field);
  }

  private static List<String> append(List<String> base, String step) {
    List<String> longer = new ArrayList<>(base);
    longer.add(step);
    return List.copyOf(longer);
  }
}
