package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Collects what is wrong with a form as the tree that error 50035 carries: the form's shape, with {@code _errors}. */
final class FormErrors {
  private final ObjectNode tree = Json.object();

  void add(List<String> path, String code, String message) {
    ObjectNode node = tree;
    for (String step : path) {
      node = node.withObjectProperty(step);
    }
    node.withArrayProperty("_errors").addObject().put("code", code).put("message", message);
  }

  boolean isEmpty() {
    return tree.isEmpty();
  }

  ApiError toApiError() {
    return ApiError.invalidForm(tree);
  }

  void throwIfAny() {
    if (!isEmpty()) {
      throw toApiError();
    }
  }
}
