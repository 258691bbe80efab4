package dev.foley.playground.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes an object's unlisted properties wrong.
 *
 * <p>JSON Schema lets them pass, so a misspelt property would never be noticed. Left open are schemas that others are
 * composed of ({@code allOf}): there, each part would refuse the properties of the other.
 */
final class ClosedObjects {
  private ClosedObjects() {}

  /** Closes all object schemas of an OpenAPI document, in place. */
  static void close(JsonNode document) {
    visit(document);
    // The two error shapes are composed of this one.
    ((ObjectNode) document.at("/components/schemas/Error")).remove("additionalProperties");
  }

  private static void visit(JsonNode node) {
    if (node instanceof ObjectNode schema && schema.path("properties").isObject()
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    if (node.isObject()) {
      node.properties().stream().filter(child -> !child.getKey().equals("allOf"))
          .forEach(child -> visit(child.getValue()));
    } else {
      node.forEach(ClosedObjects::visit);
    }
  }
}
