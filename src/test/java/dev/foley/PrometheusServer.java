package dev.foley;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real Prometheus, on loopback, that looks at one bot each second. */
final class PrometheusServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI address;

  private PrometheusServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Leaves the test out where there is no such program. */
  static void assumeThere() {
    Assumptions.assumeTrue(answers("prometheus"), "needs Prometheus: apt-get install prometheus");
  }

  private static boolean answers(String program) {
    try {
      Process asked = new ProcessBuilder(program, "--version").redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return asked.waitFor(20, TimeUnit.SECONDS) && asked.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Starts it, and waits until it has looked at the bot once.
   *
   * @param botPort where the bot's health is told
   */
  static PrometheusServer start(Path directory, int botPort, Path rules) throws Exception {
    Path config = Files.writeString(directory.resolve("prometheus.yml"), """
        global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
        rule_files: ["%s"]
        scrape_configs:
          - job_name: foley
            static_configs:
              - targets: ["127.0.0.1:%d"]
        """.formatted(rules.toAbsolutePath(), botPort));
    int port = freePort();
    Process process = new ProcessBuilder("prometheus", "--config.file=" + config,
        "--storage.tsdb.path=" + directory.resolve("tsdb"), "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true).redirectOutput(directory.resolve("prometheus.log").toFile()).start();
    PrometheusServer server = new PrometheusServer(process, URI.create("http://127.0.0.1:" + port));
    try {
      Awaitility.await().atMost(PATIENCE).ignoreExceptionsInstanceOf(UncheckedIOException.class)
          .until(() -> server.hasData("up{job=\"foley\"} == 1"));
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Nobody else takes it in the moment before it is used, unless a test is very unlucky. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Whether an expression has a value that is a number. It must be one that Prometheus can evaluate. */
  boolean hasData(String expression) {
    return query(expression).stream().map(sample -> sample.path("value").path(1).asText())
        .anyMatch(value -> !value.equals("NaN"));
  }

  /** The samples of an expression at this moment. */
  List<JsonNode> query(String expression) {
    JsonNode result = ask("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    return StreamSupport.stream(result.path("result").spliterator(), false).toList();
  }

  /** The rules that it evaluates, with how that goes. */
  List<JsonNode> rules() {
    return StreamSupport.stream(ask("/api/v1/rules").path("groups").path(0).path("rules").spliterator(), false)
        .toList();
  }

  private JsonNode ask(String path) {
    try {
      JsonNode answer = JSON.readTree(client.send(HttpRequest.newBuilder(URI.create(address + path))
          .timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()).body());
      if (!answer.path("status").asText().equals("success")) {
        throw new AssertionError(path + ": " + answer);
      }
      return answer.path("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
