package dev.foley.playground.services.aimlapi;

import static dev.foley.playground.services.aimlapi.AimlApiFixture.LONG;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.body;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.json;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.ServiceObservations;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimlGenerationTest {
  private AimlApiFixture service = new AimlApiFixture();

  @AfterEach
  void stop() {
    service.close();
  }

  private void restart(UnaryOperator<AimlApiSettings> change) {
    service.close();
    service = new AimlApiFixture(change);
  }

  @Test
  void aSubmitIsQueuedAndSaysWhatItCosts() {
    HttpResponse<String> answer = service.submit(body("warm piano"));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode job = json(answer);
    assertThat(job.path("id").asText()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
        + ":stable-audio");
    assertThat(job.path("status").asText()).isEqualTo("queued");
    assertThat(job.at("/meta/usage/credits_used").asLong()).isEqualTo(25_200);
    assertThat(answer.headers().firstValue("x-inference-id")).contains(job.path("id").asText());
    assertThat(answer.headers().firstValue("x-aimlapi-credits-used")).contains("25200");
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
    assertThat(service.api.ledger().balance("playground")).isEqualTo(200_000_000 - 25_200);
  }

  @Test
  void aJobIsQueuedThenGeneratingThenCompletedWithinThePublishedTimes() {
    String id = service.submitted("warm piano");
    assertThat(service.status(id)).isEqualTo("queued");
    service.clock.advance(Duration.ofSeconds(10));
    assertThat(service.status(id)).isEqualTo("generating");
    service.clock.advance(Duration.ofMillis(39_900));
    assertThat(service.status(id)).isEqualTo("generating");
    service.clock.advance(Duration.ofMillis(10_200));
    assertThat(service.status(id)).isEqualTo("completed");
  }

  @Test
  void theTimeFactorDividesAllTimes() {
    restart(settings -> settings.withTimes(JobTimes.PUBLISHED.dividedBy(10)));
    String id = service.submitted("warm piano");
    service.clock.advance(Duration.ofMillis(4_900));
    assertThat(service.status(id)).isEqualTo("generating");
    service.clock.advance(Duration.ofMillis(1_200));
    assertThat(service.status(id)).isEqualTo("completed");
  }

  @Test
  void jobsBeyondTheServicesCapacityWaitForAPlace() {
    restart(settings -> settings.withLimits(new AimlApiSettings.Limits(1, 10)));
    String first = service.submitted("one");
    String second = service.submitted("two");
    service.clock.advance(Duration.ofSeconds(49));
    assertThat(service.status(first)).isEqualTo("generating");
    assertThat(service.status(second)).isEqualTo("queued");
    service.clock.advance(Duration.ofSeconds(12));
    assertThat(service.status(first)).isEqualTo("completed");
    assertThat(service.status(second)).isEqualTo("generating");
    service.clock.advance(Duration.ofSeconds(60));
    assertThat(service.status(second)).isEqualTo("completed");
  }

  @Test
  void aFinishedJobNamesItsFileAndItsSize() {
    String id = service.submitted("warm piano");
    service.clock.advance(LONG);
    JsonNode file = json(service.poll(id)).path("audio_file");
    assertThat(file.path("url").asText()).startsWith(service.uri("/cdn/aimlapi/flamingo/files/b/").toString())
        .endsWith("_" + file.path("file_name").asText());
    assertThat(file.path("content_type").asText()).isEqualTo("application/octet-stream");
    assertThat(file.path("file_size").asLong()).isEqualTo(5_292_078); // the size of the published example
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"prompt":"x"}                                                      | model: expected 'stable-audio'
      {"model":"suno","prompt":"x"}                                       | 'minimax/music-2.6', received string 'suno'
      {"model":"stable-audio"}                                            | prompt: expected string, received nothing
      {"model":"stable-audio","prompt":null}                              | prompt: expected string, received null
      {"model":"stable-audio","prompt":"x","seconds_total":0}             | seconds_total: expected integer from 1 to 47, received number 0
      {"model":"stable-audio","prompt":"x","seconds_total":48}            | seconds_total: expected integer from 1 to 47, received number 48
      {"model":"stable-audio","prompt":"x","seconds_total":1.5}           | received number 1.5
      {"model":"stable-audio","prompt":"x","seconds_total":"10"}          | received string '10'
      {"model":"stable-audio","prompt":"x","seconds_start":0}             | seconds_start: expected integer from 1 to 47, received number 0
      {"model":"stable-audio","prompt":"x","steps":0}                     | steps: expected integer from 1 to 1000, received number 0
      {"model":"stable-audio","prompt":"x","steps":1001}                  | received number 1001
      {"model":"stable-audio","prompt":"x","steps":1e99}                  | steps: expected integer from 1 to 1000
      {"model":"stable-audio","prompt":"x","steps":null}                  | received null
      {"model":"stable-audio","prompt":"x","steps":0,"seconds_total":99}  | seconds_total: expected integer from 1 to 47, received number 99; steps: expected
      []                                                                  | expected object, received array
      {"model":                                                           | malformed JSON
      {} {}                                                               | malformed JSON
      """)
  void aBodyAgainstTheSchemaIsRefusedWithExpectedAndReceivedValues(String sent, String complaint) {
    HttpResponse<String> answer = service.submit(sent);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("message").asText()).contains(complaint);
    assertThat(service.api.observations().submitsReceived()).isEqualTo(1);
    assertThat(service.api.observations().submitsAccepted()).isZero();
    assertThat(service.api.ledger().charged()).isZero();
  }

  @Test
  void anEmptyBodyIsRefused() {
    assertThat(service.submit("").statusCode()).isEqualTo(400);
  }

  @Test
  void theEndsOfTheRangesAreAccepted() {
    assertThat(service.submit("""
        {"model":"stable-audio","prompt":"","seconds_start":47,"seconds_total":1,"steps":1000}""").statusCode())
        .isEqualTo(200);
    assertThat(service.submit("""
        {"model":"stable-audio","prompt":"x","seconds_start":1,"seconds_total":47.0,"steps":1}""").statusCode())
        .isEqualTo(200);
    assertThat(service.api.ledger().charged()).isEqualTo(1_001 * 252);
  }

  @Test
  void fieldsThatNoDocumentNamesAreIgnoredAndObserved() {
    assertThat(service.submit("""
        {"model":"stable-audio","prompt":"x","seed":5,"negative_prompt":"y"}""").statusCode()).isEqualTo(200);
    assertThat(service.api.observations().submits()).singleElement()
        .extracting(ServiceObservations.Submit::ignoredFields).asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly("seed", "negative_prompt");
  }

  @Test
  void anotherContentTypeIsRefused() {
    HttpResponse<String> answer = service.send(
        HttpRequest.newBuilder(service.uri("/services/aimlapi/v2/generate/audio"))
            .header("Authorization", "Bearer playground").header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(body("x"))));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("message").asText()).contains("expected application/json, received text/plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Basic playground", "playground", "Bearer "})
  void aWrongKeyIsRefusedInTheShapeObservedLive(String authorization) {
    HttpResponse<String> answer = service
        .send(service.submitRequest(body("x")).setHeader("Authorization", authorization));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.path("title").asText()).isEqualTo("Unauthorized");
    assertThat(problem.path("status").asInt()).isEqualTo(401);
    assertThat(problem.path("instance").asText()).isEqualTo("/services/aimlapi/v2/generate/audio");
    assertThat(problem.path("requestId").asText()).isEqualTo(answer.headers().firstValue("x-request-id").orElse("-"));
    assertThat(problem.path("timestamp").asText()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(problem.at("/error/name").asText()).isEqualTo("UnauthorizedException");
    assertThat(service.api.observations().submitsAccepted()).isZero();
  }

  @Test
  void anAccountWithoutCreditsIsForbiddenToSubmit() {
    restart(settings -> settings.withMoney(new AimlApiSettings.Money(30_000, 252)));
    assertThat(service.submit(body("one")).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = service.submit(body("two"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("message").asText()).contains("expected at least 25200, received 4800");
    assertThat(service.api.ledger().balance("playground")).isEqualTo(4_800);
  }

  @Test
  void tooManyUnfinishedJobsOfOneKeyAreThrottledUntilOneEnds() {
    restart(settings -> settings.withLimits(new AimlApiSettings.Limits(5, 2)).withKeys(Set.of("playground", "other")));
    service.submitted("one");
    service.submitted("two");
    assertThat(service.submit(body("three")).statusCode()).isEqualTo(429);
    assertThat(service.send(service.submitRequest(body("x")).setHeader("Authorization", "Bearer other")).statusCode())
        .isEqualTo(200);
    service.clock.advance(LONG);
    assertThat(service.submit(body("three")).statusCode()).isEqualTo(200);
  }

  @Test
  void aClientRequestIdIsEchoedAndJoinsNothing() {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = service
          .send(service.submitRequest(body("x")).header("X-Client-Request-Id", "a:b-1"));
      assertThat(answer.headers().firstValue("x-client-request-id")).contains("a:b-1");
    }
    assertThat(service.api.observations().submits()).extracting(ServiceObservations.Submit::clientRequestId)
        .containsExactly("a:b-1", "a:b-1");
    assertThat(service.api.observations().submitsAccepted()).isEqualTo(2);
  }

  @Test
  void aMalformedClientRequestIdIsDroppedSilently() {
    HttpResponse<String> answer = service.send(service.submitRequest(body("x")).header("X-Client-Request-Id", "a b"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("x-client-request-id")).isEmpty();
  }

  @Test
  void anotherKeysJobIsUnknown() {
    restart(settings -> settings.withKeys(Set.of("playground", "other")));
    String id = service.submitted("mine");
    assertThat(service.send(service.pollRequest(id, "other")).statusCode()).isEqualTo(404);
    assertThat(service.send(service.pollRequest(id, "nobody")).statusCode()).isEqualTo(401);
    assertThat(service.poll(id).statusCode()).isEqualTo(200);
  }

  @Test
  void aPollNeedsAnIdThatIsKnown() {
    assertThat(service.poll("no-such-id").statusCode()).isEqualTo(404);
    assertThat(service.poll("no-such-id").headers().firstValue("x-inference-id")).isEmpty();
    assertThat(service.poll("").statusCode()).isEqualTo(400);
    assertThat(service.api.observations().polls()).isEqualTo(3);
  }

  @Test
  void pollsAreCountedPerJobAndFree() {
    String id = service.submitted("x");
    IntStream.range(0, 3).forEach(_ -> service.poll(id));
    assertThat(service.api.observations().traffic(id)).isEqualTo(new ServiceObservations.JobTraffic(3, 0));
    assertThat(service.api.ledger().charged()).isEqualTo(25_200);
  }

  @Test
  void aHundredSubmitsAtOnceAreAHundredJobsAndCharges() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ids = IntStream.range(0, 100).mapToObj(n -> supplyAsync(() -> service.submitted("take " + n), threads))
          .toList()
          .stream().map(CompletableFuture::join).collect(Collectors.toSet());
      assertThat(ids).hasSize(100);
    }
    assertThat(service.api.observations().submitsAccepted()).isEqualTo(100);
    assertThat(service.api.ledger().charged()).isEqualTo(2_520_000);
    assertThat(service.api.ledger().entries()).hasSize(100);
  }

  @Test
  void otherPathsAndMethodsAreNotFound() {
    assertThat(json(service.get("/services/aimlapi/v3/nothing")).path("status").asInt()).isEqualTo(404);
    assertThat(service.send(service.submitRequest("x").DELETE()).statusCode()).isEqualTo(404);
  }
}
