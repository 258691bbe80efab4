package dev.foley.playground.services.aimlapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.Exchange;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request to the API and what has been found out about it. For the request's own thread. */
final class AimlExchange implements Exchange {
  private static final Pattern CLIENT_REQUEST_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

  private final Context ctx;
  private final String requestId;
  private final Instant at;
  private @Nullable AimlJob job;

  AimlExchange(Context ctx, String requestId, Instant at) {
    this.ctx = ctx;
    this.requestId = requestId;
    this.at = at;
  }

  @Override
  public Context ctx() {
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

  @Override
  public Reply stamped(Reply reply) {
    Reply stamped = reply.with("x-request-id", requestId);
    String clientRequestId = clientRequestId();
    return clientRequestId == null ? stamped : stamped.with("x-client-request-id", clientRequestId);
  }

  Reply error(Refusal refusal) {
    return error(refusal.status(), refusal.name(), refusal.reason(), Fault.ErrorShape.PROBLEM);
  }

  /** {@code application/problem+json} was observed live in 2026; the older body is the documented one. */
  @Override
  public Reply error(int status, String name, String message, Fault.ErrorShape shape) {
    return stamped(switch (shape) {
      case PROBLEM -> Reply.json(status, problem(status, name, message))
          .withContentType("application/problem+json; charset=utf-8");
      case LEGACY -> Reply.json(status, JsonNodeFactory.instance.objectNode()
          .put("message", message)
          .put("path", ctx.path())
          .put("requestId", requestId)
          .put("statusCode", Integer.toString(status))
          .put("timestamp", at.toString()));
      case TEXT -> Reply.text(status, "text/plain; charset=utf-8", title(status));
    });
  }

  private ObjectNode problem(int status, String name, String message) {
    ObjectNode problem = JsonNodeFactory.instance.objectNode()
        .put("title", title(status))
        .put("status", status)
        .put("message", message)
        .put("instance", ctx.path())
        .put("requestId", requestId)
        .put("timestamp", at.toString());
    // The name is observed for 401 alone; the others follow its pattern.
    problem.putObject("error").put("name", name.isEmpty() ? title(status).replace(" ", "") + "Exception" : name)
        .put("message", message);
    return problem;
  }

  private static String title(int status) {
    return Objects.requireNonNull(HttpStatus.forStatus(status)).getMessage();
  }
}
