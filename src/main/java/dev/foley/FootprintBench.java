package dev.foley;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What an idle bot costs its host: the process as the launcher starts it, with store and scheduler, against the local Discord. Resident
 * memory is read from the kernel (Linux only) a while after READY, when start-up garbage has settled.
 */
final class FootprintBench {
  private static final int REPEATS = 5;
  private static final Duration SETTLE = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double RSS_LIMIT_MB = 150;

  private final PrintWriter terminal;

  FootprintBench(PrintWriter terminal) {
    this.terminal = terminal;
  }

  private record Run(double readySeconds, double rssMegabytes) {}

  /** @return whether the goals were met */
  boolean run() throws IOException, InterruptedException, TimeoutException {
    terminal.println("Idle bot, " + SETTLE.toSeconds() + " s after READY; flags of the launcher; local Discord; "
        + REPEATS + " starts");
    terminal.println("  run   READY after      RSS");
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= REPEATS; i++) {
      Run run = measure();
      runs.add(run);
      terminal
          .println(String.format(Locale.ROOT, "  %3d   %8.2f s   %6.1f MB", i, run.readySeconds(), run.rssMegabytes()));
    }
    double ready = median(runs.stream().map(Run::readySeconds).toList());
    double rss = median(runs.stream().map(Run::rssMegabytes).toList());
    boolean met = rss <= RSS_LIMIT_MB;
    terminal.println(String.format(Locale.ROOT, "median  %8.2f s   %6.1f MB   (goal: at most %.0f MB, %s)", ready, rss,
        RSS_LIMIT_MB, met ? "met" : "not met"));
    write(Map.of("runs", runs, "goals", List.of(
        Map.of("name", "rss-idle", "value", rss, "limit", RSS_LIMIT_MB, "unit", "MB", "met", met))));
    return met;
  }

  private static Run measure() throws IOException, InterruptedException, TimeoutException {
    Path data = Files.createTempDirectory("foley-bench");
    try (Playground playground = Playground.start(0, 1)) {
      long start = System.nanoTime();
      try (BotProcess bot = BotProcess.start(BotCommand.run(), playground.botEnvironment(data),
          data.resolve("bot.log"))) {
        playground.discord().control().awaitCommand("music", PATIENCE);
        double ready = (System.nanoTime() - start) / 1e9;
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
        return new Run(ready, residentMegabytes(bot.pid()));
      }
    }
  }

  private static double residentMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst().orElseThrow(() -> new IOException("the kernel does not tell the memory of process " + pid))
        / 1024.0;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static void write(Map<String, ?> result) throws IOException {
    Path directory = Files.createDirectories(Path.of(System.getProperty("foley.home", "."), "target", "bench"));
    Files.writeString(directory.resolve("footprint.json"),
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(result));
  }
}
