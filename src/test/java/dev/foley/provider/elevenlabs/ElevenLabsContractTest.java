package dev.foley.provider.elevenlabs;

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

class ElevenLabsContractTest extends RemoteProviderContract {
  @TempDir
  private Path directory;
  private ElevenLabsFixture service;
  private AudioProvider provider;

  @BeforeEach
  void start() throws IOException {
    service = new ElevenLabsFixture(directory);
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
      case ACCEPT -> ElevenLabsFixture.sound(ElevenLabsFixture.mp3(3));
      case REFUSE -> ElevenLabsFixture.json(422,
          "{\"detail\":[{\"loc\":[\"body\",\"text\"],\"msg\":\"got " + PROMPT + "\",\"type\":\"x\"}]}");
      case THROTTLE -> ElevenLabsFixture.error(429, "concurrent_limit_exceeded");
      case UNAVAILABLE -> ElevenLabsFixture.json(503, "{\"detail\":\"key " + ElevenLabsFixture.KEY + "\"}");
      case OUTCOME_UNKNOWN -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
    });
  }

  @Override
  protected int submits() {
    return service.server.getRequestCount();
  }

  @Override
  protected List<String> secrets() {
    return List.of(ElevenLabsFixture.KEY);
  }
}
