package dev.foley.provider.stability;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.JobProviderContract;
import dev.foley.provider.PollOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The model that takes a job. */
class StabilityJobContractTest extends JobProviderContract {
  @TempDir
  private Path directory;
  private StabilityFixture service;
  private AudioProvider provider;
  private final AtomicInteger submits = new AtomicInteger();
  private final AtomicInteger polls = new AtomicInteger();

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
  protected AudioModel model() {
    return StabilityFixture.model("stable-audio-3");
  }

  @Override
  protected Class<? extends PollOutcome> end() {
    return PollOutcome.Answered.class;
  }

  @Override
  protected void next(OnSubmit answer) {
    service.answer(switch (answer) {
      case ACCEPT -> StabilityFixture.json(202, "{\"id\":\"" + "a6".repeat(32) + "\"}");
      default -> StabilityContractTest.failing(answer);
    });
  }

  @Override
  protected void next(OnPoll answer) {
    service.answer(switch (answer) {
      case RUNNING -> StabilityFixture.json(202, "{\"id\":\"x\",\"status\":\"in-progress\"}");
      case FINISHED -> StabilityFixture.audio();
      case FAILED -> StabilityFixture.error(403, "content_moderation");
      case THROTTLE -> StabilityFixture.error(429, "rate_limit_exceeded");
      case UNAVAILABLE -> StabilityFixture.json(502, "<html>Bad gateway</html>").setHeader("Retry-After", "0");
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
    return List.of(StabilityFixture.KEY);
  }
}
