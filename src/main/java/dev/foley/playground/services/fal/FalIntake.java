package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Receives the inputs of jobs, for the queue and for the synchronous host alike. Thread-safe. */
final class FalIntake {
  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final FalKeys keys;
  private final FalFuture future;
  private final ServiceFaults faults;
  private final ServiceObservations observations;
  private final ServiceHooks hooks;
  private final FaultyAnswers answers;

  FalIntake(FalKeys keys, FalFuture future, ServiceFaults faults, ServiceObservations observations, ServiceHooks hooks,
      Wire wire) {
    this.keys = keys;
    this.future = future;
    this.faults = faults;
    this.observations = observations;
    this.hooks = hooks;
    this.answers = new FaultyAnswers(wire,
        new AnswerShape(List.of(), List.of("request_id", "audio", "audio_file")));
  }

  /** What a host does with a job. */
  interface Host {
    /** Accepts and charges it; the job with its place. */
    FalJob accept(FalExchange exchange, FalJob job) throws Refusal;

    /** The answer, once there is one. */
    Reply answer(FalJob job);
  }

  /** A request whose path ends in the id of a model. */
  void receive(Context ctx, Host host) throws IOException {
    FalExchange exchange = keys.open(ctx);
    Optional<FalModel> model = FalModel.named(ctx.pathParam("model"));
    JsonNode body = leniently(ctx);
    String words = model.map(known -> FalInput.words(known, body)).orElse("");
    long number = observations.submitted(new ServiceObservations.Submit(exchange.at(), null, Map.of(), words,
        model.map(known -> FalInput.unknownFields(known, body)).orElse(List.of()), null));
    hooks.submitReceived(words);
    Optional<Fault> fault = faults.take(Fault.Moment.SUBMIT, words, null);
    boolean answered = answers.answer(exchange, fault, () -> accept(exchange, host, model, number));
    if (answered) {
      exchange.job().ifPresent(job -> hooks.afterSubmitAnswer(job.id()));
    }
  }

  private Reply accept(FalExchange exchange, Host host, Optional<FalModel> model, long number) {
    try {
      String key = keys.check(exchange);
      FalModel known = model.orElseThrow(
          () -> new Refusal(404, "Application '" + exchange.ctx().pathParam("model") + "' not found"));
      FalJob job = host.accept(exchange, future.of(key, known, body(exchange.ctx()), exchange.at()));
      exchange.concerns(job);
      observations.accepted(number, job.id());
      Reply reply = host.answer(job);
      hooks.beforeSubmitAnswer(job.id());
      return exchange.stamped(reply);
    } catch (Refusal e) {
      return exchange.error(e);
    }
  }

  private static JsonNode leniently(Context ctx) {
    try {
      return body(ctx);
    } catch (Refusal e) {
      return JsonNodeFactory.instance.missingNode(); // refused later, in its turn
    }
  }

  private static JsonNode body(Context ctx) throws Refusal {
    String contentType = ctx.contentType();
    if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Refusal(400, "bad_request", List.of("The body has to be application/json"));
    }
    try {
      JsonNode body = JSON.readTree(ctx.bodyAsBytes());
      if (body.isMissingNode()) {
        throw new Refusal(400, "bad_request", List.of("The body is empty"));
      }
      return body;
    } catch (IOException e) {
      throw new Refusal(400, "bad_request", List.of("The body is not JSON"));
    }
  }
}
