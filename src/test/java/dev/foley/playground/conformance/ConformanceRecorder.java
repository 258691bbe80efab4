package dev.foley.playground.conformance;

import dev.foley.playground.server.Part;
import dev.foley.playground.server.PlaygroundServer;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Stands between a bot and the local Discord and checks each request and each answer against Discord's OpenAPI.
 *
 * <pre>{@code
 * try (ConformanceRecorder recorder = ConformanceRecorder.start(localDiscord)) {
 *   // run a bot with recorder.baseUrl() in place of localDiscord
 *   assertThat(recorder.problems()).isEmpty();
 * }
 * }</pre>
 *
 * <p>Everything is passed on as it is, so that faults and refusals reach the bot; only what lies below
 * {@code /api/v10} is recorded. A connection that Discord drops becomes a 502. The gateway is not passed on: bots learn
 * its address from Discord's answers and dial it directly. Bodies are checked when {@link #problems} asks, so the bot
 * is not slowed down. Thread-safe.
 */
public final class ConformanceRecorder implements AutoCloseable {
  private static final String API = "/api/v10";
  private static final List<HandlerType> METHODS = List.of(
      HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

  /** Each hop has its own; and without {@code accept-encoding} the recorded answers are plain text. */
  private static final Set<String> OF_ONE_HOP = Set.of("accept-encoding", "connection", "content-encoding",
      "content-length", "date", "expect", "host", "http2-settings", "keep-alive", "transfer-encoding", "upgrade");

  private final DiscordOpenApi api;
  private final URI target;
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
  private final PlaygroundServer server;

  private ConformanceRecorder(DiscordOpenApi api, URI target) {
    this.api = api;
    this.target = target;
    this.server = PlaygroundServer.start(0, List.of(new Forwarding()));
  }

  /**
   * Starts to listen on a free port of the loopback address. The calling test is skipped where Discord's OpenAPI is not
   * to be had.
   *
   * @param target the local Discord, without {@code /api/v10}
   */
  public static ConformanceRecorder start(URI target) {
    return new ConformanceRecorder(DiscordOpenApi.load(), target);
  }

  /** What to give to the bot in place of the target; also without {@code /api/v10}. */
  public URI baseUrl() {
    return server.baseUrl();
  }

  /** The operations seen so far, such as {@code POST /channels/{channel_id}/messages → 200}, and how often each was. */
  public Map<String, Long> operations() {
    Map<String, Long> operations = new LinkedHashMap<>();
    exchanges.forEach(exchange -> operations.merge(api.title(exchange), 1L, Long::sum));
    return operations;
  }

  /** What was wrong so far, one sentence for each place in a kind of body and how often it was found. */
  public List<String> problems() {
    Map<String, Long> found = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      api.problems(exchange)
          .forEach(problem -> found.merge(api.title(exchange) + ": " + problem, 1L, Long::sum));
    }
    return found.entrySet().stream()
        .map(problem -> problem.getKey() + (problem.getValue() == 1 ? "" : " (" + problem.getValue() + " times)"))
        .toList();
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }

  private final class Forwarding implements Part {
    @Override
    public void register(JavalinConfig config, Supplier<URI> baseUrl) {
      METHODS.forEach(method -> config.routes.addHttpHandler(method, "*", ConformanceRecorder.this::forward));
    }
  }

  private void forward(Context context) throws InterruptedException {
    byte[] body = context.bodyAsBytes();
    String query = context.queryString();
    String path = context.req().getRequestURI() + (query == null ? "" : "?" + query);
    HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(path))
        .method(context.req().getMethod(),
            body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    context.headerMap().forEach((name, value) -> {
      if (isPassedOn(name)) {
        request.header(name, value);
      }
    });
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      record(context, path, body, answer);
      pass(answer, context);
    } catch (IOException dropped) {
      context.status(502).result("The connection was dropped: " + dropped.getMessage());
    }
  }

  private void record(Context context, String path, byte[] body, HttpResponse<byte[]> answer) {
    if (path.startsWith(API + "/")) {
      exchanges.add(new Exchange(context.req().getMethod(), path.substring(API.length()),
          Body.of(context.contentType(), body), answer.statusCode(),
          Body.of(answer.headers().firstValue("content-type").orElse(null), answer.body())));
    }
  }

  private static void pass(HttpResponse<byte[]> answer, Context context) {
    context.status(answer.statusCode());
    answer.headers().map().forEach((name, values) -> {
      if (isPassedOn(name)) {
        values.forEach(value -> context.res().addHeader(name, value));
      }
    });
    if (answer.body().length > 0) {
      context.result(answer.body());
    }
  }

  private static boolean isPassedOn(String header) {
    return !header.startsWith(":") && !OF_ONE_HOP.contains(header.toLowerCase(Locale.ROOT));
  }
}
