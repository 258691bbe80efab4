package dev.foley.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} says of each metric what it is; a scrape decides whether that is so. */
class MetricsPageTest {
  private static final Pattern TYPE = Pattern.compile("# TYPE (foley_\\w+) (\\w+)");
  private static final Pattern ROW = Pattern.compile("\\| `(foley_\\w+)` \\| (\\w+) \\|([^|]*)\\|[^|]+\\|");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private record Metric(String type, Set<String> labels) {}

  private final Observed observed = new Observed();

  @AfterEach
  void close() {
    observed.metrics().close();
  }

  @Test
  void thePageListsWhatAScrapeHasAndNothingElse() throws IOException {
    observed.everything();

    assertThat(page()).isEqualTo(scraped());
  }

  /** The greatest of late, which Micrometer adds to each histogram, is told once for all of them. */
  private Map<String, Metric> scraped() {
    String scrape = observed.scrape();
    Map<String, Metric> metrics = new TreeMap<>();
    TYPE.matcher(scrape).results().filter(type -> !type.group(1).endsWith("_seconds_max"))
        .forEach(type -> metrics.put(type.group(1), new Metric(type.group(2), labels(scrape, type.group(1)))));
    return metrics;
  }

  private static Set<String> labels(String scrape, String metric) {
    Set<String> labels = new TreeSet<>();
    scrape.lines().filter(line -> line.matches(metric + "(_bucket|_count|_sum)?[{ ].*"))
        .forEach(line -> LABEL.matcher(line).results().map(found -> found.group(1)).forEach(labels::add));
    labels.remove("le");
    return labels;
  }

  private static Map<String, Metric> page() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("docs", "metrics.md"));
    Map<String, Metric> metrics = new TreeMap<>();
    for (String line : lines) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        metrics.put(row.group(1), new Metric(row.group(2), CODE.matcher(row.group(3)).results()
            .map((MatchResult code) -> code.group(1)).collect(Collectors.toCollection(TreeSet::new))));
      }
    }
    return metrics;
  }
}
