package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request for sound, as it came.
 *
 * @param requestId that its answer has in {@code request-id}
 * @param path below the root of the API
 * @param query first value of each parameter
 * @param body a missing node if it was no JSON
 */
public record ReceivedRequest(String requestId, String path, Map<String, String> query, JsonNode body) {
  public ReceivedRequest {
    query = Map.copyOf(query);
  }
}
