package dev.foley.playground.services.stability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.Exchange;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One request to the API.
 *
 * @param at when it arrived
 */
record StabilityExchange(Context ctx, String requestId, Instant at) implements Exchange {
  private static final List<String> CLIENT_HEADERS = List.of("stability-client-id", "stability-client-user-id",
      "stability-client-version");
  private static final int MAX_CLIENT_HEADER = 256;
  private static final Map<Integer, String> NAMES = Map.of(
      400, "bad_request",
      401, "unauthorized",
      402, "payment_required",
      403, "content_moderation",
      404, "generation_not_found",
      413, "payload_too_large",
      422, "invalid_language",
      429, "rate_limit_exceeded",
      500, "internal_error");

  /** Headers by which the client names itself, as sent. */
  Map<String, String> clientHeaders() {
    Map<String, String> sent = new TreeMap<>();
    for (String name : CLIENT_HEADERS) {
      String value = ctx.header(name);
      if (value != null) {
        sent.put(name, value);
      }
    }
    return sent;
  }

  /** @throws Refusal 400 if one of them is too long */
  void checkClientHeaders() throws Refusal {
    List<String> tooLong = clientHeaders().entrySet().stream()
        .filter(header -> header.getValue().length() > MAX_CLIENT_HEADER)
        .map(header -> header.getKey() + ": must be at most " + MAX_CLIENT_HEADER + " characters").toList();
    if (!tooLong.isEmpty()) {
      throw new Refusal(400, "bad_request", tooLong);
    }
  }

  /**
   * Whether the audio is to come as base64 in JSON rather than as it is.
   *
   * @throws Refusal 400 if the {@code accept} header asks for anything else
   */
  boolean wantsJson() throws Refusal {
    String accept = Objects.requireNonNullElse(ctx.header("Accept"), "audio/*").strip();
    return switch (accept) {
      case "application/json" -> true;
      case "audio/*", "*/*" -> false; // HTTP clients send the second one unasked
      default -> throw new Refusal(400, "accept: must be one of audio/*, application/json");
    };
  }

  @Override
  public Reply stamped(Reply reply) {
    return reply.with("x-request-id", requestId);
  }

  Reply error(Refusal refusal) {
    return stamped(body(refusal.status(), refusal.name(), refusal.reasons()));
  }

  /** The older shape is that of the v1 calls. */
  @Override
  public Reply error(int status, String name, String message, Fault.ErrorShape shape) {
    return stamped(switch (shape) {
      case PROBLEM -> body(status, name, List.of(message));
      case LEGACY -> v1(status, name, message);
      case TEXT -> Reply.text(status, "text/plain; charset=utf-8", title(status));
    });
  }

  private Reply body(int status, String name, List<String> errors) {
    ObjectNode body = named(status, name);
    errors.forEach(body.putArray("errors")::add);
    return Reply.json(status, body);
  }

  /** As {@code /v1} words an error. */
  Reply v1(int status, String name, String message) {
    return Reply.json(status, named(status, name).put("message", message));
  }

  private ObjectNode named(int status, String name) {
    String word = name.isEmpty()
        ? NAMES.getOrDefault(status, title(status).toLowerCase(Locale.ROOT).replace(' ', '_'))
        : name;
    // The published example of a 429 has its name for an id.
    return JsonNodeFactory.instance.objectNode().put("id", status == 429 ? word : requestId).put("name", word);
  }

  private static String title(int status) {
    HttpStatus known = HttpStatus.forStatus(status);
    return known == null ? "error " + status : known.getMessage();
  }
}
