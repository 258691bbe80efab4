package dev.foley.provider.stability;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.RemoteProviderContract;
import dev.foley.provider.SubmitOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The models that answer at once. */
class StabilityContractTest extends RemoteProviderContract {
  @TempDir
  private Path directory;
  private StabilityFixture service;
  private AudioProvider provider;

  @BeforeEach
  void start() throws IOException {
    service = new StabilityFixture(directory);
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
  protected Class<? extends SubmitOutcome> acceptance() {
    return SubmitOutcome.Answered.class;
  }

  @Override
  protected void next(OnSubmit answer) {
    service.answer(switch (answer) {
      case ACCEPT -> StabilityFixture.audio();
      default -> failing(answer);
    });
  }

  static MockResponse.Builder failing(OnSubmit answer) {
    return switch (answer) {
      case ACCEPT -> throw new IllegalArgumentException("no failure");
      case REFUSE -> StabilityFixture.json(400,
          "{\"id\":\"f\",\"name\":\"bad_request\",\"errors\":[\"prompt: received " + PROMPT + "\"]}");
      case THROTTLE -> StabilityFixture.error(429, "rate_limit_exceeded");
      case UNAVAILABLE -> StabilityFixture.json(503, "{\"message\":\"key " + StabilityFixture.KEY + "\"}")
          .setHeader("Retry-After", "0");
      case OUTCOME_UNKNOWN -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
    };
  }

  @Override
  protected int submits() {
    return service.server.getRequestCount();
  }

  @Override
  protected List<String> secrets() {
    return List.of(StabilityFixture.KEY);
  }
}
