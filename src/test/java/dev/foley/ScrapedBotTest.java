package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.services.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot, as a real Prometheus sees it: what the dashboard asks has answers, and what the alerts ask can be asked. */
class ScrapedBotTest {
  private static final Path DASHBOARD = Path.of("config", "grafana", "foley.json");
  private static final Path ALERTS = Path.of("config", "prometheus", "foley-alerts.yaml");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MARK = "markedprompt";
  private static final Pattern METRIC = Pattern.compile("\\b(?:foley|jvm|logback|process|system)_[a-z0-9_]+|\\bup\\b");
  private static final Pattern LABEL = Pattern.compile("[a-z_]+=\"([^\"]*)\"");

  /** A bot that is well, and was not started anew, has none of it. */
  private static final Set<String> EMPTY_WHEN_ALL_IS_WELL = Set.of(
      "changes(process_start_time_seconds{job=\"foley\",instance=~\".*\"}[1m]) > 0");

  @TempDir
  private Path directory;
  private int port;
  private WholeBot bot;

  @BeforeEach
  void start() throws Exception {
    port = PrometheusServer.freePort();
    bot = WholeBot.start(directory, Map.of("FOLEY_OPS_PORT", Integer.toString(port)));
  }

  @AfterEach
  void stop() throws Exception {
    bot.close();
  }

  @Test
  void everyExpressionOfTheDashboardHasDataAndEveryAlertCanBeEvaluated() throws Exception {
    PrometheusServer.assumeThere();
    Set<String> dashboard = dashboard();
    List<String> alerts = alerts();
    try (PrometheusServer prometheus = PrometheusServer.start(directory, port, ALERTS)) {
      makeAndFail();
      System.gc(); // so that there was a collection
      Awaitility.await().atMost(PATIENCE)
          .until(() -> prometheus.hasData("foley_result_fetch_duration_seconds_count{outcome=\"fetched\"}"));
      makeAndFail(); // what appeared with a one has its first increase

      EMPTY_WHEN_ALL_IS_WELL.forEach(expression -> assertThat(dashboard.remove(expression)).as(expression).isTrue());
      EMPTY_WHEN_ALL_IS_WELL.forEach(prometheus::query);
      Set<String> without = new LinkedHashSet<>(dashboard);
      Awaitility.await("every expression of the dashboard").atMost(PATIENCE).untilAsserted(() -> {
        without.removeIf(prometheus::hasData);
        assertThat(without).isEmpty();
      });

      alerts.forEach(prometheus::query);
      Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(prometheus.rules())
          .hasSize(alerts.size()).allSatisfy(rule -> {
            assertThat(rule.path("health").asText()).as(rule.toString()).isEqualTo("ok");
            assertThat(rule.path("lastError").asText()).isEmpty();
          }));
      assertThat(metrics(alerts)).hasSizeGreaterThan(15).allSatisfy(
          metric -> assertThat(prometheus.query("count({__name__=\"" + metric + "\"})")).as(metric).isNotEmpty());
    }
  }

  @Test
  void noLabelTellsOfAMemberAPlaceARequestOrAKey() throws Exception {
    List<MessageView> answers = makeAndFail();

    String scrape = scrape();

    List<String> values = LABEL.matcher(scrape).results().map(label -> label.group(1)).toList();
    assertThat(values).hasSizeGreaterThan(100)
        .noneMatch(value -> value.matches(".*\\d{13,}.*")) // of Discord
        .noneMatch(value -> value.matches(".*\\b[0-9A-HJKMNP-TV-Z]{13}\\b.*")); // of a generation
    assertThat(answers).isNotEmpty()
        .allSatisfy(answer -> assertThat(scrape).doesNotContain(answer.id()));
    assertThat(scrape).doesNotContain(MARK, WholeBot.KEY, "http://", "127.0.0.1", directory.toString());
    assertThat(scrape.lines()).as("series in all").hasSizeLessThan(2_500);
  }

  /** A sound, a failure, and nothing under way any more. */
  private List<MessageView> makeAndFail() throws Exception {
    String failing = "fails" + System.nanoTime();
    bot.playground().aimlApi().faults().plan(Fault.Moment.SUBMIT, new Fault.Status(400), 1, failing);
    List<MessageView> answers = new ArrayList<>();
    answers.add(bot.answer(bot.type("/music prompt:" + MARK + " piano seconds:1")));
    answers.add(bot.answer(bot.type("/music prompt:" + MARK + " " + failing + " seconds:1")));
    assertThat(answers.getFirst().attachments()).hasSize(1);
    assertThat(answers.getLast().attachments()).isEmpty();
    return answers;
  }

  private String scrape() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
          BodyHandlers.ofString()).body();
    }
  }

  /** What Grafana would ask, with its variables filled in. */
  private static Set<String> dashboard() throws Exception {
    JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
    Set<String> expressions = new LinkedHashSet<>();
    dashboard.findValuesAsText("expr").forEach(expression -> expressions
        .add(expression.replace("$__rate_interval", "1m").replace("$instance", ".*")));
    assertThat(expressions).hasSizeGreaterThan(40).noneMatch(expression -> expression.contains("$"));
    return expressions;
  }

  private static List<String> alerts() throws Exception {
    List<String> alerts = new YAMLMapper().readTree(ALERTS.toFile()).findValuesAsText("expr");
    assertThat(alerts).hasSizeGreaterThan(15);
    return alerts;
  }

  private static Set<String> metrics(List<String> expressions) {
    Set<String> metrics = new TreeSet<>();
    expressions
        .forEach(expression -> METRIC.matcher(expression).results().map(MatchResult::group).forEach(metrics::add));
    return metrics;
  }
}
