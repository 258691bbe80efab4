package dev.foley.playground.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;

/**
 * The control interface of the simulated AIML API over HTTP: what it saw, which faults are planned, what is left in its
 * accounts. See {@code docs/simulated-services.md}. Thread-safe.
 */
final class AimlControl {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
      .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
      .build();

  private final AimlApiSettings settings;
  private final AimlJobs jobs;
  private final CreditLedger ledger;
  private final ServiceFaults faults;
  private final ServiceObservations observations;

  AimlControl(AimlApiSettings settings, AimlJobs jobs, CreditLedger ledger, ServiceFaults faults,
      ServiceObservations observations) {
    this.settings = settings;
    this.jobs = jobs;
    this.ledger = ledger;
    this.faults = faults;
    this.observations = observations;
  }

  void register(JavalinConfig config, String root) {
    config.routes.get(root, ctx -> Wire.send(ctx, Reply.json(200, state())));
    config.routes.get(root + "/faults", ctx -> Wire.send(ctx, Reply.json(200, plannedFaults())));
    config.routes.post(root + "/faults", this::plan);
    config.routes.delete(root + "/faults", ctx -> {
      faults.clear();
      Wire.send(ctx, Reply.json(200, plannedFaults()));
    });
    config.routes.put(root + "/balance", this::setBalance);
  }

  private void plan(Context ctx) throws IOException {
    try {
      ObjectNode body = object(ctx);
      Fault.Moment at = JSON.convertValue(required(body, "at"), Fault.Moment.class);
      int times = body.has("times") ? JSON.convertValue(body.remove("times"), int.class) : 1;
      String prompt = body.path("prompt").asText("");
      body.remove("prompt");
      Wire.send(ctx, Reply.json(201, described(faults.plan(at, JSON.treeToValue(body, Fault.class), times, prompt))));
    } catch (JsonProcessingException | IllegalArgumentException | IllegalStateException e) {
      refuse(ctx, e);
    }
  }

  private void setBalance(Context ctx) throws IOException {
    try {
      long credits = JSON.convertValue(required(object(ctx), "credits"), long.class);
      settings.keys().forEach(key -> ledger.setBalance(key, credits));
      Wire.send(ctx, Reply.json(200, state()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      refuse(ctx, e);
    }
  }

  private static ObjectNode object(Context ctx) throws IOException {
    JsonNode body = JSON.readTree(ctx.bodyAsBytes());
    if (!(body instanceof ObjectNode object)) {
      throw new IllegalArgumentException("the body is not a JSON object");
    }
    return object;
  }

  private static JsonNode required(ObjectNode body, String name) {
    JsonNode value = body.remove(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return value;
  }

  private static void refuse(Context ctx, Exception reason) throws IOException {
    String message = reason instanceof JsonProcessingException json ? json.getOriginalMessage() : reason.getMessage();
    Wire.send(ctx, Reply.json(400, JSON.createObjectNode().put("message", message)));
  }

  private ArrayNode plannedFaults() {
    ArrayNode list = JSON.createArrayNode();
    faults.planned().forEach(planned -> list.add(described(planned)));
    return list;
  }

  private static ObjectNode described(ServiceFaults.Planned planned) {
    ObjectNode node = JSON.createObjectNode()
        .put("id", planned.id())
        .put("at", planned.at().name().toLowerCase(Locale.ROOT))
        .put("times", planned.times())
        .put("prompt", planned.prompt());
    ObjectNode fault = JSON.valueToTree(planned.fault());
    return node.setAll(fault);
  }

  private ObjectNode state() {
    jobs.settle();
    InstantSource clock = settings.clock();
    ObjectNode state = JSON.createObjectNode()
        .put("submitsReceived", observations.submitsReceived())
        .put("submitsAccepted", observations.submitsAccepted())
        .put("polls", observations.polls())
        .put("downloads", observations.downloads())
        .put("keysLeaked", observations.keysLeaked())
        .put("creditsCharged", ledger.charged())
        .put("creditsRefunded", ledger.refunded())
        .put("timeFactor", settings.times().timeFactor());
    ArrayNode submits = state.putArray("submits");
    for (ServiceObservations.Submit submit : observations.submits()) {
      ObjectNode node = submits.addObject().put("at", submit.at().toString())
          .put("clientRequestId", submit.clientRequestId())
          .put("prompt", submit.prompt())
          .put("jobId", submit.jobId());
      submit.ignoredFields().forEach(node.putArray("ignoredFields")::add);
    }
    ArrayNode list = state.putArray("jobs");
    for (AimlJob job : jobs.all()) {
      ServiceObservations.JobTraffic traffic = observations.traffic(job.id());
      list.addObject().put("id", job.id())
          .put("prompt", job.request().prompt())
          .put("status", job.status(clock.instant()).name().toLowerCase(Locale.ROOT))
          .put("seconds", job.request().secondsTotal())
          .put("credits", job.credits())
          .put("polls", traffic.polls())
          .put("downloads", traffic.downloads());
    }
    return state;
  }
}
