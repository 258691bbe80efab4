package dev.foley.bench;

import dev.foley.BotCommand;
import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What an idle bot costs its host: the process as the launcher starts it, with store and scheduler, against the local Discord. Resident
 * memory is read from the kernel (Linux only) a while after READY, when start-up garbage has settled.
 */
@Command(name = "footprint", description = "memory and start of the idle bot")
final class FootprintBench implements Callable<Integer> {
  private static final int REPEATS = 5;
  private static final Duration SETTLE = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Spec
  private CommandSpec spec;

  private record Run(double readySeconds, double rssMegabytes) {}

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    Report report = new Report("footprint", spec.commandLine().getOut());
    report.say("Idle bot, " + SETTLE.toSeconds() + " s after READY; flags of the launcher; local Discord; " + REPEATS
        + " starts");
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      runs.add(measure());
    }
    Series ready = new Series(runs.stream().map(Run::readySeconds).toList());
    Series rss = new Series(runs.stream().map(Run::rssMegabytes).toList());
    report.table(List.of("", "READY after, s", "RSS, MB"), List.of(List.of("foley", ready.inWords(), rss.inWords())));
    report.figure("readySeconds", ready);
    report.figure("rssIdleMegabytes", rss);
    return report.finish(List.of(Goal.atMost("rss-idle", rss.median(), 110, "MB"),
        Goal.atMost("ready", ready.median(), 1.0, "s")));
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
}
