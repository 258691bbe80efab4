package dev.foley.provider.fal;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.RemoteProviderContract;
import dev.foley.provider.SubmitOutcome;
import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The synchronous variant. */
class FalRunContractTest extends RemoteProviderContract {
  private FalFixture service;
  private AudioProvider provider;

  @BeforeEach
  void start() throws IOException {
    service = new FalFixture();
    provider = service.provider(true);
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
  protected Class<? extends SubmitOutcome> acceptance() {
    return SubmitOutcome.Finished.class;
  }

  @Override
  protected void next(OnSubmit answer) {
    service.server.enqueue(switch (answer) {
      case ACCEPT -> FalFixture.json(200, "{\"audio\":{\"url\":\"https://v3.fal.media/files/a.wav\"}}").build();
      case REFUSE -> FalFixture.json(400, "{\"detail\":\"no: " + PROMPT + "\",\"error_type\":\"bad_request\"}").build();
      case THROTTLE -> FalFixture.json(429, "{\"detail\":\"x\",\"error_type\":\"concurrent_requests_limit\"}")
          .setHeader("Retry-After", "3").build();
      case UNAVAILABLE -> FalFixture.json(503, "{\"detail\":\"" + FalFixture.KEY
          + "\",\"error_type\":\"runner_scheduling_failure\"}").setHeader("Retry-After", "0").build();
      case OUTCOME_UNKNOWN -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    });
  }

  @Override
  protected int submits() {
    return service.server.getRequestCount();
  }

  @Override
  protected List<String> secrets() {
    return List.of(FalFixture.KEY);
  }
}
