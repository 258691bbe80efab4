package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/** Reads JSON leniently: what is absent, null or of an unexpected type is empty. */
final class JsonBody {
  static final JsonNode NOTHING = MissingNode.getInstance();

  private JsonBody() {}

  static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue().strip()) : Optional.empty();
  }
}
