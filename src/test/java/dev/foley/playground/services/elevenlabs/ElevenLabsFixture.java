package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.playground.services.ManualClock;
import dev.foley.playground.services.ServiceClient;
import dev.foley.playground.services.TestTone;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A simulated ElevenLabs behind a real port that answers without waiting, and a client to talk to it. */
final class ElevenLabsFixture implements AutoCloseable {
  static final String GEORGE = "JBFqnCBsd6RMkjVDRZzb";
  static final String SPEECH = "/v1/text-to-speech/" + GEORGE;
  static final String SOUND = "/v1/sound-generation";
  static final String MUSIC = "/v1/music";
  private static final ObjectMapper JSON = new ObjectMapper();

  final ManualClock clock = new ManualClock();
  final TestTone tone = new TestTone();
  final SimulatedElevenLabs api;
  private final ServiceClient http;

  ElevenLabsFixture() {
    this(UnaryOperator.identity());
  }

  ElevenLabsFixture(UnaryOperator<ElevenLabsSettings> change) {
    api = new SimulatedElevenLabs(change.apply(ElevenLabsSettings.defaults(clock, new SplittableRandom(7), tone)
        .withTimes(ElevenLabsSettings.Times.USUAL.dividedBy(1e6))));
    http = new ServiceClient(api);
  }

  static ElevenLabsFixture onPlan(ElevenPlan plan) {
    return new ElevenLabsFixture(settings -> settings.withAccount(ElevenLabsSettings.Account.of(plan)));
  }

  URI uri(String path) {
    return http.uri(path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(SimulatedElevenLabs.API_PATH + path)).header("xi-api-key", "playground");
  }

  HttpRequest.Builder post(String path, String body) {
    return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
  }

  /** Sends a request for sound; the answer's bytes. */
  HttpResponse<byte[]> make(String path, String body) {
    return http.bytes(post(path, body));
  }

  /** Sends a request for sound that will be refused. */
  HttpResponse<String> refusal(String path, String body) {
    return http.send(post(path, body));
  }

  HttpResponse<String> get(String path) {
    return http.send(request(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return http.send(request);
  }

  /** A field of an error in the newer shape. */
  static String detail(HttpResponse<String> answer, String field) {
    return json(answer).path("detail").path(field).asText();
  }

  static String text(String text) {
    return JSON.createObjectNode().put("text", text).toString();
  }

  static String prompt(String prompt) {
    return JSON.createObjectNode().put("prompt", prompt).put("music_length_ms", 3_000).toString();
  }

  static JsonNode json(HttpResponse<String> response) {
    return ServiceClient.json(response);
  }

  @Override
  public void close() {
    http.close();
  }
}
