package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Changing the world, causing faults and reading the traffic over HTTP, under {@code /control}. */
final class OperatorRoutes {
  private final WorldControl world;
  private final FaultControl faults;
  private final TrafficLog traffic;

  OperatorRoutes(WorldControl world, FaultControl faults, TrafficLog traffic) {
    this.world = world;
    this.faults = faults;
    this.traffic = traffic;
  }

  void register(RoutesConfig config) {
    registerWorld(config);
    registerFaults(config);
    ControlRoutes.get(config, "/traffic", this::traffic);
    ControlRoutes.add(config, HandlerType.DELETE, "/traffic", context -> {
      traffic.reset();
      context.status(204);
    });
  }

  private void registerWorld(RoutesConfig config) {
    ControlRoutes.get(config, "/world", this::world);
    ControlRoutes.post(config, "/members", context -> ControlRoutes.json(context, 201,
        Json.object().put("member", world.addMember(ControlRoutes.text(ControlRoutes.body(context), "name")))));
    ControlRoutes.add(config, HandlerType.PATCH, "/members/{member}", context -> {
      JsonNode body = ControlRoutes.body(context);
      if (body.has("locale")) {
        world.setLocale(context.pathParam("member"), ControlRoutes.text(body, "locale"));
      }
      if (body.has("refuseDirectMessages")) {
        world.refuseDirectMessages(context.pathParam("member"), body.path("refuseDirectMessages").asBoolean());
      }
      context.status(204);
    });
    ControlRoutes.post(config, "/channels", context -> {
      JsonNode body = ControlRoutes.body(context);
      ChannelView created = world.createChannel(ControlRoutes.text(body, "name"));
      ControlRoutes.json(context, 201, body.has("botDenied") ? world.denyBot(created.id(), denied(body)) : created);
    });
    ControlRoutes.add(config, HandlerType.PATCH, "/channels/{channel}", context -> ControlRoutes.json(context, 200,
        world.denyBot(context.pathParam("channel"), denied(ControlRoutes.body(context)))));
    ControlRoutes.add(config, HandlerType.DELETE, "/channels/{channel}", context -> {
      world.deleteChannel(context.pathParam("channel"));
      context.status(204);
    });
    ControlRoutes.add(config, HandlerType.PUT, "/bot", context -> {
      world.botIsMember(ControlRoutes.body(context).path("member").asBoolean(true));
      context.status(204);
    });
    ControlRoutes.add(config, HandlerType.PUT, "/attachment-limit", context -> {
      world.setAttachmentLimit(Long.parseLong(ControlRoutes.text(ControlRoutes.body(context), "bytes")));
      context.status(204);
    });
  }

  private void registerFaults(RoutesConfig config) {
    ControlRoutes.post(config, "/faults", context -> {
      JsonNode body = ControlRoutes.body(context);
      faults.inject(ControlRoutes.text(body, "route"), fault(body), body.path("times").asInt(1),
          Duration.ofSeconds(body.path("seconds").asLong(3600)));
      context.status(204);
    });
    ControlRoutes.add(config, HandlerType.DELETE, "/faults", context -> {
      faults.clear();
      context.status(204);
    });
    ControlRoutes.add(config, HandlerType.PUT, "/outage", context -> {
      faults.outage(ControlRoutes.body(context).path("on").asBoolean());
      context.status(204);
    });
    ControlRoutes.add(config, HandlerType.PUT, "/rate-limits", context -> {
      faults.enforceRateLimits(ControlRoutes.body(context).path("enforced").asBoolean(true));
      context.status(204);
    });
    ControlRoutes.add(config, HandlerType.PUT, "/heartbeats", context -> {
      JsonNode body = ControlRoutes.body(context);
      faults.enforceHeartbeats(body.path("enforced").asBoolean(true));
      faults.acknowledgeHeartbeats(body.path("acknowledged").asBoolean(true));
      if (body.has("intervalMillis")) {
        faults.announceHeartbeats(Duration.ofMillis(body.path("intervalMillis").asLong()));
      }
      context.status(204);
    });
    ControlRoutes.add(config, HandlerType.PUT, "/privileged-intents", context -> {
      faults.allowPrivilegedIntents(ControlRoutes.body(context).path("allowed").asInt());
      context.status(204);
    });
    ControlRoutes.post(config, "/gateway", context -> {
      gateway(ControlRoutes.body(context));
      context.status(204);
    });
    ControlRoutes.post(config, "/attachments/expire", context -> {
      faults.expireAttachmentUrls();
      context.status(204);
    });
  }

  private void gateway(JsonNode body) {
    switch (ControlRoutes.text(body, "do")) {
      case "reconnect" -> faults.requestReconnect();
      case "invalidate" -> faults.invalidateSessions(body.path("resumable").asBoolean());
      case "drop" -> faults.dropConnections();
      case "close" -> faults.closeConnections(body.path("code").asInt(4000));
      default -> throw new IllegalArgumentException("“do” is reconnect, invalidate, drop or close.");
    }
  }

  private static Fault fault(JsonNode body) {
    return switch (ControlRoutes.text(body, "fault")) {
      case "answer" -> new Fault.Answer(body.path("status").asInt(500));
      case "rate-limited" -> new Fault.RateLimited(
          Fault.Scope.valueOf(body.path("scope").asText("user").toUpperCase(Locale.ROOT)),
          Duration.ofMillis(body.path("retryAfterMillis").asLong(1000)));
      case "refused" -> new Fault.Refused(
          Fault.Refusal.valueOf(ControlRoutes.text(body, "refusal").toUpperCase(Locale.ROOT).replace('-', '_')));
      case "banned" -> new Fault.Banned(Duration.ofMillis(body.path("retryAfterMillis").asLong(1000)));
      case "slow" -> new Fault.Slow(Duration.ofMillis(body.path("delayMillis").asLong(1000)));
      case "drop-before" -> new Fault.DropBefore();
      case "drop-after" -> new Fault.DropAfter();
      default -> throw new IllegalArgumentException(
          "“fault” is answer, refused, rate-limited, banned, slow, drop-before or drop-after.");
    };
  }

  private void world(Context context) {
    ObjectNode json = Json.object().put("attachmentLimit", world.attachmentLimit())
        .put("connectedSessions", world.connectedSessions()).put("begunSessions", world.begunSessions());
    json.set("channels", Json.MAPPER.valueToTree(world.channels()));
    json.set("members", Json.MAPPER.valueToTree(world.members()));
    ControlRoutes.json(context, 200, json);
  }

  private void traffic(Context context) {
    String after = context.queryParam("after");
    long number = after == null ? 0 : Long.parseLong(after);
    List<TrafficEntry> entries = traffic.entriesAfter(number);
    ObjectNode json = Json.object();
    json.set("counters", Json.MAPPER.valueToTree(traffic.counters()));
    json.set("entries", Json.MAPPER.valueToTree(entries));
    ControlRoutes.json(context, 200, json);
  }

  private static Set<Permission> denied(JsonNode body) {
    return ControlRoutes.strings(body.path("botDenied")).stream().map(Permission::valueOf).collect(Collectors.toSet());
  }
}
