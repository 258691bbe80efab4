package dev.foley.bench;

import dev.foley.bench.bots.Bot;
import dev.foley.bench.bots.Busy;
import dev.foley.bench.bots.Crowd;
import dev.foley.bench.bots.Kind;
import dev.foley.playground.services.JobTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How long a member's command is unacknowledged: from the moment the local Discord hands the event to the socket until the callback
 * has arrived, by one monotonic clock. All bots run as processes of their own, each on a Discord of its own, and take turns: while one
 * is measured the others are stopped. Foley and the discord.js bot have 1,000 generations pending at a service that does not get
 * ready, and record, or submit, each further command as well; the bare JDA bot acknowledges and does nothing else.
 *
 * <p>Commands come at their pace whether or not earlier ones were answered. The first are warm-up: those that make the pending ones, and a
 * round of each bot that is not counted, since the local Discord that all of them talk to is compiled meanwhile, which takes a core.
 */
@Command(name = "ack", description = "how soon commands are acknowledged, beside discord.js and bare JDA")
final class AckBench implements Callable<Integer> {
  private static final int REPEATS = 5;
  private static final int WARM_UP = 300;
  private static final double WARM_UP_PER_SECOND = 60;
  private static final Duration SETTLE = Duration.ofMillis(2_500);
  private static final List<Pace> PACES = List.of(new Pace(1, 4), new Pace(50, 75), new Pace(200, 300));
  /** One a second warms nobody up. */
  private static final List<Pace> BRISK_PACES = PACES.subList(1, PACES.size());

  @Option(names = "--pending", paramLabel = "N", defaultValue = "1000", description = "generations that are pending meanwhile (default: ${DEFAULT-VALUE})")
  private int pending;

  @Spec
  private CommandSpec spec;

  /** So many commands a second, so many in a round. */
  private record Pace(int perSecond, int count) {}

  /** The rounds of one bot at one pace. */
  private record Rounds(List<Double> medians, List<Double> p99s) {
    Rounds() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(List<Double> millis) {
      Series round = new Series(millis);
      medians.add(round.median());
      p99s.add(round.quantile(0.99));
    }

    Series median() {
      return new Series(medians);
    }

    Series p99() {
      return new Series(p99s);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    Report report = new Report("ack", spec.commandLine().getOut());
    String missing = Kind.preparePeer();
    report.say(missing.isEmpty()
        ? "All bots in one run, in turns, " + REPEATS + " rounds at each pace; " + pending
            + " generations pending"
        : missing);
    Map<Kind, Map<Pace, Rounds>> rounds = new EnumMap<>(Kind.class);
    List<Bot> bots = new ArrayList<>();
    Map<Bot, Crowd> crowds = new LinkedHashMap<>();
    try {
      for (Kind kind : Kind.values()) {
        if (kind != Kind.DISCORD_JS || missing.isEmpty()) {
          Bot bot = start(kind);
          bots.add(bot);
          crowds.put(bot, warmedUp(bot));
          bot.pause();
        }
      }
      for (Bot bot : bots) {
        measure(bot, Objects.requireNonNull(crowds.get(bot)), BRISK_PACES, new LinkedHashMap<>());
      }
      for (int i = 0; i < REPEATS; i++) {
        for (Bot bot : bots) {
          measure(bot, Objects.requireNonNull(crowds.get(bot)), PACES,
              rounds.computeIfAbsent(bot.kind(), _ -> new LinkedHashMap<>()));
        }
      }
    } finally {
      for (Bot bot : bots) {
        bot.resume();
        bot.close();
      }
    }
    return conclude(report, rounds);
  }

  private static Bot start(Kind kind) throws IOException, InterruptedException, TimeoutException {
    Path data = Scratch.directory();
    JobTimes never = new JobTimes(Duration.ofHours(3), Duration.ofHours(4), 0, 1);
    return Bot.start(kind, Busy.playground(never, Integer.MAX_VALUE), data, Busy.environment(data));
  }

  private Crowd warmedUp(Bot bot) throws InterruptedException {
    Crowd crowd = new Crowd(bot, 2);
    if (bot.kind() == Kind.BARE_JDA) {
      crowd.type(WARM_UP, WARM_UP_PER_SECOND);
    } else {
      crowd.order(pending);
    }
    return crowd;
  }

  private static void measure(Bot bot, Crowd crowd, List<Pace> paces, Map<Pace, Rounds> rounds)
      throws IOException, InterruptedException {
    bot.resume();
    TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
    for (Pace pace : paces) {
      rounds.computeIfAbsent(pace, _ -> new Rounds()).add(crowd.type(pace.count(), pace.perSecond()));
    }
    bot.pause();
  }

  private static int conclude(Report report, Map<Kind, Map<Pace, Rounds>> rounds) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rounds.forEach((kind, byPace) -> byPace.forEach((pace, seen) -> {
      rows.add(List.of(kind.title(), Integer.toString(pace.perSecond()), seen.median().inWords(),
          seen.p99().inWords()));
      String key = kind.title().replace(' ', '-') + "-" + pace.perSecond();
      report.figure(key + "-p50Millis", seen.median());
      report.figure(key + "-p99Millis", seen.p99());
    }));
    report.table(List.of("", "commands/s", "p50, ms", "p99, ms"), rows);
    Pace busiest = PACES.getLast();
    Rounds foley = at(rounds, Kind.FOLEY, busiest);
    List<Goal> goals = new ArrayList<>();
    goals.add(Goal.atMost("ack-p99-at-" + busiest.perSecond(), foley.p99().median(), 100, "ms"));
    if (rounds.containsKey(Kind.DISCORD_JS)) {
      for (Pace pace : PACES) {
        goals.add(Goal.atMost("ack-p50-at-" + pace.perSecond() + "-no-worse-than-discord.js",
            at(rounds, Kind.FOLEY, pace).median().median(),
            at(rounds, Kind.DISCORD_JS, pace).median().median(), "ms"));
      }
    }
    return report.finish(goals);
  }

  private static Rounds at(Map<Kind, Map<Pace, Rounds>> rounds, Kind kind, Pace pace) {
    return Objects.requireNonNull(Objects.requireNonNull(rounds.get(kind)).get(pace));
  }
}
