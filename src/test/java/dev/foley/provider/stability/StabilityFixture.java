package dev.foley.provider.stability;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Spool;
import dev.foley.provider.Submission;
import dev.foley.provider.stability.StabilitySettings.AnswerForm;
import dev.foley.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okio.Buffer;

/** A server that answers as the service does, and the adapter pointed at it. */
final class StabilityFixture implements AutoCloseable {
  static final String KEY = "sk-stability-0123456789abcdef";
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  /** Never reached, however busy the machine is. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);
  static final String CORRELATION = "0ABCDEFGHJKMN";

  final MockWebServer server = new MockWebServer();
  final Spool spool;

  StabilityFixture(Path directory) throws IOException {
    server.start();
    spool = new Spool(directory.resolve("spool"), 1 << 20);
  }

  StabilityProvider provider() {
    return provider(AnswerForm.AUDIO, TIMEOUT);
  }

  StabilityProvider provider(AnswerForm form, Duration timeout) {
    return new StabilityProvider(
        new StabilitySettings(server.url("/").uri(), Secret.of(KEY), timeout, timeout, form),
        ModelFile.builtIn(), "1.2", spool, new OkHttpClient(), CLOCK, ProviderCallListener.NONE);
  }

  void answer(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder().code(status).setHeader("Content-Type", "application/json").body(body);
  }

  static MockResponse.Builder error(int status, String name) {
    return json(status, "{\"id\":\"f00\",\"name\":\"" + name + "\",\"errors\":[\"some-field: is wrong\"]}");
  }

  /** A second of a WAV, as the service sends it. */
  static MockResponse.Builder audio() {
    return new MockResponse.Builder().code(200).setHeader("Content-Type", "audio/wav")
        .setHeader("finish-reason", "SUCCESS").setHeader("seed", "343940597").body(new Buffer().write(wav()));
  }

  static byte[] wav() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      WavWriter.write(new PcmClip(PcmFormat.CD, new byte[44_100 * 4]), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static AudioModel model(String id) {
    return ModelFile.builtIn().stream().map(ModelDeclaration::model)
        .filter(model -> model.id().value().equals(id)).findFirst().orElseThrow();
  }

  static AudioRequest request(String model, String prompt, Map<Parameter, ParameterValue> parameters) {
    return new AudioRequest(model(model).id(), SoundKind.MUSIC, prompt, parameters);
  }

  static Submission submission(AudioRequest request) {
    return new Submission(request, CORRELATION, 300_000_000_000_000_001L);
  }

  static Submission submission(String model) {
    return submission(request(model, "warm piano", Map.of()));
  }

  static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody(), "a request without body").utf8();
  }

  @Override
  public void close() {
    server.close();
  }
}
