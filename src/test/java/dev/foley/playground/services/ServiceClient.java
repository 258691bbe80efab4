package dev.foley.playground.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.playground.server.Part;
import dev.foley.playground.server.PlaygroundServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A simulated service behind a real port, and an HTTP client to talk to it. */
public final class ServiceClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PlaygroundServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  public ServiceClient(Part service) {
    server = PlaygroundServer.start(0, List.of(service));
  }

  public URI uri(String path) {
    return URI.create(server.baseUrl() + path);
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  public HttpResponse<byte[]> download(URI file) {
    return bytes(HttpRequest.newBuilder(file));
  }

  public HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    return exchange(request.timeout(PATIENCE), BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, PATIENCE);
  }

  public HttpResponse<String> send(HttpRequest.Builder request, Duration timeout) {
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

  public static JsonNode json(HttpResponse<String> response) {
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
