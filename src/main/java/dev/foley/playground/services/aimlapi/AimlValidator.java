package dev.foley.playground.services.aimlapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a submit by what its model declares.
 *
 * <p>The schemas do not forbid further fields, and a published sample sends one that its model lacks, so they are ignored,
 * and {@linkplain #unknownFields observed}.
 */
final class AimlValidator {
  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private AimlValidator() {}

  /** @throws Refusal 400 if this is not one JSON value */
  static JsonNode parse(byte[] body) throws Refusal {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree.isMissingNode()) {
        throw new Refusal(400, "Body: expected JSON object, received nothing");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "Body: expected JSON object, received malformed JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Refusal(400, "Body: expected JSON object, received bytes that are no text");
    }
  }

  /** The names of the fields that will be ignored; none if it is not known which model they are for. */
  static List<String> unknownFields(JsonNode body) {
    List<String> unknown = new ArrayList<>();
    AimlModels.find(body.path("model").asText()).ifPresent(model -> addUnknown(body, model.fields(), "", unknown));
    return unknown;
  }

  private static void addUnknown(JsonNode object, List<AimlField> fields, String path, List<String> unknown) {
    for (String name : (Iterable<String>) object::fieldNames) {
      AimlField field = fields.stream().filter(candidate -> candidate.name().equals(name)).findAny().orElse(null);
      if (field instanceof AimlField.Group group) {
        addUnknown(object.path(name), group.fields(), path + name + ".", unknown);
      } else if (field == null && !(path + name).equals("model")) {
        unknown.add(path + name);
      }
    }
  }

  /** @throws Refusal 400, with everything that is wrong in one text */
  static AimlRequest validate(JsonNode body) throws Refusal {
    if (!body.isObject()) {
      throw new Refusal(400, "Body: expected object, received " + describe(body));
    }
    JsonNode named = body.get("model");
    AimlModel model = AimlModels.find(named == null || !named.isTextual() ? "" : named.textValue())
        .orElseThrow(() -> new Refusal(400, "Request body is not valid. model: expected " + AimlModels.names()
            + ", received " + describe(named)));
    List<String> problems = new ArrayList<>();
    ObjectNode complete = complete(body, model.fields(), "", problems);
    if (!problems.isEmpty()) {
      throw new Refusal(400, "Request body is not valid. " + String.join("; ", problems));
    }
    return new AimlRequest(model, complete);
  }

  /** The known fields alone, with the usual values where they are left out. */
  private static ObjectNode complete(JsonNode object, List<AimlField> fields, String path, List<String> problems) {
    ObjectNode complete = JsonNodeFactory.instance.objectNode();
    for (AimlField field : fields) {
      JsonNode sent = object.get(field.name());
      JsonNode usual = field.usual();
      if (field instanceof AimlField.Group group && (sent == null || sent.isObject())) {
        complete.set(group.name(), complete(sent == null ? JsonNodeFactory.instance.objectNode() : sent, group.fields(),
            path + group.name() + ".", problems));
      } else if (sent == null && !field.required()) {
        if (usual != null) {
          complete.set(field.name(), usual);
        }
      } else if (sent == null || !fits(field, sent)) {
        problems.add(path + field.name() + ": expected " + expected(field) + ", received " + describe(sent));
      } else {
        complete.set(field.name(), sent);
      }
    }
    return complete;
  }

  private static boolean fits(AimlField field, JsonNode sent) {
    return switch (field) {
      case AimlField.Text text -> {
        int length = sent.isTextual() ? sent.textValue().codePointCount(0, sent.textValue().length()) : -1;
        yield length >= text.minLength() && length <= text.maxLength();
      }
      case AimlField.Whole whole -> {
        BigDecimal value = sent.isNumber() ? sent.decimalValue() : null;
        Long max = whole.max();
        yield value != null && value.stripTrailingZeros().scale() <= 0
            && value.compareTo(BigDecimal.valueOf(whole.min())) >= 0
            && (max == null || value.compareTo(BigDecimal.valueOf(max)) <= 0);
      }
      case AimlField.Choice choice -> choice.values().stream().anyMatch(value -> same(value, sent));
      case AimlField.Flag _ -> sent.isBoolean();
      case AimlField.Group _ -> sent.isObject();
    };
  }

  /** 44100.0 is 44100. */
  private static boolean same(JsonNode value, JsonNode sent) {
    if (value.isNumber() && sent.isNumber()) {
      return value.decimalValue().compareTo(sent.decimalValue()) == 0;
    }
    return value.equals(sent);
  }

  private static String expected(AimlField field) {
    return switch (field) {
      case AimlField.Text text when text.minLength() > 0 ->
        "string of " + text.minLength() + " to " + text.maxLength() + " characters";
      case AimlField.Text text when text.maxLength() < AimlField.ANY_LENGTH ->
        "string of at most " + text.maxLength() + " characters";
      case AimlField.Text _ -> "string";
      case AimlField.Whole whole when whole.max() == null -> "integer from " + whole.min();
      case AimlField.Whole whole -> "integer from " + whole.min() + " to " + whole.max();
      case AimlField.Choice choice -> "one of " + choice.values();
      case AimlField.Flag _ -> "boolean";
      case AimlField.Group _ -> "object";
    };
  }

  private static String describe(@Nullable JsonNode node) {
    if (node == null) {
      return "nothing";
    }
    return switch (node.getNodeType()) {
      case STRING -> "string '" + cut(node.textValue()) + "'";
      case NUMBER -> "number " + cut(node.asText());
      case BOOLEAN -> "boolean " + node.asText();
      case NULL -> "null";
      case ARRAY -> "array";
      case OBJECT -> "object";
      case BINARY, MISSING, POJO -> "nothing";
    };
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
