package dev.foley.provider.fal;

import static dev.foley.provider.fal.FalFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.foley.provider.ProviderCallListener.Outcome;
import dev.foley.provider.SubmitOutcome;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log and the metrics see of a call, and what they never see. */
class FalObservationTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.foley");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<String> called = new CopyOnWriteArrayList<>();
  private FalFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new FalFixture();
    logger.setLevel(Level.TRACE);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    logger.setLevel(null);
    service.close();
  }

  private FalProvider provider(boolean synchronous) {
    return service.provider(synchronous, (name, call, outcome, nanos) -> {
      assertThat(name).isEqualTo(FalProvider.NAME);
      called.add(call + " " + outcome);
    });
  }

  @Test
  void everyCallIsMeasuredAndNoneIsLoggedWithASecret() throws Exception {
    FalProvider provider = provider(false);
    service.answer(200, "{\"request_id\":\"a\"}");
    service.answer(200, "{\"status\":\"COMPLETED\"}");
    service.answer(200, "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav?sig=1\"}}");
    service.answer(202, "{\"status\":\"CANCELLATION_REQUESTED\"}");
    service.answer(403, "{\"detail\":\"key " + FalFixture.KEY + "\"}");
    service.answer(200, "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav?sig=1\"}}");

    var job = ((SubmitOutcome.Accepted) provider.submit(submission())).jobId();
    provider.poll(job, "x");
    provider.cancel(job);
    provider.balance();
    provider(true).submit(submission());

    assertThat(called).containsExactly("submit " + Outcome.ANSWERED, "poll " + Outcome.ANSWERED,
        "result " + Outcome.ANSWERED, "cancel " + Outcome.ANSWERED, "balance " + Outcome.REFUSED,
        "submit " + Outcome.ANSWERED);
    assertThat(log.list).hasSize(6).allSatisfy(event -> assertThat(event.getFormattedMessage()
        + event.getKeyValuePairs()).doesNotContain(FalFixture.KEY, FalFixture.PROMPT, "sig=1"));
  }
}
