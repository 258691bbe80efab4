package dev.foley.playground.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where the document is known not to say what Discord does. */
final class ExtractCorrections {
  private ExtractCorrections() {}

  static void apply(JsonNode document) {
    fieldErrorsHaveNamedCodes(document);
  }

  /**
   * The document reuses its {@code Error}, whose code is a number, for the errors of single fields. There Discord writes
   * a name such as {@code BASE_TYPE_REQUIRED}; its reference shows only such, and client libraries print them.
   *
   * @see "Discord developer documentation, Reference, Error Messages"
   */
  private static void fieldErrorsHaveNamedCodes(JsonNode document) {
    JsonNode error = document.at("/components/schemas/Error").deepCopy();
    ((ObjectNode) error.path("properties")).putObject("code").put("type", "string").put("pattern", "^[A-Z0-9_]+$");
    ((ObjectNode) document.at("/components/schemas/InnerErrors/properties/_errors")).set("items", error);
  }
}
