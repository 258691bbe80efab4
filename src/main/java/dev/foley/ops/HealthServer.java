package dev.foley.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever watches the process how it is: {@code /healthz} is 200 as long as it can answer at all (when it is not, start
 * it anew), {@code /readyz} is 200 while every check passes, else 503, with the checks by name (when it is not, wait). Answers
 * GET and HEAD. The JDK's own server, since it needs no more.
 */
public final class HealthServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HealthServer.class);

  private final HttpServer server;
  private final ExecutorService threads;
  private final Readiness readiness;

  private HealthServer(HttpServer server, ExecutorService threads, Readiness readiness) {
    this.server = server;
    this.threads = threads;
    this.readiness = readiness;
  }

  /**
   * @param checks by name, in the order in which they are told; a check may block, and has failed when it throws or takes
   *     longer than two seconds
   * @throws IOException if the port cannot be had; the message says which one and what to do
   */
  public static HealthServer start(OpsSettings settings, Map<String, BooleanSupplier> checks) throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException("health cannot be told on " + settings.host() + ":" + settings.port() + " ("
          + e + "); choose another ops.port or FOLEY_OPS_PORT, or 0 for any free one", e);
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    HealthServer health = new HealthServer(server, threads, new Readiness(checks, threads));
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
        default -> respond(exchange, 404, "text/plain", "/healthz and /readyz only\n");
      }
    }
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
