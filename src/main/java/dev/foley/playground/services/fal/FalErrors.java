package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two error bodies: a list of entries from a model, a sentence with an {@code error_type} from what is in front of
 * it.
 */
final class FalErrors {
  /** Types that a model gives, as entries of {@code detail}. */
  private static final Set<String> OF_MODELS = Set.of("content_policy_violation", "no_media_generated",
      "greater_than_equal", "less_than_equal", "one_of", "sequence_too_short", "sequence_too_long", "missing",
      "file_download_error", "feature_not_supported", "internal_server_error", "generation_timeout",
      "downstream_service_error", "downstream_service_unavailable");
  private static final Map<Integer, String> USUAL = Map.of(
      400, "bad_request",
      422, "content_policy_violation",
      429, "concurrent_requests_limit",
      499, "client_cancelled",
      500, "internal_error",
      502, "runner_incomplete_response",
      503, "runner_scheduling_failure",
      504, "request_timeout");
  private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);

  private FalErrors() {}

  /** The type that an error of this status usually has; empty if it has none, such as 401. */
  static String usualType(int status) {
    return Optional.ofNullable(USUAL.get(status)).orElse("");
  }

  /** @param type decides on the shape; empty for a sentence and nothing more */
  static FalEnd.Failed of(int status, String type, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (OF_MODELS.contains(type)) {
      return ofModel(status, JsonNodeFactory.instance.arrayNode()
          .add(FalField.entry(List.of("body"), type, message, null)));
    }
    body.put("detail", message);
    if (!type.isEmpty()) {
      body.put("error_type", type);
    }
    return new FalEnd.Failed(status, type, message, body);
  }

  /** @param detail at least one entry */
  static FalEnd.Failed ofModel(int status, ArrayNode detail) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("detail", detail);
    // Webhooks of failed jobs say it in these words, and have the rest in their payload.
    return new FalEnd.Failed(status, detail.path(0).path("type").asText(), "Invalid status code: " + status, body);
  }

  static Reply reply(FalEnd.Failed failed) {
    Reply reply = Reply.json(failed.status(), failed.body())
        .with("X-Fal-Retryable", Boolean.toString(RETRYABLE.contains(failed.status())));
    return failed.type().isEmpty() ? reply : reply.with("X-Fal-Error-Type", failed.type());
  }
}
