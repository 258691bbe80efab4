package dev.foley.playground.services.stability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foley.playground.services.AnswerShape;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ResultCdn;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.ServiceHooks;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Text to audio: at once, or to be fetched later. Thread-safe. */
final class StabilityGeneration {
  private static final AnswerShape SHAPE = new AnswerShape(List.of("seed"), List.of("id", "audio"));
  private static final int ID_LENGTH = 64;
  private static final Duration NEVER = Duration.ofHours(1);

  private final StabilityKeys keys;
  private final StabilityJobs jobs;
  private final StabilitySettings.Limits limits;
  private final ServiceFaults faults;
  private final ServiceObservations observations;
  private final ServiceHooks hooks;
  private final RenderedClips clips;
  private final Wire wire;
  private final FaultyAnswers answers;

  StabilityGeneration(StabilityKeys keys, StabilityJobs jobs, StabilitySettings.Limits limits, ServiceFaults faults,
      ServiceObservations observations, ServiceHooks hooks, RenderedClips clips, Wire wire) {
    this.keys = keys;
    this.jobs = jobs;
    this.limits = limits;
    this.faults = faults;
    this.observations = observations;
    this.hooks = hooks;
    this.clips = clips;
    this.wire = wire;
    this.answers = new FaultyAnswers(wire, SHAPE);
  }

  /** The model makes the audio while the client waits. */
  void synchronous(Context ctx) throws IOException {
    submit(ctx, (exchange, key, form) -> {
      boolean asJson = exchange.wantsJson();
      StabilityJob job = jobs.acceptSynchronous(key, form.validate(StabilityModel.SYNCHRONOUS), exchange.at());
      return new Accepted(job, () -> {
        wire.hold(job.neverEnds() ? NEVER : Duration.between(exchange.at(), job.endsAt()));
        return job.fails() || job.neverEnds() ? failed(exchange) : audio(exchange, job, asJson);
      });
    });
  }

  /** The client fetches the audio later. */
  void asynchronous(Context ctx) throws IOException {
    submit(ctx, (exchange, key, form) -> {
      StabilityJob job = jobs.acceptAsynchronous(key, form.validate(StabilityModel.ASYNCHRONOUS), exchange.at());
      return new Accepted(job, () -> exchange
          .stamped(Reply.json(202, JsonNodeFactory.instance.objectNode().put("id", job.id()))));
    });
  }

  private record Accepted(StabilityJob job, Answer answer) {}

  private interface Answer {
    Reply make();
  }

  private interface Acceptance {
    Accepted accept(StabilityExchange exchange, String key, StabilityForm form) throws Refusal;
  }

  private void submit(Context ctx, Acceptance acceptance) throws IOException {
    StabilityExchange exchange = keys.open(ctx);
    boolean tooLarge = ctx.contentLength() > limits.requestBytes();
    StabilityForm form = tooLarge ? StabilityForm.NOT_READ : StabilityForm.read(ctx);
    long number = observations.submitted(new ServiceObservations.Submit(exchange.at(), null, exchange.clientHeaders(),
        form.prompt(), form.ignored(), null));
    hooks.submitReceived(form.prompt());
    AtomicReference<@Nullable String> acceptedId = new AtomicReference<>();
    boolean answered = answers.answer(exchange, faults.take(Fault.Moment.SUBMIT, form.prompt(), null), () -> {
      try {
        String key = keys.check(exchange);
        exchange.checkClientHeaders();
        if (tooLarge) {
          throw new Refusal(413, "body: must be at most " + limits.requestBytes() + " bytes");
        }
        Accepted accepted = acceptance.accept(exchange, key, form);
        String id = accepted.job().id();
        acceptedId.set(id);
        observations.accepted(number, id);
        hooks.beforeSubmitAnswer(id);
        return accepted.answer().make();
      } catch (Refusal e) {
        return exchange.error(e);
      }
    });
    String id = acceptedId.get();
    if (answered && id != null) {
      hooks.afterSubmitAnswer(id);
    }
  }

  void result(Context ctx, String id) throws IOException {
    StabilityExchange exchange = keys.open(ctx);
    Result result = result(exchange, id);
    StabilityJob job = result.job();
    observations.polled(job == null ? null : job.id());
    if (job != null) {
      hooks.polled(job.id());
    }
    String prompt = job == null ? "" : job.request().prompt();
    String status = result.reply().status() == 202 ? "in-progress" : null;
    answers.answer(exchange, faults.take(Fault.Moment.POLL, prompt, status), result::reply);
  }

  /** @param job null if none was found */
  private record Result(Reply reply, @Nullable StabilityJob job) {}

  private Result result(StabilityExchange exchange, String id) {
    StabilityJob job = null;
    try {
      String key = keys.check(exchange);
      exchange.checkClientHeaders();
      if (id.length() != ID_LENGTH) {
        throw new Refusal(400, "id: must be " + ID_LENGTH + " characters");
      }
      boolean asJson = exchange.wantsJson();
      job = jobs.find(key, id).orElseThrow(StabilityGeneration::notFound);
      jobs.settle(exchange.at());
      return new Result(switch (job.status(exchange.at())) {
        case IN_PROGRESS -> exchange.stamped(Reply.json(202,
            JsonNodeFactory.instance.objectNode().put("id", id).put("status", "in-progress")));
        case DONE -> audio(exchange, job, asJson);
        case FAILED -> failed(exchange);
        case EXPIRED -> throw notFound();
      }, job);
    } catch (Refusal e) {
      return new Result(exchange.error(e), job);
    }
  }

  private static Refusal notFound() {
    return new Refusal(404, "generation_not_found", List.of("id: no such generation, or it has expired"));
  }

  private static Reply failed(StabilityExchange exchange) {
    return exchange.error(500, "", "The model could not do this one", Fault.ErrorShape.PROBLEM);
  }

  private Reply audio(StabilityExchange exchange, StabilityJob job, boolean asJson) {
    String finishReason = job.filtered() ? "CONTENT_FILTERED" : "SUCCESS";
    var file = job.file(clips);
    Reply reply = asJson
        ? new Reply(200, "application/json; type=" + job.contentType(), new AudioJson(file, finishReason, job.seed()))
        : new Reply(200, job.contentType(),
            Map.of("finish-reason", finishReason, "seed", Long.toString(job.seed())), file);
    return exchange.stamped(reply).with(ResultCdn.NOTICE_HEADER, ResultCdn.NOTICE);
  }
}
