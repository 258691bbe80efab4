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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The control interface of a simulated service over HTTP: what it saw, which faults are planned, what is left in its
 * accounts. See {@code docs/simulated-services.md}. Thread-safe.
 */
public final class ServiceControl {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
      .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
      .build();

  private final Set<String> keys;
  private final DoubleSupplier timeFactor;
  private final Supplier<List<Job>> jobs;
  private final CreditLedger ledger;
  private final ServiceFaults faults;
  private final ServiceObservations observations;

  /**
   * One job as it is now.
   *
   * @param seconds of sound; 0 where that is not known
   * @param units what it cost, in the units of the ledger
   * @param due when it will end; null once it has ended, or if it never will
   */
  public record Job(String id, String prompt, String status, double seconds, long units, @Nullable Instant due) {}

  /**
   * @param keys the accounts
   * @param jobs those that are remembered, oldest first; refunds that are due have been made when it returns
   */
  public ServiceControl(Set<String> keys, DoubleSupplier timeFactor, Supplier<List<Job>> jobs, CreditLedger ledger,
      ServiceFaults faults, ServiceObservations observations) {
    this.keys = Set.copyOf(keys);
    this.timeFactor = timeFactor;
    this.jobs = jobs;
    this.ledger = ledger;
    this.faults = faults;
    this.observations = observations;
  }

  /** @param root such as {@code /control/services/aimlapi} */
  public void register(JavalinConfig config, String root) {
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
      double credits = JSON.convertValue(required(object(ctx), "credits"), double.class);
      keys.forEach(key -> ledger.setBalance(key, Math.round(credits * ledger.unitsPerCredit())));
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
    List<Job> known = jobs.get();
    ObjectNode state = JSON.createObjectNode()
        .put("submitsReceived", observations.submitsReceived())
        .put("submitsAccepted", observations.submitsAccepted())
        .put("polls", observations.polls())
        .put("downloads", observations.downloads())
        .put("keysLeaked", observations.keysLeaked())
        .put("timeFactor", timeFactor.getAsDouble());
    putCredits(state, "creditsCharged", ledger.charged());
    putCredits(state, "creditsRefunded", ledger.refunded());
    ArrayNode submits = state.putArray("submits");
    for (ServiceObservations.Submit submit : observations.submits()) {
      ObjectNode node = submits.addObject().put("at", submit.at().toString())
          .put("clientRequestId", submit.clientRequestId())
          .put("prompt", submit.prompt())
          .put("jobId", submit.jobId());
      submit.ignoredFields().forEach(node.putArray("ignoredFields")::add);
      if (!submit.clientHeaders().isEmpty()) {
        node.set("clientHeaders", JSON.valueToTree(new TreeMap<>(submit.clientHeaders())));
      }
    }
    ArrayNode list = state.putArray("jobs");
    for (Job job : known) {
      ServiceObservations.JobTraffic traffic = observations.traffic(job.id());
      ObjectNode node = list.addObject().put("id", job.id())
          .put("prompt", job.prompt())
          .put("status", job.status())
          .put("seconds", job.seconds());
      if (job.due() != null) {
        node.put("dueAt", job.due().toString());
      }
      putCredits(node, "credits", job.units());
      node.put("polls", traffic.polls()).put("downloads", traffic.downloads());
    }
    return state;
  }

  private void putCredits(ObjectNode node, String name, long units) {
    if (ledger.unitsPerCredit() == 1) {
      node.put(name, units);
    } else {
      node.put(name, (double) units / ledger.unitsPerCredit());
    }
  }
}
