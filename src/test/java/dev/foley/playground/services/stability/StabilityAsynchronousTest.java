package dev.foley.playground.services.stability;

import static dev.foley.playground.services.stability.StabilityFixture.LONG;
import static dev.foley.playground.services.stability.StabilityFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Mp3Frames;
import dev.foley.playground.services.ServiceObservations;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilityAsynchronousTest {
  private static final Map<String, String> SHORT = Map.of("prompt", "warm piano", "duration", "2");

  private final StabilityFixture stability = new StabilityFixture(
      settings -> settings.withKeys(Set.of("playground", "other")));

  @AfterEach
  void stop() {
    stability.close();
  }

  @Test
  void aSubmitIsAcceptedInProgressAndThenFetchedAsOftenAsOneLikes() {
    HttpResponse<String> accepted = stability.send(stability.asynchronous(SHORT));
    assertThat(accepted.statusCode()).isEqualTo(202);
    String id = json(accepted).path("id").asText();
    assertThat(id).matches("[0-9a-f]{64}");

    HttpResponse<String> pending = stability.send(stability.result(id));
    assertThat(pending.statusCode()).isEqualTo(202);
    assertThat(json(pending).path("status").asText()).isEqualTo("in-progress");

    stability.clock.advance(LONG);
    HttpResponse<byte[]> done = stability.bytes(stability.result(id));
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.headers().firstValue("finish-reason")).contains("SUCCESS");
    assertThat(Mp3Frames.read(done.body()).seconds()).isCloseTo(2, within(0.1));
    assertThat(stability.bytes(stability.result(id)).body()).isEqualTo(done.body());
    assertThat(stability.service.observations().traffic(id)).isEqualTo(new ServiceObservations.JobTraffic(3, 0));
  }

  @Test
  void aResultComesAsJsonWhenItIsAskedForAsJson() {
    String id = stability.submitted(SHORT);
    stability.clock.advance(LONG);
    HttpResponse<String> done = stability.send(stability.result(id).header("Accept", "application/json"));
    assertThat(done.headers().firstValue("content-type")).contains("application/json; type=audio/mpeg");
    assertThat(json(done).path("finish_reason").asText()).isEqualTo("SUCCESS");
  }

  @Test
  void aResultIsThereForADayAndForItsKeyAlone() {
    String id = stability.submitted(SHORT);
    stability.clock.advance(LONG);
    assertThat(stability.send(stability.result(id).setHeader("Authorization", "Bearer other")).statusCode())
        .isEqualTo(404);
    assertThat(stability.bytes(stability.result(id)).statusCode()).isEqualTo(200);
    stability.clock.advance(Duration.ofHours(24));
    HttpResponse<String> gone = stability.send(stability.result(id));
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(json(gone).path("name").asText()).isEqualTo("generation_not_found");
  }

  @Test
  void anIdMustHave64CharactersAndBeKnown() {
    assertThat(stability.send(stability.result("short")).statusCode()).isEqualTo(400);
    assertThat(stability.send(stability.result("f".repeat(64))).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"duration,380,202", "duration,380.1,400", "steps,4,202", "steps,9,400", "model,stable-audio-3,202",
      "model,stable-audio-2.5,400", "cfg_scale,25,202"})
  void theThirdModelHasItsOwnRanges(String name, String value, int status) {
    Map<String, String> fields = new HashMap<>(SHORT);
    fields.put(name, value);
    assertThat(stability.send(stability.asynchronous(fields)).statusCode()).isEqualTo(status);
  }

  @Test
  void aFailedGenerationIsRefundedWhenItEnds() {
    stability.service.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.ERROR_OBJECT), 1);
    String id = stability.submitted(SHORT);
    assertThat(stability.balance()).isEqualTo(10_000 - 26);
    stability.clock.advance(LONG);
    HttpResponse<String> failed = stability.send(stability.result(id));
    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(json(failed).path("name").asText()).isEqualTo("internal_error");
    assertThat(stability.balance()).isEqualTo(10_000);
  }

  @Test
  void aGenerationMayNeverEnd() {
    stability.service.faults().plan(Fault.Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NEVER), 1);
    String id = stability.submitted(SHORT);
    stability.clock.advance(Duration.ofDays(3));
    assertThat(stability.send(stability.result(id)).statusCode()).isEqualTo(202);
  }

  @Test
  void aStatusMayHaveAnotherName() {
    stability.service.faults().plan(Fault.Moment.POLL, new Fault.Word("in-progress", "dreaming"), 1);
    String id = stability.submitted(SHORT);
    HttpResponse<String> pending = stability.send(stability.result(id));
    assertThat(pending.statusCode()).isEqualTo(202);
    assertThat(json(pending).path("status").asText()).isEqualTo("dreaming");
  }
}
