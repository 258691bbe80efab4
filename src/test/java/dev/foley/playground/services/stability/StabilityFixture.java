package dev.foley.playground.services.stability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.ManualClock;
import dev.foley.playground.services.ServiceClient;
import dev.foley.playground.services.TestTone;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A simulated Stability AI behind a real port, and a client to talk to it. Time stands still until it is moved. */
final class StabilityFixture implements AutoCloseable {
  /** Answers come at once. */
  static final JobTimes NO_TIME = new JobTimes(Duration.ZERO, Duration.ZERO, 0, 1);
  /** Longer than any generation takes. */
  static final Duration LONG = Duration.ofMinutes(1);
  private static final String BOUNDARY = "frontier";

  final ManualClock clock = new ManualClock();
  final TestTone tone = new TestTone();
  final SimulatedStability service;
  private final ServiceClient http;

  StabilityFixture() {
    this(settings -> settings.withTimes(NO_TIME));
  }

  StabilityFixture(UnaryOperator<StabilitySettings> change) {
    service = new SimulatedStability(change.apply(StabilitySettings.defaults(clock, new SplittableRandom(7), tone)));
    http = new ServiceClient(service);
  }

  URI uri(String path) {
    return http.uri(SimulatedStability.API_PATH + path);
  }

  /** A request to the synchronous path. */
  HttpRequest.Builder synchronous(Map<String, String> fields) {
    return form("/v2beta/audio/stable-audio-2/text-to-audio", fields);
  }

  /** A request to the asynchronous path. */
  HttpRequest.Builder asynchronous(Map<String, String> fields) {
    return form("/v2beta/audio/stable-audio/text-to-audio", fields);
  }

  private HttpRequest.Builder form(String path, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
        .append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
    return authorized(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n"));
  }

  HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer playground");
  }

  HttpResponse<byte[]> generate(Map<String, String> fields) {
    return bytes(synchronous(fields));
  }

  /** The answer as JSON. */
  HttpResponse<String> generateJson(Map<String, String> fields) {
    return send(synchronous(fields).header("Accept", "application/json"));
  }

  /** The id of an asynchronous generation. */
  String submitted(Map<String, String> fields) {
    return json(send(asynchronous(fields))).path("id").asText();
  }

  HttpRequest.Builder result(String id) {
    return authorized("/v2beta/audio/results/" + id);
  }

  double balance() {
    return json(send(authorized("/v1/user/balance"))).path("credits").asDouble();
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return http.send(request);
  }

  HttpResponse<String> send(HttpRequest.Builder request, Duration timeout) {
    return http.send(request, timeout);
  }

  HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    return http.bytes(request);
  }

  HttpResponse<String> get(String path) {
    return http.get(path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(http.uri(path));
  }

  static JsonNode json(HttpResponse<String> response) {
    return ServiceClient.json(response);
  }

  @Override
  public void close() {
    http.close();
  }
}
