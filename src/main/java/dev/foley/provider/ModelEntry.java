package dev.foley.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads one entry of a {@link ModelFile}. Whatever is wrong is an {@code IllegalArgumentException} with a predicate about it. */
final class ModelEntry {
  private static final Set<String> KEYS = Set.of("id", "provider", "makes", "prompt", "parameters", "formats",
      "usualSeconds", "usualTime", "price", "maxInFlight", "linked", "model", "promptField", "constants");
  private static final Set<String> PARAMETER_KEYS = Set.of("field", "unit", "required", "default", "absent", "whole",
      "decimal", "text", "choice", "flag", "voice");
  private static final Set<String> PRICE_KEYS = Set.of("unit", "base", "perStep", "perSecond", "perCharacter");

  private final Map<Parameter, ParameterRange> ranges = new EnumMap<>(Parameter.class);
  private final Map<Parameter, Wire.Field> fields = new EnumMap<>(Parameter.class);
  private final Set<Parameter> required = EnumSet.noneOf(Parameter.class);

  private ModelEntry() {}

  static ModelDeclaration read(JsonNode entry) {
    knownKeys(entry, KEYS, "the model");
    return new ModelEntry().declaration(entry);
  }

  private ModelDeclaration declaration(JsonNode entry) {
    ModelId id = new ModelId(text(entry, "id"));
    List<ResultFormat> formats = new ArrayList<>();
    entry.path("formats").properties()
        .forEach(format -> formats.add(new ResultFormat(format.getKey(), whole(format.getValue(), "formats"))));
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("needs formats, such as formats: {wav: 176400}, in bytes per second");
    }
    for (var parameter : entry.path("parameters").properties()) {
      read(constant(Parameter.class, parameter.getKey(), "parameters"), parameter.getValue(), formats);
    }
    AudioModel model = new AudioModel(id, new ProviderName(text(entry, "provider")), kinds(entry.path("makes")),
        prompt(entry.path("prompt")), ranges, required, formats,
        entry.has("usualSeconds") ? decimal(entry.path("usualSeconds"), "usualSeconds") : BigDecimal.ZERO,
        price(entry.path("price")),
        entry.has("maxInFlight")
            ? OptionalInt.of(whole(entry.path("maxInFlight"), "maxInFlight"))
            : OptionalInt.empty(),
        entry.path("linked").asBoolean(false), usualTime(entry.path("usualTime")));
    Wire wire = new Wire(entry.path("model").asText(id.value()), entry.path("promptField").asText("prompt"), fields,
        object(entry.path("constants"), "constants"));
    return new ModelDeclaration(model, wire);
  }

  private static Set<SoundKind> kinds(JsonNode list) {
    Set<SoundKind> kinds = new HashSet<>();
    list.forEach(kind -> kinds.add(constant(SoundKind.class, kind.asText(), "makes")));
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("needs makes, such as makes: [music, sound]");
    }
    return kinds;
  }

  private static PromptRange prompt(JsonNode lengths) {
    if (!lengths.isArray() || lengths.size() != 2) {
      throw new IllegalArgumentException("needs prompt, such as prompt: [1, 2000], in characters");
    }
    return new PromptRange(whole(lengths.get(0), "prompt"), whole(lengths.get(1), "prompt"));
  }

  private static Optional<UsualTime> usualTime(JsonNode seconds) {
    if (seconds.isMissingNode()) {
      return Optional.empty();
    }
    if (!seconds.isArray() || seconds.size() != 2) {
      throw new IllegalArgumentException("usualTime needs two numbers, such as usualTime: [50, 60], in seconds");
    }
    return Optional.of(new UsualTime(Duration.ofSeconds(whole(seconds.get(0), "usualTime")),
        Duration.ofSeconds(whole(seconds.get(1), "usualTime"))));
  }

  private static Optional<Price> price(JsonNode price) {
    if (price.isMissingNode()) {
      return Optional.empty();
    }
    knownKeys(price, PRICE_KEYS, "price");
    return Optional.of(new Price(constant(CostUnit.class, text(price, "unit"), "price.unit"), part(price, "base"),
        part(price, "perStep"), part(price, "perSecond"), part(price, "perCharacter")));
  }

  private static BigDecimal part(JsonNode price, String name) {
    return price.has(name) ? decimal(price.get(name), "price." + name) : BigDecimal.ZERO;
  }

  private void read(Parameter parameter, JsonNode entry, List<ResultFormat> formats) {
    knownKeys(entry, PARAMETER_KEYS, parameter.optionName());
    ranges.put(parameter, range(parameter, entry, formats));
    if (entry.path("required").asBoolean(false)) {
      required.add(parameter);
    }
    if (entry.has("field")) {
      Wire.Unit unit = entry.has("unit")
          ? constant(Wire.Unit.class, entry.path("unit").asText(), "unit")
          : Wire.Unit.AS_IS;
      fields.put(parameter, new Wire.Field(entry.path("field").asText(), unit,
          entry.has("absent") ? Optional.of(object(entry.get("absent"), "absent")) : Optional.empty()));
    }
  }

  private static ParameterRange range(Parameter parameter, JsonNode entry, List<ResultFormat> formats) {
    if (entry.has("whole") || entry.has("decimal")) {
      boolean isWhole = entry.has("whole");
      JsonNode bounds = pair(entry.get(isWhole ? "whole" : "decimal"), parameter);
      return new ParameterRange.Numbers(decimal(bounds.get(0), parameter.optionName()),
          decimal(bounds.get(1), parameter.optionName()), isWhole,
          entry.has("default") ? Optional.of(decimal(entry.get("default"), "default")) : Optional.empty());
    }
    if (entry.has("text")) {
      JsonNode bounds = pair(entry.get("text"), parameter);
      return new ParameterRange.Words(whole(bounds.get(0), parameter.optionName()),
          whole(bounds.get(1), parameter.optionName()));
    }
    if (parameter == Parameter.FORMAT) {
      return new ParameterRange.Choice(formats.stream().map(ResultFormat::name).toList());
    }
    if (entry.has("choice")) {
      List<String> values = new ArrayList<>();
      entry.get("choice").forEach(value -> values.add(value.asText()));
      return new ParameterRange.Choice(values);
    }
    if (entry.path("flag").asBoolean(false)) {
      return new ParameterRange.YesOrNo();
    }
    if (entry.path("voice").asBoolean(false)) {
      return new ParameterRange.AnyVoice();
    }
    throw new IllegalArgumentException(parameter.optionName()
        + " needs its range: whole or decimal or text: [least, most], choice: [a, b], flag: true, or voice: true");
  }

  private static JsonNode pair(JsonNode bounds, Parameter parameter) {
    if (!bounds.isArray() || bounds.size() != 2) {
      throw new IllegalArgumentException(parameter.optionName() + " needs two bounds, such as [1, 47]");
    }
    return bounds;
  }

  private static String text(JsonNode entry, String key) {
    JsonNode value = entry.path(key);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new IllegalArgumentException("needs " + key);
    }
    return value.asText();
  }

  private static int whole(JsonNode value, String key) {
    if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
      throw new IllegalArgumentException(key + " needs whole numbers");
    }
    return value.intValue();
  }

  private static BigDecimal decimal(JsonNode value, String key) {
    if (!value.isNumber()) {
      throw new IllegalArgumentException(key + " needs a number");
    }
    return value.decimalValue();
  }

  private static ObjectNode object(JsonNode value, String key) {
    if (value.isMissingNode()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException(key + " needs fields below it");
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String key) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().replace('_', '-').equalsIgnoreCase(name.replace('_', '-'))).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(key + " knows no " + name + "; there are "
            + String.join(", ", Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().replace('_', '-').toLowerCase(Locale.ROOT)).toList())));
  }

  private static void knownKeys(JsonNode entry, Set<String> known, String where) {
    if (!entry.isObject()) {
      throw new IllegalArgumentException(where + " needs keys below it");
    }
    entry.fieldNames().forEachRemaining(name -> {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(where + " has no key " + name + "; there are "
            + String.join(", ", new TreeSet<>(known)));
      }
    });
  }
}
