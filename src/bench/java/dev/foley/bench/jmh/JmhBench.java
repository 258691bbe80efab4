package dev.foley.bench.jmh;

import dev.foley.bench.Goal;
import dev.foley.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The hot pure parts, in a JVM with the launcher's flags: code is compiled once and quickly there, so the figures are some times those
 * that the full compiler would give. What limits the passes over samples is that compiler; what limits reading is the copy out of
 * the page cache.
 */
@Command(name = "jmh", description = "the hot pure parts, by JMH")
public final class JmhBench implements Callable<Integer> {
  /** 47 s of compact-disc audio at 100 Mbit/s. */
  private static final double ARRIVAL_MICROS = 47 * 44_100 * 4 * 8 / 100.0;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, RunnerException {
    Report report = new Report("jmh", spec.commandLine().getOut());
    report.say("Flags of the launcher; 5 forks of 3 measurements each; takes two to three minutes");
    Path log = Files.createTempFile("foley-jmh", ".log");
    Options options = new OptionsBuilder().include("dev\\.foley\\.bench\\.jmh\\..*")
        .forks(5).warmupIterations(1).warmupTime(TimeValue.milliseconds(700))
        .measurementIterations(3).measurementTime(TimeValue.milliseconds(500))
        .jvmArgs("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders")
        .output(log.toString()).build();
    Map<String, Result<?>> results = results(new Runner(options).run());
    List<List<String>> rows = new ArrayList<>();
    results.forEach((name, micros) -> {
      rows.add(List.of(name, String.format(Locale.ROOT, "%.4g", median(micros)),
          String.format(Locale.ROOT, "%.4g-%.4g", micros.getStatistics().getMin(), micros.getStatistics().getMax())));
      report.figure(name, Map.of("medianMicros", median(micros), "leastMicros", micros.getStatistics().getMin(),
          "greatestMicros", micros.getStatistics().getMax()));
    });
    report.table(List.of("", "microseconds, median", "least-greatest"), rows);
    double times = ARRIVAL_MICROS / median(Objects.requireNonNull(results.get("onePassOf47Seconds")));
    return report.finish(List.of(Goal.atLeast("one-pass-faster-than-100Mbit", times, 10, "ratio")));
  }

  private static Map<String, Result<?>> results(Collection<RunResult> runs) {
    Map<String, Result<?>> results = new TreeMap<>();
    runs.forEach(run -> results.put(run.getPrimaryResult().getLabel(), run.getPrimaryResult()));
    return results;
  }

  private static double median(Result<?> result) {
    return result.getStatistics().getPercentile(50);
  }
}
