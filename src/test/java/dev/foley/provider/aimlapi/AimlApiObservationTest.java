package dev.foley.provider.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.foley.provider.LoggingInterceptor;
import dev.foley.provider.ProviderCallListener.Outcome;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderJobId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log and the metrics see of a call, and what they never see. */
class AimlApiObservationTest {
  private record Called(String call, Outcome outcome) {}

  private final Logger logger = (Logger) LoggerFactory.getLogger(LoggingInterceptor.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<Called> called = new CopyOnWriteArrayList<>();
  private AimlApiFixture service;
  private AimlApiProvider provider;

  @BeforeEach
  void start() throws IOException {
    service = new AimlApiFixture();
    provider = service.provider(AimlApiFixture.TIMEOUT, (name, call, outcome, nanos) -> {
      assertThat(name).isEqualTo(AimlApiProvider.NAME);
      assertThat(nanos).isPositive();
      called.add(new Called(call, outcome));
    });
    logger.setLevel(Level.DEBUG);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    logger.setLevel(null);
    service.close();
  }

  private void submitAndPoll() throws ProviderException {
    provider.submit(AimlApiFixture.submission(AimlApiFixture.request("a private prompt", Map.of()), "0ABCDEFGHJKMN"));
    provider.poll(new ProviderJobId("uuid-of-the-job"), "x");
  }

  @Test
  void callsAreLoggedByWhatIsSafeToRead() throws Exception {
    service.answer(200, "{\"id\":\"a\"}");
    service.answer(200, "{\"status\":\"completed\",\"audio_file\":{\"url\":\"https://cdn.example/a?sig=1\"}}");

    submitAndPoll();

    assertThat(log.list).extracting(ILoggingEvent::getMessage).containsExactly("Service called", "Service called");
    assertThat(log.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
    assertThat(keyValues(0)).startsWith(
        "[provider=\"aimlapi\", call=\"submit\", method=\"POST\", path=\"/v2/generate/audio\", status=\"200\", millis=")
        .endsWith("correlationId=\"0ABCDEFGHJKMN\"]");
    assertThat(keyValues(1)).contains("call=\"poll\"", "method=\"GET\"", "path=\"/v2/generate/audio\"");
    assertThat(keyValues(0) + keyValues(1)).doesNotContain(AimlApiFixture.KEY, "private prompt", "uuid-of-the-job",
        "sig=");
  }

  private String keyValues(int event) {
    return String.valueOf(log.list.get(event).getKeyValuePairs());
  }

  @Test
  void aCallThatFailsIsLoggedAboveDebug() {
    service.answer(401, "{\"message\":\"key " + AimlApiFixture.KEY + "\"}");
    service.server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThatExceptionOfType(ProviderException.class).isThrownBy(this::submitAndPoll);

    assertThat(log.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.INFO);
    assertThat(keyValues(0)).contains("status=\"401\"").doesNotContain(AimlApiFixture.KEY);
    assertThat(keyValues(1)).contains("status=\"IOException\"");
  }

  @Test
  void everyCallIsMeasuredOnce() {
    for (int status : new int[]{200, 302, 404, 429, 503}) {
      service.answer(status, "{\"status\":\"queued\"}");
    }
    service.server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    for (int i = 0; i < 6; i++) {
      try {
        provider.poll(new ProviderJobId("a"), "x");
      } catch (ProviderException expected) {
        assertThat(expected.kind()).isNotNull();
      }
    }

    assertThat(called).extracting(Called::call).containsOnly("poll");
    assertThat(called).extracting(Called::outcome).containsExactly(Outcome.ANSWERED, Outcome.REFUSED, Outcome.REFUSED,
        Outcome.THROTTLED, Outcome.FAILED, Outcome.NO_ANSWER);
  }
}
