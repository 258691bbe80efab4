package dev.foley.provider.tonewheel;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.JobProviderContract;
import dev.foley.provider.ProviderCallListener;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class TonewheelContractTest extends JobProviderContract {
  private static final String KEY = "tw-0123456789abcdef";
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  /** Never reached, however busy the machine is. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();
  private final AtomicInteger submits = new AtomicInteger();
  private final AtomicInteger polls = new AtomicInteger();
  private AudioProvider provider;

  @BeforeEach
  void start() throws IOException {
    server.start();
    provider = new TonewheelProvider(new TonewheelSettings(server.url("/").uri(), Secret.of(KEY), TIMEOUT),
        TonewheelModels.declared(), new OkHttpClient(), CLOCK, ProviderCallListener.NONE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected AudioProvider provider() {
    return provider;
  }

  @Override
  protected void next(OnSubmit answer) {
    server.enqueue(switch (answer) {
      case ACCEPT -> json(202, "{\"tone\":\"t-1\"}").build();
      case REFUSE -> json(400, "{\"problem\":\"text: '" + PROMPT + "' is too vague\"}").build();
      case THROTTLE -> json(429, "{}").setHeader("Retry-After", "3").build();
      case UNAVAILABLE -> json(503, "{\"problem\":\"key " + KEY + "\"}").build();
      case OUTCOME_UNKNOWN -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    });
  }

  @Override
  protected void next(OnPoll answer) {
    server.enqueue(switch (answer) {
      case RUNNING -> json(200, "{\"tone\":\"t-1\",\"state\":\"turning\"}").build();
      case FINISHED -> json(200, "{\"state\":\"done\",\"file\":\"https://cdn.example/t-1.wav\"}").build();
      case FAILED -> json(200, "{\"state\":\"failed\",\"problem\":\"a belt came off\"}").build();
      case THROTTLE -> json(429, "{}").setHeader("Retry-After", "3").build();
      case UNAVAILABLE -> json(502, "<html>Bad gateway</html>").build();
    });
  }

  private static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder().code(status).setHeader("Content-Type", "application/json").body(body);
  }

  @Override
  protected int submits() {
    return count("POST");
  }

  @Override
  protected int polls() {
    return count("GET");
  }

  private int count(String method) {
    try {
      while (server.getRequestCount() > submits.get() + polls.get()) {
        ("POST".equals(server.takeRequest().getMethod()) ? submits : polls).incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return "POST".equals(method) ? submits.get() : polls.get();
  }

  @Override
  protected List<String> secrets() {
    return List.of(KEY);
  }
}
