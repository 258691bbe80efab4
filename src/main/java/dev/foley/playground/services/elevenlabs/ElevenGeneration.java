package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.RenderedClips;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ResultCdn;
import dev.foley.playground.services.ResultFile;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.ServiceHooks;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that are answered with sound: checked, charged, waited for, sent. Thread-safe. */
final class ElevenGeneration {
  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final ElevenDoor door;
  private final ElevenJobs jobs;
  private final ElevenConcurrency concurrency;
  private final ServiceFaults faults;
  private final ServiceObservations observations;
  private final ServiceHooks hooks;
  private final FaultyAnswers answers;
  private final RenderedClips clips;
  private final Wire wire;
  private final Chance chance;

  ElevenGeneration(ElevenDoor door, ElevenJobs jobs, ElevenConcurrency concurrency, ServiceFaults faults,
      ServiceObservations observations, ServiceHooks hooks, FaultyAnswers answers, RenderedClips clips, Wire wire,
      Chance chance) {
    this.door = door;
    this.jobs = jobs;
    this.concurrency = concurrency;
    this.faults = faults;
    this.observations = observations;
    this.hooks = hooks;
    this.answers = answers;
    this.clips = clips;
    this.wire = wire;
    this.chance = chance;
  }

  void submit(Context ctx, ElevenEndpoint endpoint) throws IOException {
    ElevenExchange exchange = door.open(ctx);
    JsonNode body = tree(ctx.bodyAsBytes());
    String prompt = body.path(endpoint.promptField()).asText("");
    long number = observations.submitted(new ServiceObservations.Submit(exchange.at(), null, Map.of(), prompt,
        unknownFields(body, endpoint), null));
    jobs.received(exchange, body);
    hooks.submitReceived(prompt);
    Optional<Fault> fault = faults.take(Fault.Moment.SUBMIT, prompt, null);
    try {
      boolean answered = answers.answer(exchange, fault, () -> reply(exchange, endpoint, body, prompt, number));
      if (answered && exchange.accepted()) {
        hooks.afterSubmitAnswer(exchange.requestId());
      }
    } finally {
      ElevenConcurrency.Place place = exchange.place();
      if (place != null && place.granted()) {
        concurrency.leave(place);
      }
    }
  }

  private static JsonNode tree(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // refused later, in its turn
    }
  }

  private static List<String> unknownFields(JsonNode body, ElevenEndpoint endpoint) {
    List<String> unknown = new ArrayList<>();
    body.fieldNames().forEachRemaining(name -> {
      if (!endpoint.fields().contains(name)) {
        unknown.add(name);
      }
    });
    return unknown;
  }

  private Reply reply(ElevenExchange exchange, ElevenEndpoint endpoint, JsonNode body, String prompt, long number) {
    try {
      String key = door.check(exchange);
      if (body.isMissingNode()) {
        throw new Refusal(400, "malformed_json", List.of("The body is not one JSON value"));
      }
      ElevenOrder order = endpoint.read(exchange.ctx(), body);
      ElevenConcurrency.Place place = concurrency.enter(key, order.group());
      exchange.takes(place);
      if (!place.granted()) {
        throw new Refusal(429, "concurrent_limit_exceeded",
            List.of("The plan allows " + place.maximum() + " such requests at the same time"));
      }
      Duration takes = chance.draw(order.times()).whole();
      jobs.accept(exchange.requestId(), key, prompt, order, takes);
      exchange.accept();
      observations.accepted(number, exchange.requestId());
      Reply reply = made(exchange, order, prompt);
      wire.hold(takes);
      hooks.beforeSubmitAnswer(exchange.requestId());
      return reply;
    } catch (Refusal e) {
      return exchange.error(e);
    } catch (InvalidFields e) {
      return exchange.error(e);
    }
  }

  /** A sound with a seed of its own is never shared with another request's. */
  private Reply made(ElevenExchange exchange, ElevenOrder order, String prompt) {
    RenderedClips.Clip clip = order.seeded()
        ? clips.reserveExactly(order.sound(), order.coding())
        : clips.reserve(order.sound(), order.coding());
    FileForm form = faults.take(Fault.Moment.JOB, prompt, null)
        .map(fault -> fault instanceof Fault.File file ? file.form() : FileForm.USUAL).orElse(FileForm.USUAL);
    Reply reply = exchange.stamped(new Reply(200,
        form == FileForm.WRONG_CONTENT_TYPE ? "text/plain" : order.contentType(), new ResultFile(form, clip, clips)))
        .withAll(Map.of("character-cost", Long.toString(order.credits()), ResultCdn.NOTICE_HEADER, ResultCdn.NOTICE));
    return order.song() ? reply.with("song-id", chance.token(20)) : reply;
  }
}
