package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.foley.provider.Answer;
import java.io.IOException;
import java.util.Optional;

/** Reads JSON leniently: what is absent, null or of an unexpected type is empty. */
final class JsonBody {
  static final JsonNode NOTHING = MissingNode.getInstance();
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonBody() {}

  /** A missing node if the body is no JSON. */
  static JsonNode of(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException notJson) {
      return NOTHING;
    }
  }

  static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue().strip()) : Optional.empty();
  }
}
