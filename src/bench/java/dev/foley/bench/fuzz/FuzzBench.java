package dev.foley.bench.fuzz;

import dev.foley.bench.Goal;
import dev.foley.bench.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Fuzzes each target for a while, one after the other; docs/security.md tells how to read what it finds. What limits its figures is the
 * time: a minute finds what is near, and what led to new branches is kept, so that the next run goes on from there.
 */
@Command(name = "fuzz", description = "feed everything that strangers can send with hostile bytes (Jazzer)")
public final class FuzzBench implements Callable<Integer> {
  /** A reader that keeps what it has read grows without end; caches and classes that come late need a little. */
  private static final double GROWTH_MEGABYTES = 16;

  @Spec
  private CommandSpec spec;

  @Option(names = "--minutes", defaultValue = "0.3", description = "for each target (default: ${DEFAULT-VALUE})")
  private double minutes;

  @Option(names = "--target", split = ",", description = "one or more of: wav, compressed, aimlapi, stability, elevenlabs, fal, configuration, requests, words (default: all)")
  private List<String> words = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Report report = new Report("fuzz", spec.commandLine().getOut());
    Duration time = Duration.ofSeconds(Math.max(1, Math.round(60 * minutes)));
    Path directory = Path.of(System.getProperty("foley.home", "."), "target", "bench", "fuzz").toAbsolutePath();
    List<FuzzRun.Result> results = new ArrayList<>();
    for (String word : words.isEmpty() ? FuzzTargets.words() : words) {
      report.say(word + ", " + time.toSeconds() + " s");
      results.add(new FuzzRun(FuzzTargets.of(word), directory.resolve(word)).run(time));
    }
    report.table(
        List.of("target", "executions", "undeclared", "hangs", "branches", "slowest, s", "heap early → end, MB"),
        results.stream().map(FuzzBench::row).toList());
    report.figure("secondsPerTarget", time.toSeconds());
    report.figure("targets", results);
    return report.finish(List.of(
        Goal.atMost("unexpected-exceptions", (double) results.stream().mapToLong(FuzzRun.Result::findings).sum(), 0,
            "inputs"),
        Goal.atMost("hangs", (double) results.stream().mapToLong(FuzzRun.Result::hangs).sum(), 0, "inputs"),
        Goal.atMost("heap-growth", results.stream().mapToDouble(FuzzRun.Result::growthMegabytes).max().orElse(0),
            GROWTH_MEGABYTES, "MB")));
  }

  private static List<String> row(FuzzRun.Result result) {
    return List.of(result.target(), Long.toString(result.executions()), Long.toString(result.findings()),
        Long.toString(result.hangs()), Long.toString(result.coverage()), Long.toString(result.slowestSeconds()),
        String.format(Locale.ROOT, "%.1f → %.1f", result.heapEarlyBytes() / 1e6, result.heapEndBytes() / 1e6));
  }
}
