package dev.foley.playground.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Levels what client libraries and the extract disagree on in form only. Discord takes both forms; the extract names
 * one. Each rule changes the type of one value, never whether it is there.
 */
final class ClientForm {
  private ClientForm() {}

  /** Brings a request body to the extract's form, in place. */
  static void level(JsonNode body) {
    if (body.isArray()) {
      body.forEach(ClientForm::level);
    } else if (body instanceof ObjectNode object) {
      // JDA writes both enumerations as strings.
      integers(object, "contexts");
      integers(object, "integration_types");
      // JDA writes the ordinal of an upload as a number, discord.js as a string.
      object.path("attachments").forEach(ClientForm::idAsText);
      object.path("data").path("attachments").forEach(ClientForm::idAsText);
    }
  }

  private static void integers(ObjectNode object, String property) {
    if (object.get(property) instanceof ArrayNode values) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i).isTextual() && values.get(i).asText().matches("[0-9]{1,3}")) {
          values.set(i, Integer.parseInt(values.get(i).asText()));
        }
      }
    }
  }

  private static void idAsText(JsonNode attachment) {
    if (attachment instanceof ObjectNode object && object.path("id").isIntegralNumber()) {
      object.put("id", object.get("id").asText());
    }
  }
}
