package dev.foley.playground.services.aimlapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.playground.services.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a submit, as the published schema of {@code stable-audio} has it.
 *
 * <p>The schema does not forbid further fields, and the page's own sample sends one that its model lacks, so they are
 * ignored, and {@linkplain #unknownFields observed}. A prompt has no documented limit, so an empty one passes.
 */
record StableAudioRequest(String prompt, int secondsTotal, int steps) {
  static final String MODEL = "stable-audio";
  private static final Set<String> FIELDS = Set.of("model", "prompt", "seconds_start", "seconds_total", "steps");
  private static final int DEFAULT_SECONDS = 30;
  private static final int DEFAULT_STEPS = 100;
  private static final int MAX_SECONDS = 47;
  private static final int MAX_STEPS = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  Duration length() {
    return Duration.ofSeconds(secondsTotal);
  }

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

  /** The names of the fields that will be ignored. */
  static List<String> unknownFields(JsonNode body) {
    List<String> unknown = new ArrayList<>();
    body.fieldNames().forEachRemaining(name -> {
      if (!FIELDS.contains(name)) {
        unknown.add(name);
      }
    });
    return unknown;
  }

  /** @throws Refusal 400, with everything that is wrong in one text */
  static StableAudioRequest validate(JsonNode body) throws Refusal {
    if (!body.isObject()) {
      throw new Refusal(400, "Body: expected object, received " + describe(body));
    }
    List<String> problems = new ArrayList<>();
    JsonNode model = body.get("model");
    if (model == null || !model.isTextual() || !model.textValue().equals(MODEL)) {
      problems.add("model: expected '" + MODEL + "', received " + describe(model));
    }
    JsonNode prompt = body.get("prompt");
    if (prompt == null || !prompt.isTextual()) {
      problems.add("prompt: expected string, received " + describe(prompt));
    }
    integer(body, "seconds_start", MAX_SECONDS, 1, problems); // what it does is not documented; a sketch has no part
    int secondsTotal = integer(body, "seconds_total", MAX_SECONDS, DEFAULT_SECONDS, problems);
    int steps = integer(body, "steps", MAX_STEPS, DEFAULT_STEPS, problems);
    if (!problems.isEmpty() || prompt == null) {
      throw new Refusal(400, "Request body is not valid. " + String.join("; ", problems));
    }
    return new StableAudioRequest(prompt.textValue(), secondsTotal, steps);
  }

  private static int integer(JsonNode body, String name, int max, int defaultValue, List<String> problems) {
    JsonNode node = body.get(name);
    if (node == null) {
      return defaultValue;
    }
    BigDecimal value = node.isNumber() ? node.decimalValue() : null;
    if (value == null || value.stripTrailingZeros().scale() > 0 || value.compareTo(BigDecimal.ONE) < 0
        || value.compareTo(BigDecimal.valueOf(max)) > 0) {
      problems.add(name + ": expected integer from 1 to " + max + ", received " + describe(node));
      return defaultValue;
    }
    return value.intValueExact();
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
