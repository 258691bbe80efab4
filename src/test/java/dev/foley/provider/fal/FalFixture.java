package dev.foley.provider.fal;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Submission;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;

/** A server that answers as the service does, and the adapter pointed at it. */
final class FalFixture implements AutoCloseable {
  static final String KEY = "0123-id:test-key-456789abcdef";
  static final String PROMPT = "warm lo-fi piano";
  static final String STABLE_AUDIO_25 = "fal-ai/stable-audio-25/text-to-audio";
  static final String REQUEST_ID = "764cabcf-b745-4b3e-ae38-1200304cf45b";
  /** As a submit that returned the usual addresses leaves it. */
  static final ProviderJobId JOB = new ProviderJobId("fal-ai/stable-audio-25/requests/" + REQUEST_ID);
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  /** Never reached, however busy the machine is. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  final MockWebServer server = new MockWebServer();

  FalFixture() throws IOException {
    server.start();
  }

  /** Each host under a path of its own: {@code /queue}, {@code /run}, {@code /api}. */
  FalProvider provider(boolean synchronous) {
    return provider(synchronous, ProviderCallListener.NONE);
  }

  FalProvider provider(boolean synchronous, ProviderCallListener listener) {
    return provider(settings(synchronous), listener);
  }

  FalProvider provider(List<ModelDeclaration> models) {
    return new FalProvider(settings(false), models, new OkHttpClient(), CLOCK, ProviderCallListener.NONE);
  }

  private FalSettings settings(boolean synchronous) {
    return new FalSettings(uri("/queue"), uri("/run/"), uri("/api"), Secret.of(KEY), synchronous, TIMEOUT, TIMEOUT,
        Duration.ofMinutes(10));
  }

  static FalProvider provider(FalSettings settings, ProviderCallListener listener) {
    return new FalProvider(settings, ModelFile.builtIn(), new OkHttpClient(), CLOCK, listener);
  }

  URI uri(String path) {
    return server.url(path).uri();
  }

  void answer(int status, String body) {
    server.enqueue(json(status, body).build());
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder().code(status).setHeader("Content-Type", "application/json").body(body);
  }

  static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody(), "a request without body").utf8();
  }

  static AudioModel model(String id) {
    return ModelFile.builtIn().stream().map(ModelDeclaration::model).filter(model -> model.id().value().equals(id))
        .findFirst().orElseThrow();
  }

  static Submission submission() {
    return submission(STABLE_AUDIO_25, Map.of());
  }

  static Submission submission(String model, Map<Parameter, ParameterValue> parameters) {
    return submission(new AudioRequest(new ModelId(model), SoundKind.SOUND, PROMPT, parameters));
  }

  static Submission submission(AudioRequest request) {
    return new Submission(request, "0ABCDEFGHJKMN", 42);
  }

  @Override
  public void close() {
    server.close();
  }
}
