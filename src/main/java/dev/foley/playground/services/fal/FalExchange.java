package dev.foley.playground.services.fal;

import dev.foley.playground.services.Exchange;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to the service and what has been found out about it. For the request's own thread. */
final class FalExchange implements Exchange {
  private final Context ctx;
  private final String requestId;
  private final Instant at;
  private @Nullable FalJob job;

  /** @param requestId as long as the request concerns no job, which has an id of its own */
  FalExchange(Context ctx, String requestId, Instant at) {
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
  Optional<FalJob> job() {
    return Optional.ofNullable(job);
  }

  void concerns(FalJob found) {
    job = found;
  }

  @Override
  public Reply stamped(Reply reply) {
    return reply.with("x-fal-request-id", job == null ? requestId : job.id());
  }

  Reply error(Refusal refusal) {
    return stamped(FalErrors.reply(FalErrors.of(refusal.status(), refusal.name(), refusal.reason())));
  }

  @Override
  public Reply error(int status, String name, String message, Fault.ErrorShape shape) {
    return stamped(switch (shape) {
      case PROBLEM -> FalErrors.reply(FalErrors.of(status, name.isEmpty() ? FalErrors.usualType(status) : name,
          message));
      case LEGACY -> FalErrors.reply(FalErrors.of(status, "", message)); // a sentence alone
      case TEXT -> Reply.text(status, "text/plain; charset=utf-8",
          Optional.ofNullable(HttpStatus.forStatus(status)).map(HttpStatus::getMessage).orElse("Error"));
    });
  }
}
