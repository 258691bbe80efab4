package dev.foley.playground.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer.
 *
 * @param headers besides content type and length
 */
public record Reply(int status, String contentType, Map<String, String> headers, Body body) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  public Reply(int status, String contentType, Body body) {
    this(status, contentType, Map.of(), body);
  }

  public static Reply json(int status, JsonNode body) {
    return text(status, "application/json; charset=utf-8", body.toString());
  }

  public static Reply text(int status, String contentType, String body) {
    return new Reply(status, contentType, Body.of(body.getBytes(StandardCharsets.UTF_8)));
  }

  public Reply with(String header, String value) {
    return withAll(Map.of(header, value));
  }

  public Reply withAll(Map<String, String> added) {
    Map<String, String> more = new TreeMap<>(headers);
    more.putAll(added);
    return new Reply(status, contentType, more, body);
  }

  public Reply withBody(Body other) {
    return new Reply(status, contentType, headers, other);
  }

  public Reply withContentType(String other) {
    return new Reply(status, other, headers, body);
  }
}
