package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/**
 * One REST request, read to its end.
 *
 * @param body the JSON body, or {@code payload_json} of a multipart one; missing if there was none
 * @param receivedNanos of {@link System#nanoTime()} when it arrived
 */
record Call(Context context, JsonNode body, List<Upload> uploads, long receivedNanos) {
  long id(String name) {
    return snowflake(name, context.pathParam(name));
  }

  String text(String name) {
    return context.pathParam(name);
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  Optional<Long> queryId(String name) {
    return query(name).map(value -> snowflake(name, value));
  }

  boolean queryFlag(String name, boolean otherwise) {
    return query(name).map(value -> value.equals("true") || value.equals("1") || value.equals("True"))
        .orElse(otherwise);
  }

  int queryInt(String name, int otherwise, int min, int max) {
    Optional<String> given = query(name);
    if (given.isEmpty()) {
      return otherwise;
    }
    FormErrors errors = new FormErrors();
    Form form = new Form(Json.object().put(name, given.get()), errors);
    int value = form.coercedInt(name, otherwise, min, max);
    errors.throwIfAny();
    return value;
  }

  ObjectNode object() {
    return body instanceof ObjectNode object ? object : Json.object();
  }

  private static long snowflake(String name, String value) {
    try {
      return Long.parseUnsignedLong(value);
    } catch (NumberFormatException e) {
      FormErrors errors = new FormErrors();
      errors.add(List.of(name), "NUMBER_TYPE_COERCE", "Value \"" + value + "\" is not snowflake.");
      throw errors.toApiError();
    }
  }
}
