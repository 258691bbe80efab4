package dev.foley.provider.aimlapi;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Submission;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;

/** A server that answers as the service does, and the adapter pointed at it. */
final class AimlApiFixture implements AutoCloseable {
  static final String KEY = "test-key-0123456789abcdef";
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  /** Never reached, however busy the machine is. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);
  /** For tests that wait until it is reached. */
  static final Duration SHORT_TIMEOUT = Duration.ofMillis(1_500);

  static final AudioModel STABLE_AUDIO = ModelFile.builtIn().stream().map(ModelDeclaration::model)
      .filter(model -> model.id().value().equals("stable-audio")).findFirst().orElseThrow();

  final MockWebServer server = new MockWebServer();

  AimlApiFixture() throws IOException {
    server.start();
  }

  AimlApiProvider provider() {
    return provider(TIMEOUT, ProviderCallListener.NONE);
  }

  AimlApiProvider provider(Duration timeout, ProviderCallListener listener) {
    return new AimlApiProvider(new AimlApiSettings(server.url("/").uri(), Secret.of(KEY), timeout),
        ModelFile.builtIn(), new OkHttpClient(), CLOCK, listener);
  }

  void answer(int status, String body) {
    server.enqueue(json(status, body).build());
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder().code(status).setHeader("Content-Type", "application/json; charset=utf-8")
        .body(body);
  }

  /** The body of the next request that came. */
  String nextBody() throws InterruptedException {
    return body(server.takeRequest());
  }

  static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody(), "a request without body").utf8();
  }

  static Submission submission(AudioRequest request) {
    return submission(request, "x");
  }

  static Submission submission(AudioRequest request, String correlationId) {
    return new Submission(request, correlationId, 42);
  }

  static AudioRequest request(String prompt, Map<Parameter, ParameterValue> parameters) {
    return new AudioRequest(STABLE_AUDIO.id(), SoundKind.MUSIC, prompt, parameters);
  }

  @Override
  public void close() {
    server.close();
  }
}
