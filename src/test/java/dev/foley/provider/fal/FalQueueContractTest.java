package dev.foley.provider.fal;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.JobProviderContract;
import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class FalQueueContractTest extends JobProviderContract {
  private FalFixture service;
  private AudioProvider provider;
  private int submits;
  private int polls;
  private int seen;

  @BeforeEach
  void start() throws IOException {
    service = new FalFixture();
    provider = service.provider(false);
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
      case ACCEPT -> FalFixture.json(200, "{\"request_id\":\"a\",\"queue_position\":0}").build();
      case REFUSE -> FalFixture.json(422, "{\"detail\":[{\"loc\":[\"body\",\"prompt\"],\"msg\":\"not this: " + PROMPT
          + "\",\"type\":\"content_policy_violation\"}]}").build();
      case THROTTLE -> FalFixture.json(429, "{}").setHeader("Retry-After", "3").build();
      case UNAVAILABLE -> FalFixture.json(503, "{\"detail\":\"key " + FalFixture.KEY + "\"}")
          .setHeader("Retry-After", "0").build();
      case OUTCOME_UNKNOWN -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    });
  }

  @Override
  protected void next(OnPoll answer) {
    switch (answer) {
      case RUNNING -> service.answer(202, "{\"status\":\"IN_PROGRESS\",\"logs\":null}");
      case FINISHED -> {
        service.answer(200, "{\"status\":\"COMPLETED\"}");
        service.answer(200, "{\"audio\":{\"url\":\"https://v3.fal.media/files/a.wav\"}}");
      }
      case FAILED -> {
        service.answer(200, "{\"status\":\"COMPLETED\",\"error\":\"Invalid status code: 422\"}");
        service.answer(422, "{\"detail\":[{\"loc\":[\"body\",\"prompt\"],\"msg\":\"\\\"" + PROMPT
            + "\\\" is not allowed\",\"type\":\"content_policy_violation\",\"input\":\"" + PROMPT + "\"}]}");
      }
      case THROTTLE -> service.server.enqueue(FalFixture.json(429, "{}").setHeader("Retry-After", "3").build());
      case UNAVAILABLE -> service.server
          .enqueue(FalFixture.json(502, "<html>Bad gateway</html>").setHeader("Retry-After", "0").build());
    }
  }

  @Override
  protected int submits() {
    count();
    return submits;
  }

  /** How often its status was asked; its result, once it is done, is a request of its own. */
  @Override
  protected int polls() {
    count();
    return polls;
  }

  private void count() {
    try {
      for (; seen < service.server.getRequestCount(); seen++) {
        RecordedRequest request = service.server.takeRequest();
        submits += "POST".equals(request.getMethod()) ? 1 : 0;
        polls += request.getTarget().endsWith("/status") ? 1 : 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  protected List<String> secrets() {
    return List.of(FalFixture.KEY);
  }
}
