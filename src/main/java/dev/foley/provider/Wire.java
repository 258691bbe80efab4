package dev.foley.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a request to one model is written for its service: which field means what.
 *
 * @param model what the service calls the model; what is done with it is the adapter's business
 * @param promptField the field that takes the prompt
 * @param fields the field of each parameter that the model has
 * @param constants fields that are always sent; a parameter that was set wins
 */
public record Wire(String model, String promptField, Map<Parameter, Field> fields, ObjectNode constants) {
  private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(1_000);

  public Wire {
    fields = fields.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(fields));
    constants = constants.deepCopy();
  }

  /** @return a copy */
  @Override
  public ObjectNode constants() {
    return constants.deepCopy();
  }

  /**
   * One field.
   *
   * @param path names from the outside in, joined by dots: {@code voice_settings.speed}
   * @param unit in what the service counts
   * @param absent further fields that are sent if the parameter was not set
   */
  public record Field(String path, Unit unit, Optional<ObjectNode> absent) {}

  /** In what a field counts. */
  public enum Unit {
    /** As the member wrote it. */
    AS_IS,
    /** Of a parameter in seconds. */
    MILLISECONDS
  }

  /** The request as the service wants it: constants, prompt, and what was set. */
  public ObjectNode body(AudioRequest request) {
    return body(request, request.prompt());
  }

  /** As {@link #body(AudioRequest)}, of a part of the prompt. */
  public ObjectNode body(AudioRequest request, String part) {
    ObjectNode body = constants();
    body.put(promptField, wellFormed(part));
    for (Parameter parameter : Parameter.values()) {
      Field field = fields.get(parameter);
      if (field == null) {
        continue;
      }
      ParameterValue value = request.parameters().get(parameter);
      if (value == null) {
        field.absent().ifPresent(body::setAll);
      } else {
        put(body, field, json(value, field.unit()));
      }
    }
    return body;
  }

  private static void put(ObjectNode body, Field field, JsonNode value) {
    ObjectNode at = body;
    String[] names = field.path().split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      at = at.withObjectProperty(names[i]);
    }
    at.set(names[names.length - 1], value);
  }

  private static JsonNode json(ParameterValue value, Unit unit) {
    return switch (value) {
      case ParameterValue.Quantity(BigDecimal number) -> number(unit == Unit.MILLISECONDS
          ? number.multiply(MILLISECONDS)
          : number);
      case ParameterValue.Text(String text) -> JsonNodeFactory.instance.textNode(wellFormed(text));
      case ParameterValue.Flag(boolean flag) -> JsonNodeFactory.instance.booleanNode(flag);
    };
  }

  /** Whole numbers without a point: some services take 12.0 for no integer. */
  private static JsonNode number(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0
        ? JsonNodeFactory.instance.numberNode(number.longValueExact())
        : JsonNodeFactory.instance.numberNode(number.stripTrailingZeros());
  }

  /** A surrogate without its other half has no UTF-8, so it becomes a question mark. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
