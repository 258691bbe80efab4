package dev.foley.bench;

import dev.foley.bench.bots.Bot;
import dev.foley.bench.bots.Busy;
import dev.foley.bench.bots.Crowd;
import dev.foley.bench.bots.Kind;
import dev.foley.playground.services.JobTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What a bot costs its host: Foley as the launcher starts it, beside a discord.js bot of the same function, in turns. Foley's database
 * is there, as on every start but the first, which is told apart. Resident memory is read from the kernel (Linux only): a while
 * after READY, and at its highest while 120 sounds are pending, until 20 of 5 MB each have been fetched and 100 are still pending.
 */
@Command(name = "footprint", description = "memory and start of the bot, beside discord.js")
final class FootprintBench implements Callable<Integer> {
  private static final int REPEATS = 5;
  private static final Duration SETTLE = Duration.ofSeconds(6);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration LOAD_PATIENCE = Duration.ofSeconds(60);
  private static final int PENDING = 120;
  private static final int FETCHED = 20;
  private static final int SECONDS = 30;

  @Spec
  private CommandSpec spec;

  private record Run(double ready, double usable, double idle, double loaded) {}

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    Report report = new Report("footprint", spec.commandLine().getOut());
    String missing = Kind.preparePeer();
    List<Kind> kinds = missing.isEmpty() ? List.of(Kind.FOLEY, Kind.DISCORD_JS) : List.of(Kind.FOLEY);
    report.say(
        missing.isEmpty() ? REPEATS + " starts of each bot, in turns; local Discord; flags of the launcher" : missing);
    Path prepared = Scratch.directory();
    double first = firstStart(prepared);
    Map<Kind, List<Run>> runs = new EnumMap<>(Kind.class);
    for (int i = 0; i < REPEATS; i++) {
      for (Kind kind : kinds) {
        runs.computeIfAbsent(kind, _ -> new ArrayList<>()).add(measure(kind, prepared));
      }
    }
    report.say(String.format("Foley's first start of all, which makes the database: READY after %.2f s", first));
    report.figure("firstReadySeconds", first);
    List<List<String>> rows = new ArrayList<>();
    runs.forEach((kind, seen) -> {
      rows.add(List.of(kind.title(), series(seen, Run::ready).inWords(), series(seen, Run::usable).inWords(),
          series(seen, Run::idle).inWords(), series(seen, Run::loaded).inWords()));
      String prefix = kind == Kind.FOLEY ? "" : kind.title() + "-";
      report.figure(prefix + "readySeconds", series(seen, Run::ready));
      report.figure(prefix + "usableSeconds", series(seen, Run::usable));
      report.figure(prefix + "rssIdleMegabytes", series(seen, Run::idle));
      report.figure(prefix + "rssLoadedMegabytes", series(seen, Run::loaded));
    });
    report.table(List.of("", "READY after, s", "commands after, s", "RSS idle, MB", "RSS 100 pending + uploads, MB"),
        rows);
    List<Run> foley = runs.getOrDefault(Kind.FOLEY, List.of());
    return report.finish(List.of(
        Goal.atMost("ready", series(foley, Run::ready).median(), 1.0, "s"),
        Goal.atMost("rss-idle", series(foley, Run::idle).median(), 110, "MB"),
        Goal.atMost("rss-loaded", series(foley, Run::loaded).median(), 160, "MB")));
  }

  private static Series series(List<Run> runs, Function<Run, Double> figure) {
    return new Series(runs.stream().map(figure).toList());
  }

  private static double firstStart(Path data) throws IOException, InterruptedException, TimeoutException {
    try (Bot bot = Bot.start(Kind.FOLEY, Busy.playground(JobTimes.PUBLISHED, 1), data, Busy.environment(data))) {
      return bot.readySeconds();
    }
  }

  private static Run measure(Kind kind, Path prepared) throws IOException, InterruptedException, TimeoutException {
    Path data = Scratch.directory();
    try (var files = Files.list(prepared)) {
      for (Path file : files.filter(file -> file.getFileName().toString().startsWith("foley.db")).toList()) {
        Files.copy(file, data.resolve(file.getFileName()));
      }
    }
    JobTimes times = new JobTimes(Duration.ofMillis(500), Duration.ofMillis(900), 0, 1);
    try (Bot bot = Bot.start(kind, Busy.playground(times, 4), data, Busy.environment(data))) {
      TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
      double idle = bot.residentMegabytes();
      return new Run(bot.readySeconds(), bot.usableSeconds(), idle, loaded(bot));
    }
  }

  /** The most while results come in and go out. */
  private static double loaded(Bot bot) throws IOException, InterruptedException, TimeoutException {
    Crowd crowd = new Crowd(bot, SECONDS);
    crowd.type(PENDING, 100);
    double most = 0;
    long end = System.nanoTime() + LOAD_PATIENCE.toNanos();
    while (crowd.delivered() < FETCHED && System.nanoTime() < end) {
      most = Math.max(most, bot.residentMegabytes());
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
    }
    if (crowd.delivered() < FETCHED) {
      throw new TimeoutException(
          bot.kind().title() + " has fetched " + crowd.delivered() + " sounds in " + LOAD_PATIENCE);
    }
    return most;
  }
}
