package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.provider.Wire;

/** Names the model in a body. The service's default has changed before, so it is always sent. */
final class ModelField {
  private ModelField() {}

  static ObjectNode in(ObjectNode body, Wire wire) {
    return body.has("model_id") ? body : body.put("model_id", wire.model());
  }
}
