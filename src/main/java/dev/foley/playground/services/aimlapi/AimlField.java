package dev.foley.playground.services.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field of a request, as the schema of its model has it. */
sealed interface AimlField {
  int ANY_LENGTH = Integer.MAX_VALUE;

  String name();

  /** What holds if the field is left out; null if nothing does. */
  default @Nullable JsonNode usual() {
    return null;
  }

  /** Whether the field must be there. */
  default boolean required() {
    return false;
  }

  /** A string of so many characters. */
  record Text(String name, boolean required, int minLength, int maxLength) implements AimlField {}

  /**
   * An integer; 10.0 is one.
   *
   * @param max null for none
   */
  record Whole(String name, long min, @Nullable Long max, @Nullable JsonNode usual) implements AimlField {
    static Whole between(String name, long min, long max, long usual) {
      return new Whole(name, min, max, JsonNodeFactory.instance.numberNode(usual));
    }
  }

  /** One of a few values. */
  record Choice(String name, List<JsonNode> values, JsonNode usual) implements AimlField {
    public Choice {
      values = List.copyOf(values);
    }

    /** The last one is the usual one. */
    static Choice of(String name, int... values) {
      return new Choice(name,
          Arrays.stream(values).<JsonNode>mapToObj(JsonNodeFactory.instance::numberNode).toList(),
          JsonNodeFactory.instance.numberNode(values[values.length - 1]));
    }

    /** The first one is the usual one. */
    static Choice of(String name, String... values) {
      return new Choice(name, Arrays.stream(values).<JsonNode>map(JsonNodeFactory.instance::textNode).toList(),
          JsonNodeFactory.instance.textNode(values[0]));
    }
  }

  /** True or false, false unless given. */
  record Flag(String name) implements AimlField {
    @Override
    public JsonNode usual() {
      return BooleanNode.FALSE;
    }
  }

  /** An object with fields of its own. */
  record Group(String name, List<AimlField> fields) implements AimlField {
    public Group {
      fields = List.copyOf(fields);
    }
  }
}
