package dev.foley.playground.services.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.playground.services.ManualClock;
import dev.foley.playground.services.ServiceClient;
import dev.foley.playground.services.TestTone;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A simulated AIML API behind a real port, and a client to talk to it. Time stands still until it is moved. */
final class AimlApiFixture implements AutoCloseable {
  /** Longer than any job takes without a tail. */
  static final Duration LONG = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  final ManualClock clock = new ManualClock();
  final TestTone tone = new TestTone();
  final SimulatedAimlApi api;
  private final ServiceClient http;

  AimlApiFixture() {
    this(UnaryOperator.identity());
  }

  AimlApiFixture(UnaryOperator<AimlApiSettings> change) {
    api = new SimulatedAimlApi(change.apply(AimlApiSettings.defaults(clock, new SplittableRandom(7), tone)));
    http = new ServiceClient(api);
  }

  URI uri(String path) {
    return http.uri(path);
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
    return http.get(path);
  }

  HttpResponse<byte[]> download(URI file) {
    return http.download(file);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return http.send(request);
  }

  HttpResponse<String> send(HttpRequest.Builder request, Duration timeout) {
    return http.send(request, timeout);
  }

  static JsonNode json(HttpResponse<String> response) {
    return ServiceClient.json(response);
  }

  @Override
  public void close() {
    http.close();
  }
}
