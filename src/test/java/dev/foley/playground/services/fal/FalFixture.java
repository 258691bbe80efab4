package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.ManualClock;
import dev.foley.playground.services.ServiceClient;
import dev.foley.playground.services.TestTone;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A simulated fal behind a real port, and a client to talk to it. Time stands still until it is moved. */
final class FalFixture implements AutoCloseable {
  /** Longer than any job takes. */
  static final Duration LONG = Duration.ofMinutes(1);
  /** Jobs that take 10 ms, for the calls that wait in real time. */
  static final JobTimes INSTANT = new JobTimes(Duration.ofSeconds(10), Duration.ofSeconds(10), 0, 1_000);
  static final String STABLE_AUDIO = "fal-ai/stable-audio";
  static final String STABLE_AUDIO_25 = "fal-ai/stable-audio-25/text-to-audio";
  static final String SOUND_EFFECTS = "fal-ai/elevenlabs/sound-effects/v2";
  private static final ObjectMapper JSON = new ObjectMapper();

  final ManualClock clock = new ManualClock();
  final TestTone tone = new TestTone();
  final SimulatedFal fal;
  private final ServiceClient http;

  FalFixture() {
    this(UnaryOperator.identity());
  }

  FalFixture(UnaryOperator<FalSettings> change) {
    fal = new SimulatedFal(change.apply(FalSettings.defaults(clock, new SplittableRandom(7), tone)));
    http = new ServiceClient(fal);
  }

  URI uri(String path) {
    return http.uri(path);
  }

  HttpRequest.Builder request(String path) {
    return request(uri(path));
  }

  HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).header("Authorization", "Key playground");
  }

  /** @param model may have a query behind it */
  HttpResponse<String> submit(String model, String input) {
    return post(SimulatedFal.API_PATH + "/" + model, input);
  }

  HttpResponse<String> run(String model, String input) {
    return post(SimulatedFal.RUN_PATH + "/" + model, input);
  }

  private HttpResponse<String> post(String path, String input) {
    return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(input)));
  }

  /** Submits a prompt to stable-audio-25; the answer. */
  JsonNode submitted(String prompt) {
    return json(submit(STABLE_AUDIO_25, input(prompt)));
  }

  static String input(String prompt) {
    return JSON.createObjectNode().put("prompt", prompt).put("seconds_total", 3).toString();
  }

  HttpResponse<String> get(String address) {
    return send(request(URI.create(address)));
  }

  HttpResponse<String> status(JsonNode submitted) {
    return get(submitted.path("status_url").asText() + "?logs=1");
  }

  String word(JsonNode submitted) {
    return json(status(submitted)).path("status").asText();
  }

  HttpResponse<String> result(JsonNode submitted) {
    return get(submitted.path("response_url").asText());
  }

  HttpResponse<String> cancel(JsonNode submitted) {
    return send(request(URI.create(submitted.path("cancel_url").asText())).PUT(BodyPublishers.noBody()));
  }

  HttpResponse<byte[]> download(URI file) {
    return http.download(file);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return http.send(request);
  }

  static JsonNode json(HttpResponse<String> response) {
    return ServiceClient.json(response);
  }

  @Override
  public void close() {
    http.close();
  }
}
