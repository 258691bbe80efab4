package dev.foley.playground.services.aimlapi;

import static dev.foley.playground.services.aimlapi.AimlApiFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.Fault;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AimlAccountTest {
  private static final String MODELS = "/services/aimlapi/v1/models";
  private final AimlApiFixture service = new AimlApiFixture();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theBalanceIsInDollarsAndFallsByThePriceOfAJob() {
    HttpRequest.Builder billing = HttpRequest.newBuilder(service.uri("/services/aimlapi/v2/billing"));
    assertThat(service.send(billing.copy()).statusCode()).isEqualTo(401);
    billing.header("Authorization", "Bearer playground");
    assertThat(service.send(billing.copy()).body()).isEqualTo("""
        {"current_balance":100.0,"currency":"USD"}""");
    service.submitted("x");
    assertThat(json(service.send(billing)).path("current_balance").asDouble()).isEqualTo(99.9874);
  }

  @Test
  void theCatalogueNamesThePriceOfAStepAndNeedsNoKey() {
    JsonNode models = json(service.get(MODELS + "?id=stable-audio&include=pricing")).path("data");
    assertThat(models).hasSize(1);
    assertThat(models.at("/0/id").asText()).isEqualTo("stable-audio");
    assertThat(models.at("/0/pricing/units/0/price").asDouble()).isEqualTo(0.000126);
    assertThat(json(service.get(MODELS)).at("/data/0").has("pricing")).isFalse();
    assertThat(json(service.get(MODELS)).path("data").findValuesAsText("id")).containsExactly("stable-audio",
        "elevenlabs/eleven_music", "google/lyria2", "minimax/music-1.5", "minimax/music-2.0", "minimax/music-2.6");
    assertThat(json(service.get(MODELS + "?id=unheard-of")).path("data")).isEmpty();
  }

  @Test
  void anUnchangedCatalogueIsNotSentAgain() {
    HttpResponse<String> first = service.get(MODELS);
    HttpResponse<String> second = service.send(HttpRequest.newBuilder(service.uri(MODELS))
        .header("If-None-Match", first.headers().firstValue("etag").orElseThrow()));
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void theAccountMayBeOutOfOrderToo() {
    service.api.faults().plan(Fault.Moment.ACCOUNT, new Fault.Status(503), 1);
    assertThat(service.get(MODELS).statusCode()).isEqualTo(503);
    assertThat(service.get(MODELS).statusCode()).isEqualTo(200);
  }
}
