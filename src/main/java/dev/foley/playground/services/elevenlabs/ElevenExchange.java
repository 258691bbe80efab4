package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.Exchange;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to the API and what has been found out about it. For the request's own thread. */
final class ElevenExchange implements Exchange {
  private final Context ctx;
  private final String requestId;
  private final String traceId;
  private final Instant at;
  private ElevenConcurrency.@Nullable Place place;
  private boolean accepted;

  ElevenExchange(Context ctx, String requestId, String traceId, Instant at) {
    this.ctx = ctx;
    this.requestId = requestId;
    this.traceId = traceId;
    this.at = at;
  }

  @Override
  public Context ctx() {
    return ctx;
  }

  String requestId() {
    return requestId;
  }

  /** When it arrived. */
  Instant at() {
    return at;
  }

  /** Its place among the requests under way, once it has one or was refused one. */
  ElevenConcurrency.@Nullable Place place() {
    return place;
  }

  void takes(ElevenConcurrency.Place found) {
    place = found;
  }

  /** Whether it was carried out and charged. */
  boolean accepted() {
    return accepted;
  }

  void accept() {
    accepted = true;
  }

  @Override
  public Reply stamped(Reply reply) {
    Reply stamped = reply.withAll(Map.of("request-id", requestId, "x-trace-id", traceId));
    return place == null
        ? stamped
        : stamped.withAll(Map.of("current-concurrent-requests", Integer.toString(place.current()),
            "maximum-concurrent-requests", Integer.toString(place.maximum())));
  }

  /** In the newer shape, but for the one error that is known from the older pages alone. */
  Reply error(Refusal refusal) {
    return error(refusal.status(), refusal.name(), refusal.reason(),
        refusal.name().equals("quota_exceeded") ? Fault.ErrorShape.LEGACY : Fault.ErrorShape.PROBLEM);
  }

  /** The list that the service's web framework makes of a request against the schema. */
  Reply error(InvalidFields invalid) {
    ArrayNode details = JsonNodeFactory.instance.arrayNode();
    for (InvalidFields.Problem problem : invalid.problems()) {
      ObjectNode detail = details.addObject();
      problem.location().forEach(detail.putArray("loc")::add);
      detail.put("msg", problem.message()).put("type", problem.type());
    }
    return stamped(Reply.json(422, JsonNodeFactory.instance.objectNode().set("detail", details)));
  }

  @Override
  public Reply error(int status, String name, String message, Fault.ErrorShape shape) {
    if (shape == Fault.ErrorShape.TEXT) {
      return stamped(Reply.text(status, "text/plain; charset=utf-8", "HTTP " + status));
    }
    if (status == 422 && name.isEmpty() && shape == Fault.ErrorShape.PROBLEM) {
      return error(new InvalidFields(
          List.of(new InvalidFields.Problem(List.of("body", "text"), message, "value_error"))));
    }
    String code = name.isEmpty() ? ElevenError.usualCode(status) : name;
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode detail = body.putObject("detail");
    if (shape == Fault.ErrorShape.LEGACY) {
      detail.put("status", ElevenError.olderStatus(code)).put("message", message);
    } else {
      detail.put("type", ElevenError.type(status, code)).put("code", code).put("message", message)
          .put("status", code).put("request_id", requestId);
    }
    if (code.equals("bad_prompt")) {
      detail.putObject("data").put("prompt_suggestion", "A piece in the manner of the time");
    }
    return stamped(Reply.json(status, body));
  }
}
