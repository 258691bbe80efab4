package dev.foley.playground.discord;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * The way of every REST request: injected fault, token, rate limit, body, then the route in its {@link Turn}, the hooks,
 * the answer, the log.
 */
final class Rest {
  /** Does what a route is for; called with the turn held. */
  interface Handler {
    Reply handle(Call call);
  }

  /** Whether the bot's token is needed; routes that carry a token of their own also escape the global limit. */
  enum Access {
    BOT, PUBLIC, TOKEN_IN_PATH
  }

  private record Route(HandlerType method, String template, Access access, RateLimits.Limit limit, Handler handler) {
    /** What each request of this route comes to. */
    Optional<Moment> moment() {
      if (template.endsWith("/callback")) {
        return Optional.of(Moment.INTERACTION_ANSWERED);
      }
      if (method.equals(HandlerType.PATCH) && template.endsWith("/messages/{message_id}")) {
        return Optional.of(Moment.MESSAGE_EDITED);
      }
      return method.equals(HandlerType.GET) && template.endsWith("/messages")
          ? Optional.of(Moment.MESSAGES_READ)
          : Optional.empty();
    }
  }

  private static final String BASE = "/api/v10";
  private static final List<String> MAJOR = List.of("channel_id", "guild_id", "webhook_token", "interaction_token");
  private static final List<String> SECRET = List.of("webhook_token", "interaction_token");

  private final String authorization;
  private final Turn turn;
  private final Attachments attachments;
  private final RateLimits rateLimits;
  private final Faults faults;
  private final Hooks hooks;
  private final TrafficLog traffic;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Route> routes = new ArrayList<>();

  Rest(String token, Turn turn, Attachments attachments, RateLimits rateLimits, Faults faults, Hooks hooks,
      TrafficLog traffic) {
    this.authorization = "Bot " + token;
    this.turn = turn;
    this.attachments = attachments;
    this.rateLimits = rateLimits;
    this.faults = faults;
    this.hooks = hooks;
    this.traffic = traffic;
  }

  void add(HandlerType method, String template, Access access, RateLimits.Limit limit, Handler handler) {
    routes.add(new Route(method, template, access, limit, handler));
  }

  void get(String template, Handler handler) {
    add(HandlerType.GET, template, Access.BOT, RateLimits.Limit.COMMON, handler);
  }

