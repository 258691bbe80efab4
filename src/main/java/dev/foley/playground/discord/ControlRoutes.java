package dev.foley.playground.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Acting and reading as a member over HTTP: {@link MemberControl} as JSON under {@code /control}. */
final class ControlRoutes {
  static final String BASE = "/control";
  private static final long MAX_WAIT_SECONDS = 60;

  /** What a client did wrong, as a sentence. */
  private static final class BadRequestException extends RuntimeException {
    BadRequestException(String sentence) {
      super(sentence, null, false, false);
    }
  }

  private final MemberControl control;

  ControlRoutes(MemberControl control) {
    this.control = control;
  }

  void register(RoutesConfig config) {
    post(config, "/invoke", context -> invoke(context, body(context)));
    post(config, "/autocomplete", context -> {
      JsonNode body = body(context);
      String member = text(body, "member");
      String channel = text(body, "channel");
      answer(context, body.has("line")
          ? control.autocomplete(member, channel, text(body, "line"))
          : control.autocomplete(member, channel, text(body, "command"), texts(body.path("options"))));
    });
    post(config, "/press", context -> press(context, body(context)));
    post(config, "/select", context -> {
      JsonNode body = body(context);
      answer(context, control.select(text(body, "member"), text(body, "channel"), text(body, "message"),
          text(body, "select"), strings(body.path("values"))));
    });
    post(config, "/submit", context -> submit(context, body(context)));
    post(config, "/say", context -> {
      JsonNode body = body(context);
      json(context, 200, control.say(text(body, "member"), text(body, "channel"), text(body, "content")));
    });
    get(config, "/commands", context -> json(context, 200, control.commands(query(context, "channel", "music"))));
    get(config, "/channels/{channel}/messages", this::messages);
    add(config, HandlerType.DELETE, "/channels/{channel}/messages/{message}", context -> {
      control.deleteMessage(context.pathParam("channel"), context.pathParam("message"));
      context.status(204);
    });
    get(config, "/interactions", context -> json(context, 200, control.interactions()));
    get(config, "/interactions/{interaction}", this::interaction);
    post(config, "/interactions/{interaction}/expire", context -> {
      control.expireToken(context.pathParam("interaction"));
      context.status(204);
    });
  }

  /** Adds a route that answers misuse with 400 and a sentence. */
  static void add(RoutesConfig config, HandlerType method, String path, Handler handler) {
    config.addHttpHandler(method, BASE + path, context -> {
      try {
        handler.handle(context);
      } catch (BadRequestException | IllegalArgumentException | IllegalStateException e) {
        json(context, 400, Json.object().put("error", e.getMessage()));
      }
    });
  }

  static void post(RoutesConfig config, String path, Handler handler) {
    add(config, HandlerType.POST, path, handler);
  }

  static void get(RoutesConfig config, String path, Handler handler) {
    add(config, HandlerType.GET, path, handler);
  }

  static void json(Context context, int status, Object value) {
    context.status(status).contentType("application/json").result(Json.bytes(value));
  }

  static JsonNode body(Context context) {
    try {
      JsonNode body = Json.MAPPER.readTree(context.body());
      return body.isObject() ? body : Json.object();
    } catch (JsonProcessingException e) {
      throw new BadRequestException("The body is not JSON.");
    }
  }

  static String text(JsonNode body, String field) {
    if (!body.hasNonNull(field)) {
      throw new BadRequestException("“" + field + "” is missing.");
    }
    return body.get(field).asText();
  }

  static List<String> strings(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asText()));
    return values;
  }

  private void invoke(Context context, JsonNode body) {
    String member = text(body, "member");
    String channel = text(body, "channel");
    if (body.has("line")) {
      answer(context,
          control.invoke(member, channel, text(body, "line"), body.path("locale").asText(control.locale(member)),
              body.path("userInstalled").asBoolean()));
      return;
    }
    String command = text(body, "command");
    if (body.has("message")) {
      answer(context, control.invokeOnMessage(member, channel, command, text(body, "message")));
    } else if (body.has("target")) {
      answer(context, control.invokeOnMember(member, channel, command, text(body, "target")));
    } else if (body.path("forged").asBoolean()) {
      Map<String, JsonNode> options = new LinkedHashMap<>();
      body.path("options").properties().forEach(option -> options.put(option.getKey(), option.getValue()));
      answer(context, control.invokeForged(member, channel, command, options));
    } else {
      answer(context, control.invoke(member, channel, command, texts(body.path("options"))));
    }
  }

  private void press(Context context, JsonNode body) {
    String member = text(body, "member");
    String channel = text(body, "channel");
    String button = text(body, "button");
    if (!body.has("message")) {
      answer(context, control.press(member, channel, button));
    } else if (body.path("forged").asBoolean()) {
      answer(context, control.pressForged(member, channel, text(body, "message"), button));
    } else {
      answer(context, control.press(member, channel, text(body, "message"), button));
    }
  }

  private void submit(Context context, JsonNode body) {
    Map<String, String> values = texts(body.path("values"));
    String member = text(body, "member");
    String interaction = text(body, "interaction");
    answer(context, body.path("forged").asBoolean()
        ? control.submitForged(member, interaction, values)
        : control.submit(member, interaction, values));
  }

  private void messages(Context context) throws InterruptedException {
    String viewer = query(context, "as", "mia");
    long revision = Long.parseLong(query(context, "revision", "-1"));
    json(context, 200, control.page(viewer, context.pathParam("channel"), revision, waiting(context)));
  }

  /** With {@code wait}, answers as soon as the bot has answered, or at the end of the time as things stand then. */
  private void interaction(Context context) throws InterruptedException {
    Predicate<InteractionView> fits = switch (query(context, "until", "acknowledged")) {
      case "acknowledged" -> view -> view.state() != InteractionView.State.WAITING;
      case "answered" -> view -> view.state() != InteractionView.State.WAITING
          && view.responses().stream().noneMatch(MessageView::loading);
      default -> throw new BadRequestException("“until” is acknowledged or answered.");
    };
    json(context, 200, control.interaction(context.pathParam("interaction"), fits, waiting(context)));
  }

  private static Duration waiting(Context context) {
    long seconds = Long.parseLong(query(context, "wait", "0"));
    return Duration.ofSeconds(Math.clamp(seconds, 0, MAX_WAIT_SECONDS));
  }

  private static String query(Context context, String name, String otherwise) {
    String value = context.queryParam(name);
    return value == null ? otherwise : value;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static void answer(Context context, Invocation invocation) {
    switch (invocation) {
      case Invocation.Sent sent -> json(context, 202, Json.object().put("interaction", sent.interactionId()));
      case Invocation.Refused refused -> {
        ObjectNode body = Json.object().put("refused", refused.sentence());
        json(context, 422, refused.option().isEmpty() ? body : body.put("option", refused.option()));
      }
    }
  }
}
