package dev.foley.provider.aimlapi;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.JobProviderContract;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class AimlApiContractTest extends JobProviderContract {
  private AimlApiFixture service;
  private AudioProvider provider;
  private final AtomicInteger submits = new AtomicInteger();
  private final AtomicInteger polls = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    service = new AimlApiFixture();
    provider = service.provider();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Override
  protected AudioProvider provider() {
    return provider;
  }

  @Override
  protected void next(OnSubmit answer) {
    service.server.enqueue(switch (answer) {
      case ACCEPT -> AimlApiFixture.json(201, "{\"id\":\"uuid:stable-audio\",\"status\":\"queued\"}").build();
      case REFUSE ->
        AimlApiFixture.json(400, "{\"statusCode\":\"400\",\"message\":\"prompt: received " + PROMPT + "\"}")
            .build();
      case THROTTLE -> AimlApiFixture.json(429, "{}").setHeader("Retry-After", "3").build();
      case UNAVAILABLE -> AimlApiFixture.json(503, "{\"message\":\"key " + AimlApiFixture.KEY + "\"}")
          .setHeader("Retry-After", "0").build();
      case OUTCOME_UNKNOWN -> new MockResponse.Builder()
          .onResponseStart(new SocketEffect.CloseSocket()).build();
    });
  }

  @Override
  protected void next(OnPoll answer) {
    service.server.enqueue(switch (answer) {
      case RUNNING -> AimlApiFixture.json(200, "{\"id\":\"x\",\"status\":\"generating\"}").build();
      case FINISHED -> AimlApiFixture.json(200,
          "{\"id\":\"x\",\"status\":\"completed\",\"audio_file\":{\"url\":\"https://cdn.example/a.wav\"}}").build();
      case FAILED -> AimlApiFixture.json(200,
          "{\"id\":\"x\",\"status\":\"error\",\"error\":{\"name\":\"Rejected\",\"message\":\"\\\"" + PROMPT
              + "\\\" is unsafe\"}}")
          .build();
      case THROTTLE -> AimlApiFixture.json(429, "{}").setHeader("Retry-After", "3").build();
      case UNAVAILABLE -> AimlApiFixture.json(502, "<html>Bad gateway</html>").setHeader("Retry-After", "0").build();
    });
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
      while (service.server.getRequestCount() > submits.get() + polls.get()) {
        ("POST".equals(service.server.takeRequest().getMethod()) ? submits : polls).incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return "POST".equals(method) ? submits.get() : polls.get();
  }

  @Override
  protected List<String> secrets() {
    return List.of(AimlApiFixture.KEY);
  }
}
