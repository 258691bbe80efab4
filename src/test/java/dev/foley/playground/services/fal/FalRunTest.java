package dev.foley.playground.services.fal;

import static dev.foley.playground.services.fal.FalFixture.INSTANT;
import static dev.foley.playground.services.fal.FalFixture.STABLE_AUDIO;
import static dev.foley.playground.services.fal.FalFixture.STABLE_AUDIO_25;
import static dev.foley.playground.services.fal.FalFixture.input;
import static dev.foley.playground.services.fal.FalFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.Fault;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The synchronous host. Its calls wait in real time, so jobs take milliseconds here. */
class FalRunTest {
  private final FalFixture service = new FalFixture(settings -> settings.withTimes(INSTANT));

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theAnswerIsTheOutput() {
    HttpResponse<String> answer = service.run(STABLE_AUDIO_25, input("x"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("x-fal-request-id")).isPresent();
    assertThat(answer.headers().firstValue("x-fal-billable-units")).contains("1");
    assertThat(service.download(URI.create(json(answer).at("/audio/url").asText())).statusCode()).isEqualTo(200);
    assertThat(service.fal.ledger().charged()).isEqualTo(200);
  }

  @Test
  void aModelsErrorIsTheAnswer() {
    HttpResponse<String> invalid = service.run(STABLE_AUDIO, """
        {"prompt":"x","steps":1}""");
    assertThat(invalid.statusCode()).isEqualTo(422);
    assertThat(json(invalid).at("/detail/0/ctx/ge").asInt()).isEqualTo(2);

    service.fal.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.FILTERED), 1);
    HttpResponse<String> filtered = service.run(STABLE_AUDIO_25, input("x"));
    assertThat(filtered.statusCode()).isEqualTo(422);
    assertThat(json(filtered).at("/detail/0/type").asText()).isEqualTo("content_policy_violation");
    assertThat(filtered.headers().firstValue("x-fal-billable-units")).contains("1");
  }

  @Test
  void withoutAFreePlaceItIsRefused() {
    service.submitted("one");
    service.submitted("two");
    service.clock.advance(Duration.ofMillis(4));
    HttpResponse<String> refused = service.run(STABLE_AUDIO_25, input("three"));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("x-fal-error-type")).contains("concurrent_requests_limit");
    assertThat(service.fal.ledger().charged()).isEqualTo(400);

    service.clock.advance(Duration.ofMillis(20));
    assertThat(service.run(STABLE_AUDIO_25, input("three")).statusCode()).isEqualTo(200);
  }

  @Test
  void aJobThatIsAnsweredGivesItsPlaceBack() {
    for (int i = 0; i < 3; i++) {
      assertThat(service.run(STABLE_AUDIO_25, input("x")).statusCode()).isEqualTo(200);
    }
    JsonNode queued = service.submitted("y");
    service.clock.advance(Duration.ofMillis(4));
    assertThat(service.word(queued)).isEqualTo("IN_PROGRESS");
  }
}
