package dev.foley.playground.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.playground.server.PlaygroundServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A simulated AIML API behind a real port, and a client to talk to it. Time stands still until it is moved. */
final class AimlApiFixture implements AutoCloseable {
  /** Longer than any job takes without a tail. */
  static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  final ManualClock clock = new ManualClock();
  final TestTone tone = new TestTone();
  final SimulatedAimlApi api;
  private final PlaygroundServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  AimlApiFixture() {
    this(UnaryOperator.identity());
  }

  AimlApiFixture(UnaryOperator<AimlApiSettings> change) {
    api = new SimulatedAimlApi(change.apply(AimlApiSettings.defaults(clock, new SplittableRandom(7), tone)));
    server = PlaygroundServer.start(0, List.of(api));
  }

  URI uri(String path) {
    return URI.create(server.baseUrl() + path);
  }

  HttpResponse<String> submit(String body) {
    return send(submitRequest(body));
  }

  HttpRequest.Builder submitRequest(String body) {
    return HttpRequest.newBuilder(uri(SimulatedAimlApi.API_PATH + "/v2/generate/audio"))
        .header("Authorization", "Bearer playground")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  /** Submits with default length and steps; the id of the job. */
  String submitted(String prompt) {
    return json(submit(body(prompt))).path("id").asText();
  }

  static String body(String prompt) {
    return JSON.createObjectNode().put("model", "stable-audio").put("prompt", prompt).toString();
  }

  HttpResponse<String> poll(String id) {
    return send(pollRequest(id, "playground"));
  }

  HttpRequest.Builder pollRequest(String id, String key) {
    return HttpRequest.newBuilder(uri(SimulatedAimlApi.API_PATH + "/v2/generate/audio?generation_id="
        + URLEncoder.encode(id, StandardCharsets.UTF_8))).header("Authorization", "Bearer " + key);
  }

  String status(String id) {
    return json(poll(id)).path("status").asText();
  }

  /** The address of the result of a finished job. */
  URI resultOf(String id) {
    return URI.create(json(poll(id)).at("/audio_file/url").asText());
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<byte[]> download(URI file) {
    return exchange(HttpRequest.newBuilder(file).timeout(PATIENCE), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, PATIENCE);
  }

  HttpResponse<String> send(HttpRequest.Builder request, Duration timeout) {
    return exchange(request.timeout(timeout), BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
