package dev.foley.playground.conformance;

import dev.foley.playground.server.Part;
import dev.foley.playground.server.PlaygroundServer;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

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
 * {@code /api/v10} is recorded. A connection that Discord drops is dropped to the bot, and not recorded. The gateway is
 * not passed on: bots learn its address from Discord's answers and dial it directly. Bodies are checked when
 * {@link #problems} asks, so the bot is not slowed down. Thread-safe.
 */
public final class ConformanceRecorder implements AutoCloseable {
  private static final String API = "/api/v10";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final List<HandlerType> METHODS = List.of(
      HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

  /** Each hop has its own; and without {@code accept-encoding} the recorded answers are plain text. */
  private static final Set<String> OF_ONE_HOP = Set.of("accept-encoding", "connection", "content-encoding",
      "content-length", "date", "expect", "host", "http2-settings", "keep-alive", "transfer-encoding", "upgrade");

  private final DiscordOpenApi api;
  private final URI target;
  private final OkHttpClient http = new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1))
      .followRedirects(false).retryOnConnectionFailure(false).readTimeout(Duration.ZERO)
      // Without repeats, a kept connection that the other side closed would fail a request.
      .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build();
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
  }

  private final class Forwarding implements Part {
    @Override
    public void register(JavalinConfig config, Supplier<URI> baseUrl) {
      METHODS.forEach(method -> config.routes.addHttpHandler(method, "*", ConformanceRecorder.this::forward));
    }
  }

  private void forward(Context context) throws IOException {
    byte[] body = context.bodyAsBytes();
    String query = context.queryString();
    String path = context.req().getRequestURI() + (query == null ? "" : "?" + query);
    String method = context.req().getMethod();
    Request.Builder request = new Request.Builder().url(target.resolve(path).toString())
        .method(method, takesBody(method, body) ? RequestBody.create(body) : null);
    context.headerMap().forEach((name, value) -> {
      if (isPassedOn(name)) {
        request.addHeader(name, value);
      }
    });
    try (Response answer = http.newCall(request.build()).execute()) {
      byte[] answered = answer.body().bytes();
      record(context, path, body, answer, answered);
      pass(answer, answered, context);
    } catch (IOException dropped) {
      ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData().getConnection()
          .getEndPoint().close();
    }
  }

  private void record(Context context, String path, byte[] body, Response answer, byte[] answered) {
    if (path.startsWith(API + "/")) {
      exchanges.add(new Exchange(context.req().getMethod(), path.substring(API.length()),
          Body.of(context.contentType(), body), answer.code(), Body.of(answer.header(CONTENT_TYPE), answered)));
    }
  }

  private static void pass(Response answer, byte[] answered, Context context) {
    context.status(answer.code());
    // Javalin would else put its own beside it.
    context.contentType(Objects.requireNonNullElse(answer.header(CONTENT_TYPE), ""));
    answer.headers().forEach(header -> {
      if (isPassedOn(header.getFirst()) && !header.getFirst().equalsIgnoreCase(CONTENT_TYPE)) {
        context.res().addHeader(header.getFirst(), header.getSecond());
      }
    });
    if (answered.length > 0) {
      context.result(answered);
    }
  }

  /** OkHttp wants a body, were it empty, where HTTP expects one, and takes none with GET. */
  private static boolean takesBody(String method, byte[] body) {
    return !method.equals("GET") && (body.length > 0 || !method.equals("DELETE"));
  }

  private static boolean isPassedOn(String header) {
    return !OF_ONE_HOP.contains(header.toLowerCase(Locale.ROOT));
  }
}
