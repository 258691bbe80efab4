package dev.foley.provider.elevenlabs;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderException;
import dev.foley.provider.Spool;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Formats;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Speech;
import dev.foley.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okio.Buffer;

/** A server that answers as the service does, and the adapter pointed at it. */
final class ElevenLabsFixture implements AutoCloseable {
  static final String KEY = "sk_eleven_0123456789abcdef";
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  /** Never reached, however busy the machine is. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);
  static final String CORRELATION = "0ABCDEFGHJKMN";
  static final String SOUND = "eleven_text_to_sound_v2";
  static final String MUSIC = "music_v1";
  static final String SPEECH = "eleven_multilingual_v2";

  final MockWebServer server = new MockWebServer();
  final Spool spool;
  final List<String> concurrency = new ArrayList<>();

  ElevenLabsFixture(Path directory) throws IOException {
    server.start();
    spool = new Spool(directory.resolve("spool"), 1 << 20);
  }

  ElevenLabsProvider provider() {
    return provider(Formats.DEFAULT, Speech.DEFAULT);
  }

  ElevenLabsProvider provider(Formats formats, Speech speech) {
    return provider(formats, speech, TIMEOUT);
  }

  ElevenLabsProvider provider(Formats formats, Speech speech, Duration timeout) {
    return new ElevenLabsProvider(
        new ElevenLabsSettings(server.url("/").uri(), Secret.of(KEY), timeout, timeout, formats, speech),
        ModelFile.builtIn(), spool, new OkHttpClient(), CLOCK, ProviderCallListener.NONE,
        (current, maximum) -> concurrency.add(current + "/" + maximum));
  }

  void answer(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder().code(status).setHeader("Content-Type", "application/json").body(body);
  }

  static MockResponse.Builder error(int status, String code) {
    return json(status,
        "{\"detail\":{\"type\":\"x\",\"code\":\"" + code + "\",\"message\":\"it says\",\"status\":\"" + code
            + "\",\"request_id\":\"r\"}}");
  }

  static MockResponse.Builder sound(byte[] bytes) {
    return new MockResponse.Builder().code(200).setHeader("Content-Type", "audio/mpeg").body(new Buffer().write(bytes));
  }

  /** A part of speech, as raw samples. */
  static MockResponse.Builder samples(int count, String requestId) {
    return sound(new byte[2 * count]).setHeader("request-id", requestId).setHeader("character-cost", "5");
  }

  /** Frames of MPEG 1 layer III, 128 kbit/s, 44.1 kHz. */
  static byte[] mp3(int frames) {
    byte[] frame = Arrays.copyOf(new byte[]{(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0}, 417);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < frames; i++) {
      file.writeBytes(frame);
    }
    return file.toByteArray();
  }

  static AudioModel model(String id) {
    return ModelFile.builtIn().stream().map(ModelDeclaration::model)
        .filter(model -> model.id().value().equals(id)).findFirst().orElseThrow();
  }

  static AudioRequest request(String model, String prompt, Map<Parameter, ParameterValue> parameters) {
    AudioModel found = model(model);
    return new AudioRequest(found.id(), found.kinds().iterator().next(), prompt, parameters);
  }

  static Submission submission(AudioRequest request) {
    return new Submission(request, CORRELATION, 300_000_000_000_000_001L);
  }

  SubmitOutcome submit(String model) throws ProviderException {
    return provider().submit(submission(request(model, "rain on a tin roof", Map.of())));
  }

  /** The next request that came; there must be one. */
  RecordedRequest next() throws InterruptedException {
    return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
  }

  static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody(), "a request without body").utf8();
  }

  @Override
  public void close() {
    server.close();
  }
}
