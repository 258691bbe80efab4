package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.AnswerShape;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.ServiceHooks;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queue host: submit, status, result, cancel. Thread-safe. */
final class FalQueue implements FalIntake.Host {
  private final FalKeys keys;
  private final FalJobs jobs;
  private final FalOutput output;
  private final ServiceFaults faults;
  private final ServiceObservations observations;
  private final ServiceHooks hooks;
  private final FaultyAnswers statuses;
  private final FaultyAnswers results;
  private final Supplier<URI> root;

  /** @param root of the queue, without a trailing slash */
  FalQueue(FalKeys keys, FalJobs jobs, FalOutput output, ServiceFaults faults, ServiceObservations observations,
      ServiceHooks hooks, Wire wire, Supplier<URI> root) {
    this.keys = keys;
    this.jobs = jobs;
    this.output = output;
    this.faults = faults;
    this.observations = observations;
    this.hooks = hooks;
    this.statuses = new FaultyAnswers(wire,
        new AnswerShape(List.of("logs", "error", "error_type"), List.of("status")));
    this.results = new FaultyAnswers(wire, new AnswerShape(List.of(), List.of("audio", "audio_file")));
    this.root = root;
  }

  /** The webhook of {@code fal_webhook} is never called. */
  @Override
  public FalJob accept(FalExchange exchange, FalJob job) throws Refusal {
    String limit = exchange.ctx().queryParam("fal_max_queue_length");
    try {
      return jobs.queue(job, limit == null ? Integer.MAX_VALUE : Integer.parseInt(limit));
    } catch (NumberFormatException e) {
      throw new Refusal(400, "bad_request", List.of("fal_max_queue_length is not an integer"));
    }
  }

  @Override
  public Reply answer(FalJob job) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", FalJob.Status.IN_QUEUE.name());
    putAddresses(answer, job);
    return Reply.json(200, answer.put("queue_position", jobs.waitingBefore(job)));
  }

  private void putAddresses(ObjectNode answer, FalJob job) {
    String address = root.get() + "/" + job.model().app() + "/requests/" + job.id();
    answer.put("request_id", job.id())
        .put("response_url", address)
        .put("status_url", address + "/status")
        .put("cancel_url", address + "/cancel");
  }

  void status(Context ctx) throws IOException {
    FalExchange exchange = keys.open(ctx);
    Reply reply = look(exchange, StatusOnly.NOT_FOUND.reply(404),
        job -> described(job, exchange.at(), "1".equals(ctx.queryParam("logs"))));
    observations.polled(exchange.job().map(FalJob::id).orElse(null));
    exchange.job().ifPresent(job -> hooks.polled(job.id()));
    String word = exchange.job().map(job -> job.status(exchange.at()).name()).orElse(null);
    statuses.answer(exchange, fault(exchange, word), () -> reply);
  }

  void result(Context ctx) throws IOException {
    FalExchange exchange = keys.open(ctx);
    Reply reply = look(exchange, FalErrors.reply(FalErrors.of(404, "", "Request not found")),
        job -> job.status(exchange.at()) == FalJob.Status.COMPLETED
            ? output.of(job)
            : FalErrors.reply(FalErrors.of(400, "", "Request is still in progress")));
    results.answer(exchange, fault(exchange, null), () -> reply);
  }

  void cancel(Context ctx) throws IOException {
    FalExchange exchange = keys.open(ctx);
    Wire.send(ctx, look(exchange, StatusOnly.NOT_FOUND.reply(404),
        job -> jobs.cancel(job) == FalJob.Status.COMPLETED
            ? StatusOnly.ALREADY_COMPLETED.reply(400)
            : StatusOnly.CANCELLATION_REQUESTED.reply(202)));
  }

  private enum StatusOnly {
    CANCELLATION_REQUESTED, ALREADY_COMPLETED, NOT_FOUND;

    Reply reply(int code) {
      return Reply.json(code, JsonNodeFactory.instance.objectNode().put("status", name()));
    }
  }

  private Optional<Fault> fault(FalExchange exchange, @Nullable String word) {
    return faults.take(Fault.Moment.POLL, exchange.job().map(FalJob::words).orElse(""), word);
  }

  private Reply look(FalExchange exchange, Reply unknown, Function<FalJob, Reply> known) {
    try {
      String key = keys.check(exchange);
      Context ctx = exchange.ctx();
      Optional<FalJob> job = jobs.find(key, ctx.pathParam("owner") + "/" + ctx.pathParam("alias"),
          ctx.pathParam("id"));
      job.ifPresent(exchange::concerns);
      jobs.settle();
      return exchange.stamped(job.map(known).orElse(unknown));
    } catch (Refusal e) {
      return exchange.error(e);
    }
  }

  /** A failed job is completed too. While it is not, the code is 202. */
  private Reply described(FalJob job, Instant now, boolean withLogs) {
    FalJob.Status status = job.status(now);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", status.name());
    putAddresses(answer, job);
    if (status == FalJob.Status.IN_QUEUE) {
      answer.put("queue_position", jobs.waitingBefore(job));
    } else if (withLogs) {
      ArrayNode logs = answer.putArray("logs");
      log(logs, "The sketch has begun", job.span().startsAt());
      if (status == FalJob.Status.COMPLETED) {
        log(logs, "The sketch is done", job.span().endsAt());
      }
    }
    if (status == FalJob.Status.COMPLETED) {
      switch (job.end()) {
        case FalEnd.Sounded _ -> putInferenceTime(answer, job);
        case FalEnd.Failed failed when failed.message().isEmpty() -> putInferenceTime(answer, job);
        case FalEnd.Failed failed -> answer.put("error", failed.message()).put("error_type", failed.type());
      }
    }
    return Reply.json(status == FalJob.Status.COMPLETED ? 200 : 202, answer);
  }

  private static void putInferenceTime(ObjectNode answer, FalJob job) {
    answer.putObject("metrics").put("inference_time", job.inference().toMillis() / 1e3);
  }

  private static void log(ArrayNode logs, String message, Instant at) {
    logs.addObject().put("message", message).put("level", "INFO").put("source", "run").put("timestamp", at.toString());
  }
}
