package dev.foley.playground.services.aimlapi;

import static dev.foley.playground.services.aimlapi.AimlApiFixture.LONG;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.services.Fault;
import dev.foley.playground.services.ServiceHooks;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AimlHooksTest {
  private final AimlApiFixture service = new AimlApiFixture();
  private final List<String> calls = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    service.api.addHooks(new ServiceHooks() {
      @Override
      public void submitReceived(String prompt) {
        calls.add("received " + prompt + ", accepted " + service.api.observations().submitsAccepted());
      }

      @Override
      public void beforeSubmitAnswer(String jobId) {
        calls.add("before, accepted " + service.api.observations().submitsAccepted());
      }

      @Override
      public void afterSubmitAnswer(String jobId) {
        calls.add("after");
      }

      @Override
      public void polled(String jobId) {
        calls.add("polled");
      }

      @Override
      public void downloadStarted(String jobId) {
        calls.add("download");
      }
    });
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void hooksAreCalledInTheOrderOfTheRequestsWay() {
    String id = service.submitted("x");
    Awaitility.await().until(() -> calls.contains("after")); // it comes after the answer, so after the client has it
    service.clock.advance(LONG);
    URI file = service.resultOf(id);
    service.download(file);
    assertThat(calls).containsExactly("received x, accepted 0", "before, accepted 1", "after", "polled", "download");
  }

  @Test
  void aRefusedSubmitIsReceivedAndNothingMore() {
    service.api.faults().plan(Fault.Moment.SUBMIT, new Fault.Status(503), 1);
    service.submit(body("x"));
    assertThat(calls).containsExactly("received x, accepted 0");
  }
}
