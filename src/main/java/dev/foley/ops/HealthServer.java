package dev.foley.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever watches the process how it is: {@code /healthz} is 200 as long as it can answer at all (when it is not, start
 * it anew), {@code /readyz} is 200 while every check passes, else 503, with the checks by name and the reasons (when it is not, wait), and
 * {@code /metrics} is what Prometheus reads. Answers GET and HEAD. The JDK's own server, since it needs no more.
 */
public final class HealthServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HealthServer.class);

  /** Of Prometheus's text format, as its documentation names it. */
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Readiness readiness;
  private final Supplier<String> metrics;

  private HealthServer(HttpServer server, ExecutorService threads, Readiness readiness, Supplier<String> metrics) {
    this.server = server;
    this.threads = threads;
    this.readiness = readiness;
    this.metrics = metrics;
  }

  /**
   * @param checks in the order in which they are told; one has failed when it throws or takes longer than two seconds
   * @param metrics in Prometheus's text format; may block
   * @throws IOException if the port cannot be had; the message says which one and what to do
   */
  public static HealthServer start(OpsSettings settings, List<Check> checks, Supplier<String> metrics)
      throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException("health cannot be told on " + settings.host() + ":" + settings.port() + " ("
          + e + "); choose another ops.port or FOLEY_OPS_PORT, or 0 for any free one", e);
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    HealthServer health = new HealthServer(server, threads, new Readiness(checks, threads), metrics);
    server.setExecutor(threads);
    server.createContext("/", health::answer);
    server.start();
    log.atInfo().addKeyValue("host", settings.host()).addKeyValue("port", health.port()).log("Health is told");
    return health;
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        respond(exchange, 405, "text/plain", "GET or HEAD only\n");
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/healthz" -> respond(exchange, 200, "text/plain", "alive\n");
        case "/readyz" -> {
          Readiness.Report report = readiness.look();
          respond(exchange, report.ready() ? 200 : 503, "application/json", report.json());
        }
        case "/metrics" -> metrics(exchange);
        default -> respond(exchange, 404, "text/plain", "/healthz, /readyz and /metrics only\n");
      }
    }
  }

  private void metrics(HttpExchange exchange) throws IOException {
    String text;
    try {
      text = metrics.get();
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("Metrics could not be told");
      respond(exchange, 500, "text/plain", "metrics could not be told; the log has the reason\n");
      return;
    }
    respond(exchange, 200, METRICS_TYPE, text);
  }

  private static void respond(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
