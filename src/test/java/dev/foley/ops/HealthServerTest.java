package dev.foley.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {
  private static final OpsSettings ANY_PORT = new OpsSettings("127.0.0.1", 0);

  private final AtomicBoolean gateway = new AtomicBoolean(true);
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<Supplier<String>> metrics = new AtomicReference<>(() -> "foley_build 1\n");
  private HealthServer server;

  @BeforeEach
  void start() throws IOException {
    server = HealthServer.start(ANY_PORT, List.of(new Check("gateway", gateway::get, "Discord is away."),
        new Check("database", () -> true, "The disk is full.")), () -> metrics.get().get());
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void isAliveWhateverTheChecksSay() throws Exception {
    gateway.set(false);

    assertThat(send("GET", "/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void isReadyWhileEveryCheckPasses() throws Exception {
    HttpResponse<String> response = send("GET", "/readyz");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body()).isEqualTo("{\"ready\":true,\"checks\":{\"gateway\":true,\"database\":true}}\n");
  }

  @Test
  void namesTheCheckThatFails() throws Exception {
    gateway.set(false);

    HttpResponse<String> response = send("GET", "/readyz");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(new ObjectMapper().readTree(response.body())).isEqualTo(new ObjectMapper()
        .readTree("{\"ready\":false,\"checks\":{\"gateway\":false,\"database\":true},"
            + "\"reasons\":{\"gateway\":\"Discord is away.\"}}"));
  }

  @Test
  void tellsMetricsInPrometheussOwnFormat() throws Exception {
    HttpResponse<String> response = send("GET", "/metrics");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(response.body()).isEqualTo("foley_build 1\n");
  }

  @Test
  void metricsThatCannotBeToldAreAnError() throws Exception {
    metrics.set(() -> {
      throw new IllegalStateException("closed");
    });

    assertThat(send("GET", "/metrics").statusCode()).isEqualTo(500);
  }

  @Test
  void headHasTheStatusAndNoBody() throws Exception {
    gateway.set(false);

    HttpResponse<String> response = send("HEAD", "/readyz");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void refusesOtherMethodsAndPaths() throws Exception {
    HttpResponse<String> post = send("POST", "/readyz");

    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(send("GET", "/").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/healthzz").statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhichPortCannotBeHad() {
    assertThatIOException()
        .isThrownBy(() -> HealthServer.start(new OpsSettings("127.0.0.1", server.port()), List.of(), () -> ""))
        .withMessageContaining("127.0.0.1:" + server.port()).withMessageContaining("FOLEY_OPS_PORT");
  }

  @Test
  void saysThatAHostIsNotKnown() {
    assertThatIOException()
        .isThrownBy(() -> HealthServer.start(new OpsSettings("no.such.host.invalid", 0), List.of(), () -> ""))
        .withMessageContaining("no.such.host.invalid:0");
  }

  @Test
  void isSilentAfterClosing() {
    server.close();

    assertThatIOException().isThrownBy(() -> send("GET", "/healthz"));
  }

  private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .method(method, BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
