package dev.foley.bench.pending;

import dev.foley.bench.Series;
import dev.foley.bench.pending.Findings.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One line of the table: one process. */
record Row(String database, Scenario scenario, int count, Findings findings) {
  static final List<String> HEADER = List.of("", "cores", "RSS, MB", "wakings/s", "late p50, s", "late p99, s",
      "us/waking", "SQL/waking", "SQL/generation", "catch-up, s");

  List<String> words() {
    return List.of(name(), series(Window::cores).inWords(),
        String.format(Locale.ROOT, "%.0f", findings.peakMegabytes()),
        series(Window::wakingsPerSecond).inWords(), series(Window::lateness50).inWords(),
        series(Window::lateness99).inWords(), String.format(Locale.ROOT, "%.0f", microsPerWaking()),
        String.format(Locale.ROOT, "%.2f", statementsPerWaking()),
        total(Window::ended) == 0 ? "-" : String.format(Locale.ROOT, "%.0f", statementsPerGeneration()),
        String.format(Locale.ROOT, "%.1f", findings.catchUpSeconds()));
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("cores", series(Window::cores));
    figures.put("rssMegabytes", findings.peakMegabytes());
    figures.put("wakingsPerSecond", series(Window::wakingsPerSecond));
    figures.put("latenessP50Seconds", series(Window::lateness50));
    figures.put("latenessP99Seconds", series(Window::lateness99));
    figures.put("microsPerWaking", series(Window::microsPerWaking));
    figures.put("statementsPerWaking", statementsPerWaking());
    figures.put("statementsPerGeneration", statementsPerGeneration());
    figures.put("catchUpSeconds", findings.catchUpSeconds());
    figures.put("catchUpProcessorSeconds", findings.catchUpProcessorSeconds());
    return figures;
  }

  /** Such as {@code sqlite-pending-10000}. */
  String name() {
    return database + "-" + scenario.name().toLowerCase(Locale.ROOT) + "-" + count;
  }

  Series series(ToDoubleFunction<Window> figure) {
    return new Series(findings.windows().stream().mapToDouble(figure).boxed().toList());
  }

  /** Of processor time, over all windows. */
  double microsPerWaking() {
    return 1e6 * total(Window::processorSeconds) / Math.max(1, total(Window::wakings));
  }

  private double statementsPerWaking() {
    return total(Window::statements) / Math.max(1, total(Window::wakings));
  }

  private double statementsPerGeneration() {
    return total(Window::statements) / Math.max(1, total(Window::ended));
  }

  private double total(ToDoubleFunction<Window> figure) {
    return findings.windows().stream().mapToDouble(figure).sum();
  }
}
