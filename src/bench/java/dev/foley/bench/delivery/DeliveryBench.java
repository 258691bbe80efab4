package dev.foley.bench.delivery;

import dev.foley.bench.Goal;
import dev.foley.bench.Report;
import dev.foley.bench.ResidentMemory;
import dev.foley.bench.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * From "completed" at the service to the message in the channel, over lines of which each takes so much a second: the way here and the way
 * to Discord at once, beside the two ways one after the other. The peer is the same bot in the same run, with results whose length the
 * service does not tell, which cannot be sent before they are here. What limits the first is the slower line; of small sounds, the
 * timers between the steps and Discord's answer.
 *
 * <p>Then many large results at once, in the launcher's heap: what limits them is the disk, where each is written and synchronised, and the
 * processors, of which the local Discord takes its share.
 */
@Command(name = "delivery", description = "from a finished sound to the message, and many large ones at once")
public final class DeliveryBench implements Callable<Integer> {
  private static final int REPEATS = 5;
  private static final int AT_ONCE = 20;
  private static final int LARGE_MEGABYTES = 50;
  private static final long MEGABYTE = 1_000_000;

  /** Which half. */
  enum Part {
    LATENCY, CROWD
  }

  @Option(names = "--only", paramLabel = "PART", description = "one half of it: ${COMPLETION-CANDIDATES}")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Spec
  private CommandSpec spec;

  /** @param megabits a second, each way */
  private record Case(int megabits, int megabytes) {
    String inWords() {
      return megabytes + " MB at " + megabits + " Mbit/s";
    }
  }

  private static final List<Case> CASES = List.of(new Case(100, 2), new Case(100, 8), new Case(100, 25),
      new Case(20, 2),
      new Case(20, 8));

  private record Crowd(int delivered, double seconds, double peakRssMegabytes) {}

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    Report report = new Report("delivery", spec.commandLine().getOut());
    List<Goal> goals = new ArrayList<>();
    if (parts.contains(Part.LATENCY)) {
      try (Stand stand = Stand.start()) {
        awaitOne(stand); // everything is loaded and compiled that can be
        awaitOne(stand);
        latency(stand, report, goals);
      }
    }
    if (parts.contains(Part.CROWD)) {
      try (Stand stand = Stand.start()) {
        awaitOne(stand);
        crowd(stand, report, goals);
      }
    }
    return report.finish(goals);
  }

  private static void latency(Stand stand, Report report, List<Goal> goals)
      throws IOException, InterruptedException, TimeoutException {
    List<List<String>> rows = new ArrayList<>();
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Case each : CASES) {
      List<Double> early = new ArrayList<>();
      List<Double> stored = new ArrayList<>();
      for (int i = 0; i < REPEATS; i++) {
        early.add(seconds(stand, each, true));
        stored.add(seconds(stand, each, false));
      }
      Series ahead = new Series(early);
      Series after = new Series(stored);
      double gain = after.median() / ahead.median();
      rows.add(List.of(each.inWords(), ahead.inWords(), after.inWords(), String.format(Locale.ROOT, "%.2f", gain)));
      figures.put(each.inWords(), Map.of("uploadWhileItComes", ahead, "storeAndForward", after, "gain", gain));
      if (each.megabytes() >= 8) {
        goals
            .add(Goal.atLeast("early-gain-" + each.megabytes() + "MB-" + each.megabits() + "Mbit", gain, 1.2, "ratio"));
      }
    }
    report.say("Seconds from \"completed\" to the message; " + REPEATS + " of each, alternating");
    report.table(List.of("", "upload while it comes", "store and forward", "gain"), rows);
    report.figure("seconds", figures);
  }

  private static double seconds(Stand stand, Case each, boolean early)
      throws IOException, InterruptedException, TimeoutException {
    stand.service().makes(each.megabytes() * MEGABYTE, early, Rate.ofMegabits(each.megabits()));
    stand.slowDownTo(Rate.ofMegabits(each.megabits()));
    awaitOne(stand);
    return (System.nanoTime() - stand.service().answeredNanos()) / 1e9;
  }

  private static void awaitOne(Stand stand) throws IOException, InterruptedException, TimeoutException {
    stand.awaitHeard(stand.ask(1).getFirst());
  }

  private static void crowd(Stand stand, Report report, List<Goal> goals)
      throws IOException, InterruptedException, TimeoutException {
    stand.service().makes(LARGE_MEGABYTES * MEGABYTE, true, Rate.unlimited());
    stand.slowDownTo(Rate.unlimited());
    long start = System.nanoTime();
    int delivered = 0;
    for (String prompt : stand.ask(AT_ONCE)) {
      try {
        stand.awaitHeard(prompt);
        delivered++;
      } catch (TimeoutException e) {
        report.say("not delivered: " + prompt + (stand.bot().isAlive() ? "" : "; the bot has died"));
        break;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Crowd crowd = new Crowd(delivered, seconds, stand.bot().isAlive() ? ResidentMemory.peak(stand.bot().pid()) : -1);
    double rate = delivered * LARGE_MEGABYTES / seconds;
    report.say(AT_ONCE + " results of " + LARGE_MEGABYTES + " MB at once, heap of 96 MB");
    report.table(List.of("delivered", "seconds", "MB/s", "RSS at its peak, MB"),
        List.of(List.of(Integer.toString(delivered), String.format(Locale.ROOT, "%.1f", seconds),
            String.format(Locale.ROOT, "%.0f", rate), String.format(Locale.ROOT, "%.0f", crowd.peakRssMegabytes()))));
    report.figure("crowd", crowd);
    goals.add(Goal.atLeast("heap-20x50MB", delivered, AT_ONCE, "results"));
  }
}
