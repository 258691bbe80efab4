package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a REST request.
 *
 * @param messageCreated whether a new message stands in a channel now, which is a moment that tests like to crash at
 */
record Reply(int status, @Nullable JsonNode body, boolean messageCreated) {
  static final Reply NO_CONTENT = new Reply(204, null, false);

  static Reply ok(JsonNode body) {
    return new Reply(200, body, false);
  }

  static Reply created(JsonNode body) {
    return new Reply(201, body, false);
  }

  static Reply message(JsonNode body) {
    return new Reply(200, body, true);
  }

  Reply withMessageCreated() {
    return new Reply(status, body, true);
  }
}
