package dev.foley.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.foley.generation.GenerationState;
import dev.foley.generation.StoreException;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.ModelId;
import dev.foley.provider.ProviderCallListener.Outcome;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final ProviderName AIMLAPI = new ProviderName("aimlapi");

  private final Observed observed = new Observed();

  @AfterEach
  void close() {
    observed.metrics().close();
  }

  @Test
  void whatHappensBeforeAnybodyAsksIsCountedAllTheSame() {
    observed.metrics().woken(Duration.ofMillis(120));

    assertThat(observed.value("foley_waking_lateness_seconds_count")).isEqualTo(1);
    assertThat(observed.value("foley_waking_lateness_seconds_sum")).isEqualTo(0.12);

    observed.metrics().woken(Duration.ofMillis(30));
    assertThat(observed.value("foley_waking_lateness_seconds_bucket{le=\"0.05\"}")).isEqualTo(1);
    assertThat(observed.value("foley_waking_lateness_seconds_bucket{le=\"0.15\"}")).isEqualTo(2);
  }

  @Test
  void whereNobodyEverAsksMemoryIsBounded() {
    for (int i = 0; i < Metrics.REMEMBERED + 500; i++) {
      observed.metrics().woken(Duration.ZERO);
    }

    assertThat(observed.value("foley_waking_lateness_seconds_count")).isEqualTo(Metrics.REMEMBERED);
  }

  @Test
  void aDeliveredGenerationCountsWithItsTimesAndItsCost() {
    observed.generation(Observed.MODEL, Observed.delivered());

    String labels = "{model=\"stable-audio\",outcome=\"delivered\",provider=\"aimlapi\"}";
    assertThat(observed.value("foley_generations_total" + labels)).isEqualTo(1);
    assertThat(observed.value("foley_generation_duration_seconds_sum{model=\"stable-audio\",provider=\"aimlapi\"}"))
        .isEqualTo(60);
    assertThat(observed.value("foley_generation_service_seconds_sum{model=\"stable-audio\",provider=\"aimlapi\"}"))
        .isEqualTo(40);
    assertThat(observed.value("foley_credits_total{kind=\"CHARGED\",provider=\"aimlapi\",unit=\"AIML_CREDITS\"}"))
        .isEqualTo(1_500);
  }

  @Test
  void aFailureCountsByItsReasonAndItsMoneyByWhatThatMayHaveCost() {
    observed.generation(Observed.MODEL, new GenerationState.Failed(FailureReason.OUTCOME_UNKNOWN, Observed.NOW));
    observed.generation(Observed.MODEL, new GenerationState.Failed(FailureReason.CONTENT_REFUSED, Observed.NOW));

    assertThat(observed.value("foley_generation_failures_total{provider=\"aimlapi\",reason=\"OUTCOME_UNKNOWN\"}"))
        .isEqualTo(1);
    assertThat(observed.value("foley_credits_total{kind=\"UNCERTAIN\",provider=\"aimlapi\",unit=\"AIML_CREDITS\"}"))
        .isEqualTo(1_500);
    assertThat(observed.value("foley_credits_total{kind=\"RELEASED\",provider=\"aimlapi\",unit=\"AIML_CREDITS\"}"))
        .isEqualTo(1_500);
    assertThat(
        observed.value("foley_generations_total{model=\"stable-audio\",outcome=\"failed\",provider=\"aimlapi\"}"))
        .isEqualTo(2);
  }

  @Test
  void whatAMemberDidNotWantAnyMoreIsNoFailure() {
    observed.generation(Observed.MODEL, new GenerationState.Failed(FailureReason.CANCELLED, Observed.NOW));

    assertThat(
        observed.value("foley_generations_total{model=\"stable-audio\",outcome=\"cancelled\",provider=\"aimlapi\"}"))
        .isEqualTo(1);
    assertThat(
        observed.value("foley_generations_total{model=\"stable-audio\",outcome=\"failed\",provider=\"aimlapi\"}"))
        .isZero();
  }

  @Test
  void aSeriesThatAnAlertWaitsForIsThereBeforeItIsNeeded() {
    assertThat(observed.value("foley_generation_failures_total{provider=\"aimlapi\",reason=\"KEY_REJECTED\"}"))
        .isZero();
    assertThat(observed.value("foley_credits_total{kind=\"UNCERTAIN\",provider=\"aimlapi\",unit=\"AIML_CREDITS\"}"))
        .isZero();
    assertThat(observed.value("foley_intake_refused_total")).isZero();
  }

  @Test
  void modelsThatAreNotOfferedAnyMoreShareOneSeries() {
    observed.generation(new ModelId("gone-1"), new GenerationState.Queued(Observed.NOW));
    observed.generation(new ModelId("gone-2"), new GenerationState.Queued(Observed.NOW));

    assertThat(
        observed.value("foley_generation_changes_total{model=\"other\",provider=\"other\",state=\"Queued\"}"))
        .isEqualTo(2);
    assertThat(observed.scrape()).doesNotContain("gone-");
  }

  @Test
  void aCallToAServiceIsTimedByWhatItWasAndHowItEnded() {
    observed.metrics().services().called(AIMLAPI, "submit", Outcome.ANSWERED, TimeUnit.MILLISECONDS.toNanos(250));
    observed.metrics().services().called(AIMLAPI, "no such call", Outcome.NO_ANSWER, 0);

    assertThat(observed.value("foley_provider_request_duration_seconds_sum"
        + "{operation=\"submit\",outcome=\"answered\",provider=\"aimlapi\"}")).isEqualTo(0.25);
    assertThat(observed.value("foley_provider_request_duration_seconds_count"
        + "{operation=\"other\",outcome=\"no_answer\",provider=\"aimlapi\"}")).isEqualTo(1);
  }

  @Test
  void discordsAnswersAreToldByRouteAndClassAndA429ByItself() {
    observed.metrics().discordCalled("interactions", 204, Duration.ofMillis(100));
    observed.metrics().discordCalled("channels", 429, Duration.ofMillis(10));
    observed.metrics().discordCalled("channels", -1, Duration.ofMillis(10));

    String name = "foley_discord_request_duration_seconds_count";
    assertThat(observed.value(name + "{route=\"interactions\",status=\"2xx\"}")).isEqualTo(1);
    assertThat(observed.value(name + "{route=\"channels\",status=\"429\"}")).isEqualTo(1);
    assertThat(observed.value(name + "{route=\"channels\",status=\"none\"}")).isEqualTo(1);
  }

  @Test
  void aFetchIsToldHoweverItEnds() throws Exception {
    URI result = URI.create("https://cdn.example/secret-path");
    observed.metrics().watched((_, _) -> new FetchOutcome.Broken(FailureReason.RESULT_TRUNCATED, "cut")).fetch(result,
        "a");
    assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> observed.metrics().watched((_, _) -> {
      throw new ProviderException(ProviderException.Kind.THROTTLED, "429");
    }).fetch(result, "a"));

    assertThat(observed.value("foley_result_fetch_duration_seconds_count{outcome=\"broken\"}")).isEqualTo(1);
    assertThat(observed.value("foley_result_fetch_duration_seconds_count{outcome=\"throttled\"}")).isEqualTo(1);
    assertThat(observed.scrape()).doesNotContain("secret-path");
  }

  @Test
  void readingsAreThoseOfTheMoment() {
    assertThat(observed.value("foley_discord_shards_connected")).isEqualTo(2);
    observed.readings().gateway = new Readings.Gateway(3, 1, 40, Optional.empty(), 5, 1);

    assertThat(observed.value("foley_discord_shards_connected")).isEqualTo(1);
    assertThat(observed.value("foley_discord_reconnects_total{kind=\"resumed\"}")).isEqualTo(5);
    assertThat(observed.value("foley_discord_ping_seconds")).isNaN();
    assertThat(observed.value("foley_provider_waiting{provider=\"aimlapi\"}")).isEqualTo(4);
    assertThat(observed.value("foley_provider_up{provider=\"aimlapi\"}")).isZero();
    assertThat(observed.value("foley_generations_pending{state=\"Pending\"}")).isEqualTo(7);
    assertThat(observed.value("foley_generations_pending{state=\"Ready\"}")).isZero();
  }

  @Test
  void aDatabaseThatDoesNotAnswerHidesNothingElse() {
    observed.readings().stored = () -> {
      throw new StoreException("away", new IllegalStateException());
    };

    assertThat(observed.value("foley_database_up")).isZero();
    assertThat(observed.value("foley_timers_due")).isNaN();
    assertThat(observed.value("foley_discord_guilds")).isEqualTo(1_234);
  }

  @Test
  void theMachineIsToldUnderItsUsualNames() {
    assertThat(observed.scrape()).contains("jvm_memory_used_bytes{area=\"heap\"", "jvm_threads_live_threads",
        "process_cpu_usage", "process_uptime_seconds", "process_files_open_files", "jvm_memory_usage_after_gc",
        "logback_events_total{level=\"error\"}");
  }

  @Test
  void afterTheEndNothingIsCountedAndNothingThrows() {
    observed.metrics().close();
    observed.metrics().woken(Duration.ZERO);

    assertThatIllegalStateException().isThrownBy(observed::scrape);
  }
}
