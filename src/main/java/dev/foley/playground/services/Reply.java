package dev.foley.playground.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer that fits in memory.
 *
 * @param headers besides content type and length
 */
@SuppressWarnings("ArrayRecordComponent") // written once, by its maker
record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, JsonNode body) {
    return new Reply(status, "application/json; charset=utf-8", Map.of(), bytes(body.toString()));
  }

  static Reply text(int status, String contentType, String body) {
    return new Reply(status, contentType, Map.of(), bytes(body));
  }

  Reply with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, more, body);
  }

  Reply withAll(Map<String, String> added) {
    Map<String, String> more = new TreeMap<>(headers);
    more.putAll(added);
    return new Reply(status, contentType, more, body);
  }

  Reply withBody(byte[] other) {
    return new Reply(status, contentType, headers, other);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