  void register(RoutesConfig config) {
    for (Route route : routes) {
      config.addHttpHandler(route.method(), BASE + route.template(), context -> answer(context, route));
    }
    for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH,
        HandlerType.DELETE)) {
      config.addHttpHandler(method, "/api/<rest>", this::answerUnknown);
    }
  }

  /** Ends the waiting of slow answers. */
  void close() {
    closed.countDown();
  }

  private void answer(Context context, Route route) throws IOException, InterruptedException {
    long receivedNanos = System.nanoTime();
    String method = route.method().name();
    String path = context.path().substring(BASE.length());
    Optional<Fault> fault = faults.outage() ? Optional.of(new Fault.Answer(503)) : faults.take(method, path);
    int status = 0;
    try {
      boolean dropped = fault.orElse(null) instanceof Fault.DropBefore;
      if (fault.orElse(null) instanceof Fault.Banned(Duration retryAfter)) {
        status = ban(context, retryAfter);
      } else if (!dropped) {
        status = process(context, route, receivedNanos, fault);
        dropped = fault.orElse(null) instanceof Fault.DropAfter;
      }
      if (dropped) {
        status = 0;
        drop(context);
      }
    } finally {
      double millis = (System.nanoTime() - receivedNanos) / 1e6;
      traffic.rest(method, masked(context, path), route.template(), status, millis);
    }
  }

  /** As the network before Discord answers, which knows nothing of its headers and error codes. */
  private static int ban(Context context, Duration retryAfter) {
    context.status(429).header("Retry-After", Long.toString(Math.ceilDiv(retryAfter.toMillis(), 1000)))
        .header("Server", "cloudflare").contentType("text/plain; charset=UTF-8").result("error code: 1015");
    return 429;
  }

  private int process(Context context, Route route, long receivedNanos, Optional<Fault> fault)
      throws IOException, InterruptedException {
    List<Upload> uploads = List.of();
    try {
      if (fault.isPresent()) {
        suffer(fault.get());
      }
      authorize(context, route);
      limit(context, route);
      RequestBody body = RequestBody.read(context, attachments);
      uploads = body.uploads();
      if (!uploads.isEmpty()) {
        hooks.fire(Moment.UPLOAD_RECEIVED);
      }
      Call call = new Call(context, body.json(), uploads, receivedNanos);
      Reply reply = turn.call(() -> route.handler().handle(call));
      if (reply.messageCreated()) {
        hooks.fire(Moment.MESSAGE_CREATED);
      }
      if (!uploads.isEmpty()) {
        hooks.fire(Moment.FILES_POSTED);
      }
      boolean withFiles = !uploads.isEmpty();
      route.moment().filter(moment -> moment != Moment.MESSAGE_EDITED || !withFiles).ifPresent(hooks::fire);
      context.status(reply.status());
      if (reply.body() != null) {
        context.contentType("application/json").result(Json.bytes(reply.body()));
      }
      return reply.status();
    } catch (ApiError e) {
      refuse(context, e);
      return e.status();
    } finally {
      attachments.discard(uploads);
    }
  }

  private void suffer(Fault fault) throws InterruptedException {
    switch (fault) {
      case Fault.Answer answer -> throw ApiError.unavailable(answer.status());
      case Fault.Refused refused -> throw ApiError.of(refused.refusal());
      case Fault.RateLimited limited -> throw RateLimits.refusal(limited.scope(), limited.retryAfter(), Map.of());
      case Fault.Slow slow -> pause(slow.delay());
      case Fault.Banned _, Fault.DropBefore _, Fault.DropAfter _ -> {
      }
    }
  }

  private void pause(Duration delay) throws InterruptedException {
    boolean _ = closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void authorize(Context context, Route route) {
    if (route.access() == Access.BOT && !authorization.equals(context.header("Authorization"))) {
      throw ApiError.unauthorized();
    }
  }

  private void limit(Context context, Route route) {
    if (route.template().startsWith("/interactions/")) {
      return;
    }
    String major = MAJOR.stream().filter(name -> route.template().contains("{" + name + "}"))
        .map(context::pathParam).findFirst().orElse("");
    String bucket = route.method().name() + " " + route.template();
    rateLimits.take(bucket, major, route.limit(), route.access() == Access.BOT).forEach(context::header);
  }

  private void answerUnknown(Context context) {
    String path = context.path();
    String method = context.method().name();
    boolean otherMethod = path.startsWith(BASE + "/")
        && routes.stream().anyMatch(route -> matches(route.template(), path.substring(BASE.length())));
    ApiError error = otherMethod ? ApiError.methodNotAllowed() : ApiError.notFound();
    refuse(context, error);
    traffic.rest(method, path, "unknown", error.status(), 0);
  }

  private static void refuse(Context context, ApiError error) {
    error.headers().forEach(context::header);
    if (error.status() == 429) {
      context.header("Via", "1.1 google");
    }
    context.status(error.status()).contentType("application/json").result(Json.bytes(error.body()));
  }

  private static boolean matches(String template, String path) {
    return path.matches(template.replaceAll("\\{\\w+}", "[^/]+"));
  }

  private static String masked(Context context, String path) {
    String masked = path;
    for (Map.Entry<String, String> parameter : context.pathParamMap().entrySet()) {
      if (SECRET.contains(parameter.getKey())) {
        masked = masked.replace(parameter.getValue(), "{token}");
      }
    }
    return masked;
  }

  private static void drop(Context context) {
    ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData().getConnection()
        .getEndPoint().close();
  }
}
