package dev.foley.bench.polling;

import dev.foley.bench.Goal;
import dev.foley.bench.Report;
import dev.foley.bench.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What is waited for needlessly, and what is asked for needlessly, by the bot's own classes on simulated services, in simulated time: after 200
 * learned jobs, beside the loop of the services' sample client (10 s), a loop of 1 s, and the best plan for what the service
 * really does. Everything follows from seeds, so the figures are the same on each machine. What limits them: 200 jobs do not say more.
 */
@Command(name = "polling", description = "lateness and requests of learned polling")
public final class PollingBench implements Callable<Integer> {
  private static final int SEEDS = 15;
  private static final long FIRST_SEED = 100;
  private static final long SEED_STEP = 7_919;

  @Spec
  private CommandSpec spec;

  private final List<Goal> goals = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    Report report = new Report("polling", spec.commandLine().getOut());
    report.say(SEEDS + " bots on each service; lateness in seconds; medians, with least and greatest");
    List<List<String>> rows = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      Follower best = Limit.of(workload);
      List<Run> runs = IntStream.range(0, SEEDS).parallel()
          .mapToObj(seed -> new Run(workload, best, FIRST_SEED + seed * SEED_STEP).make()).toList();
      add(report, rows, workload, runs);
      report.say(workload.label() + " done");
    }
    report.table(List.of("service", "asked", "mean", "p50", "p95", "requests", "of the limit", "from 20th",
        "ETA off", "on the way"), rows);
    return report.finish(goals);
  }

  private void add(Report report, List<List<String>> rows, Workload workload, List<Run> runs) {
    rows.add(row(workload.label(), "every 10 s", runs, run -> run.reference));
    rows.add(row("", "every 1 s", runs, run -> run.everySecond));
    rows.add(row("", "limit", runs, run -> run.limit));
    Series ofLimit = series(runs, run -> run.learned.lateness() / run.limit.lateness());
    Series ofRequests = series(runs, run -> run.learned.asks() / run.reference.asks());
    Series early = series(runs, run -> run.early.lateness() / run.earlyLimit.lateness());
    Series errorAtFirst = series(runs, Run::errorAtFirst);
    Series errorOnTheWay = series(runs, Run::errorOnTheWay);
    List<String> learned = new ArrayList<>(row("", "learned", runs, run -> run.learned));
    learned.subList(6, 10).clear();
    learned.addAll(List.of(ofLimit.inWords(), early.inWords(), number(errorAtFirst.median()),
        number(errorOnTheWay.median())));
    rows.add(learned);

    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("latenessOfLimit", ofLimit);
    figures.put("requestsOfReference", ofRequests);
    figures.put("latenessOfLimitFrom20th", early);
    figures.put("reference", figures(runs, run -> run.reference));
    figures.put("everySecond", figures(runs, run -> run.everySecond));
    figures.put("limit", figures(runs, run -> run.limit));
    figures.put("learned", figures(runs, run -> run.learned));
    figures.put("etaErrorAtSubmitSeconds", errorAtFirst);
    figures.put("etaErrorOnTheWaySeconds", errorOnTheWay);
    report.figure(workload.label(), figures);

    goals.add(Goal.atMost(workload.label() + "-lateness-of-limit", ofLimit.median(), 1.15, "ratio"));
    goals.add(Goal.atMost(workload.label() + "-requests-of-reference", ofRequests.median(), 1, "ratio"));
    goals.add(Goal.atMost(workload.label() + "-lateness-of-limit-from-20th", early.median(), 1.5, "ratio"));
    if (workload == Workload.PUBLISHED) {
      goals.add(Goal.atLeast("published-reference-of-lateness",
          series(runs, run -> run.reference.lateness() / run.learned.lateness()).median(), 6.5, "ratio"));
    }
  }

  private static List<String> row(String service, String asked, List<Run> runs, Function<Run, Tally> of) {
    return List.of(service, asked, number(series(runs, run -> of.apply(run).lateness()).median()),
        number(series(runs, run -> of.apply(run).quantile(0.5)).median()),
        number(series(runs, run -> of.apply(run).quantile(0.95)).median()),
        number(series(runs, run -> of.apply(run).asks()).median()), "", "", "", "");
  }

  private static Map<String, Double> figures(List<Run> runs, Function<Run, Tally> of) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("latenessMean", series(runs, run -> of.apply(run).lateness()).median());
    figures.put("latenessP50", series(runs, run -> of.apply(run).quantile(0.5)).median());
    figures.put("latenessP95", series(runs, run -> of.apply(run).quantile(0.95)).median());
    figures.put("requests", series(runs, run -> of.apply(run).asks()).median());
    return figures;
  }

  private static Series series(List<Run> runs, ToDoubleFunction<Run> figure) {
    return new Series(runs.stream().mapToDouble(figure).boxed().toList());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
