package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an object field by field against its schema, and collects what is wrong for {@link #check}; what is asked for then
 * has a value of its type all the same. Fields that the schema does not name are passed over. For one thread.
 */
final class Fields {
  private final JsonNode object;
  private final List<String> location;
  private final List<InvalidFields.Problem> problems;

  private Fields(JsonNode object, List<String> location, List<InvalidFields.Problem> problems) {
    this.object = object;
    this.location = location;
    this.problems = problems;
  }

  /** @throws InvalidFields if the body is no object */
  static Fields of(JsonNode body) throws InvalidFields {
    Fields fields = new Fields(body, List.of("body"), new ArrayList<>());
    if (!body.isObject()) {
      fields.problems.add(new InvalidFields.Problem(fields.location, "Input should be an object", "model_type"));
      fields.check();
    }
    return fields;
  }

  /** @throws InvalidFields with everything that is wrong so far */
  void check() throws InvalidFields {
    if (!problems.isEmpty()) {
      throw new InvalidFields(problems);
    }
  }

  String requiredText(String name, int maxLength) {
    JsonNode node = object.get(name);
    if (node == null) {
      wrong(name, "Field required", "missing");
      return "";
    }
    return text(name, node, maxLength);
  }

  /** Absent or null: empty. */
  Optional<String> text(String name, int maxLength) {
    return present(name).map(node -> text(name, node, maxLength));
  }

  /** Absent: empty. Null is wrong. */
  Optional<String> textNotNull(String name) {
    return Optional.ofNullable(object.get(name)).map(node -> text(name, node, Integer.MAX_VALUE));
  }

  private String text(String name, JsonNode node, int maxLength) {
    if (!node.isTextual()) {
      wrong(name, "Input should be a valid string", "string_type");
      return "";
    }
    String value = node.textValue();
    if (value.codePointCount(0, value.length()) > maxLength) {
      wrong(name, "String should have at most " + maxLength + " characters", "string_too_long");
    }
    return value;
  }

  /** Absent: the default. Null is wrong. */
  String choice(String name, List<String> values, String defaultValue) {
    return Optional.ofNullable(object.get(name)).map(node -> choice(name, node, values, defaultValue))
        .orElse(defaultValue);
  }

  /** Absent or null: empty. */
  Optional<String> choiceOrNull(String name, List<String> values) {
    return present(name).map(node -> choice(name, node, values, ""));
  }

  private String choice(String name, JsonNode node, List<String> values, String instead) {
    if (node.isTextual() && values.contains(node.textValue())) {
      return node.textValue();
    }
    wrong(name, "Input should be one of " + String.join(", ", values), "enum");
    return instead;
  }

  /** Absent or null: empty. */
  Optional<BigDecimal> number(String name, BigDecimal least, BigDecimal most) {
    return present(name).map(node -> number(name, node, least, most));
  }

  /** Absent or null: empty. */
  Optional<Long> integer(String name, long least, long most) {
    return present(name).map(node -> integer(name, node, least, most));
  }

  long requiredInteger(String name, long least, long most) {
    JsonNode node = object.get(name);
    if (node == null) {
      wrong(name, "Field required", "missing");
      return least;
    }
    return integer(name, node, least, most);
  }

  private long integer(String name, JsonNode node, long least, long most) {
    BigDecimal value = number(name, node, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    if (value.stripTrailingZeros().scale() > 0) {
      wrong(name, "Input should be a valid integer", "int_from_float");
    }
    return value.longValue();
  }

  /** Absent: empty. Null is wrong. */
  Optional<BigDecimal> numberNotNull(String name, BigDecimal least, BigDecimal most) {
    return Optional.ofNullable(object.get(name)).map(node -> number(name, node, least, most));
  }

  private BigDecimal number(String name, JsonNode node, BigDecimal least, BigDecimal most) {
    if (!node.isNumber()) {
      wrong(name, "Input should be a valid number", "float_type");
      return least;
    }
    BigDecimal value = node.decimalValue();
    if (value.compareTo(least) < 0) {
      wrong(name, "Input should be greater than or equal to " + least, "greater_than_equal");
      return least;
    }
    if (value.compareTo(most) > 0) {
      wrong(name, "Input should be less than or equal to " + most, "less_than_equal");
      return most;
    }
    return value;
  }

  /** Absent: the default. Null is wrong. */
  boolean flag(String name, boolean defaultValue) {
    return Optional.ofNullable(object.get(name)).map(node -> flag(name, node)).orElse(defaultValue);
  }

  /** Absent or null: empty. */
  Optional<Boolean> flagOrNull(String name) {
    return present(name).map(node -> flag(name, node));
  }

  private boolean flag(String name, JsonNode node) {
    if (!node.isBoolean()) {
      wrong(name, "Input should be a valid boolean", "bool_type");
    }
    return node.booleanValue();
  }

  /** Absent or null: empty. */
  List<String> texts(String name, int maxItems, int maxLength) {
    return present(name).map(node -> texts(name, node, maxItems, maxLength)).orElse(List.of());
  }

  List<String> requiredTexts(String name, int maxItems, int maxLength) {
    return texts(name, object.path(name), maxItems, maxLength);
  }

  private List<String> texts(String name, JsonNode node, int maxItems, int maxLength) {
    List<String> values = new ArrayList<>();
    items(name, node, maxItems).forEach(item -> values.add(text(name, item, maxLength)));
    return values;
  }

  /** Absent or null: empty. */
  Optional<Fields> object(String name) {
    return present(name).map(node -> inside(name, node));
  }

  /** Absent or null: none. */
  List<Fields> objects(String name, int maxItems) {
    return present(name).map(node -> objects(name, node, maxItems)).orElse(List.of());
  }

  List<Fields> requiredObjects(String name, int maxItems) {
    return objects(name, object.path(name), maxItems);
  }

  private List<Fields> objects(String name, JsonNode node, int maxItems) {
    List<Fields> values = new ArrayList<>();
    items(name, node, maxItems).forEach(item -> values.add(inside(name, item)));
    return values;
  }

  boolean has(String name) {
    return present(name).isPresent();
  }

  private JsonNode items(String name, JsonNode node, int maxItems) {
    if (!node.isArray()) {
      wrong(name, node.isMissingNode() ? "Field required" : "Input should be a valid list",
          node.isMissingNode() ? "missing" : "list_type");
      return JsonNodeFactory.instance.arrayNode();
    }
    if (node.size() > maxItems) {
      wrong(name, "List should have at most " + maxItems + " items", "too_long");
    }
    return node;
  }

  private Fields inside(String name, JsonNode node) {
    if (!node.isObject()) {
      wrong(name, "Input should be an object", "model_type");
    }
    List<String> deeper = new ArrayList<>(location);
    deeper.add(name);
    return new Fields(node, deeper, problems);
  }

  private Optional<JsonNode> present(String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  private void wrong(String name, String message, String type) {
    List<String> where = new ArrayList<>(location);
    where.add(name);
    problems.add(new InvalidFields.Problem(where, message, type));
  }
}
