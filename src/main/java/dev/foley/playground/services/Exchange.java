package dev.foley.playground.services;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request to the API and what has been found out about it. For the request's own thread. */
final class Exchange {
  private static final Pattern CLIENT_REQUEST_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

  private final Context ctx;
  private final String requestId;
  private final Instant at;
  private @Nullable AimlJob job;

  Exchange(Context ctx, String requestId, Instant at) {
    this.ctx = ctx;
    this.requestId = requestId;
    this.at = at;
  }

  Context ctx() {
    return ctx;
  }

  /** When it arrived. */
  Instant at() {
    return at;
  }

  /** The job that it made or asks for, once that is known. */
  @Nullable
  AimlJob job() {
    return job;
  }

  void concerns(AimlJob found) {
    job = found;
  }

  /** The words of the job; empty while it is not known. */
  String prompt() {
    return job == null ? "" : job.request().prompt();
  }

  /** The {@code X-Client-Request-Id}; a malformed one is dropped without a word, as documented. */
  @Nullable
  String clientRequestId() {
    String sent = ctx.header("X-Client-Request-Id");
    return sent != null && CLIENT_REQUEST_ID.matcher(sent).matches() ? sent : null;
  }

  /** The answer with the headers that every answer of the service has. */
  Reply stamped(Reply reply) {
    Reply stamped = reply.with("x-request-id", requestId);
    String clientRequestId = clientRequestId();
    return clientRequestId == null ? stamped : stamped.with("x-client-request-id", clientRequestId);
  }

  /** An error, in one of the shapes that were seen. */
  Reply error(int status, String message, Fault.ErrorShape shape) {
    return stamped(switch (shape) {
      case PROBLEM -> {
        Reply json = Reply.json(status, problem(status, message));
        yield new Reply(status, "application/problem+json; charset=utf-8", Map.of(), json.body());
      }
      case LEGACY -> Reply.json(status, JsonNodeFactory.instance.objectNode()
          .put("message", message)
          .put("path", ctx.path())
          .put("requestId", requestId)
          .put("statusCode", Integer.toString(status))
          .put("timestamp", at.toString()));
      case TEXT -> Reply.text(status, "text/plain; charset=utf-8", title(status));
    });
  }

  private ObjectNode problem(int status, String message) {
    // The name is observed for 401 alone; the others follow its pattern.
    String name = title(status).replace(" ", "") + "Exception";
    ObjectNode problem = JsonNodeFactory.instance.objectNode()
        .put("title", title(status))
        .put("status", status)
        .put("message", message)
        .put("instance", ctx.path())
        .put("requestId", requestId)
        .put("timestamp", at.toString());
    problem.putObject("error").put("name", name).put("message", message);
    return problem;
  }

  private static String title(int status) {
    return Objects.requireNonNull(HttpStatus.forStatus(status)).getMessage();
  }
}
