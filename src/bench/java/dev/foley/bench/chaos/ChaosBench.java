package dev.foley.bench.chaos;

import dev.foley.bench.Goal;
import dev.foley.bench.Report;
import dev.foley.bench.Scratch;
import dev.foley.bench.chaos.Verdict.End;
import dev.foley.playground.Playground;
import dev.foley.playground.PlaygroundSettings;
import dev.foley.playground.services.elevenlabs.ElevenLabsSettings;
import dev.foley.playground.services.fal.FalSettings;
import dev.foley.playground.services.stability.StabilitySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Whether anything is lost or done twice when the bot is killed, at random and at each step of a request's way. The seed fixes who asks
 * what, and the order of the moments; which request a kill hits how far on its way is up to the machine.
 */
@Command(name = "chaos", description = "kill the bot again and again while members go on asking")
public final class ChaosBench implements Callable<Integer> {
  private static final double TIME_FACTOR = 60;

  @Option(names = "--kills", paramLabel = "N", defaultValue = "200", description = "how often it is killed (default: ${DEFAULT-VALUE})")
  private int kills;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "for other requests and another order (default: ${DEFAULT-VALUE})")
  private long seed;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    Report report = new Report("chaos", spec.commandLine().getOut());
    report.say(
        "SIGKILL to the bot, " + kills + " times, seed " + seed + "; local Discord, simulated services " + TIME_FACTOR
            + " times as fast as real ones");
    Path directory = Scratch.directory();
    long start = System.nanoTime();
    try (Playground playground = Playground.start(0, settings());
        ChaosRun run = new ChaosRun(kills, seed, playground, directory, report::say)) {
      List<KillMoment> moments = run.go();
      Tally tally = new Tally(moments, run.verdicts());
      report.table(Tally.HEADER, tally.rows());
      for (Verdict bad : tally.bad()) {
        Story.of(bad, run.seen(bad.asked()), run.flights(), run.log()).forEach(report::say);
      }
      report.figure("seed", seed);
      report.figure("seconds", Duration.ofNanos(System.nanoTime() - start).toSeconds());
      int exitCode = finish(report, tally, run.exitCode());
      if (exitCode != 0) {
        report.say("what the bot kept and logged is in " + directory);
      }
      return exitCode;
    }
  }

  private static int finish(Report report, Tally tally, int exitCode) throws IOException {
    report.figure("kills", tally.moments().size());
    report.figure("requests", tally.verdicts().size());
    report.figure("generations", tally.generations());
    report.figure("submitted", tally.sum(Verdict::submitted));
    report.figure("delivered", tally.requests(End.DELIVERED));
    report.figure("cancelled", tally.requests(End.CANCELLED));
    report.figure("unheard", tally.requests(End.UNHEARD));
    report.figure("askedAgain", tally.requests(End.ASKED_AGAIN));
    report.figure("lost", tally.requests(End.LOST));
    report.figure("doubleSubmits", tally.sum(Verdict::doubleSubmits));
    report.figure("doubleDeliveries", tally.sum(Verdict::doubleDeliveries));
    report.figure("falselyUnknown", tally.sum(Verdict::falselyUnknown));
    report.figure("trulyUnknown", tally.sum(Verdict::trulyUnknown));
    report.figure("leftPending", tally.requests(End.LEFT_PENDING));
    return report.finish(List.of(
        none("lost", tally.requests(End.LOST)),
        none("double-submits", tally.sum(Verdict::doubleSubmits)),
        none("double-deliveries", tally.sum(Verdict::doubleDeliveries)),
        Goal.atMost("falsely-unknown", tally.sum(Verdict::falselyUnknown), mostFalselyUnknown(tally.moments().size()),
            ""),
        none("left-pending", tally.requests(End.LEFT_PENDING)),
        none("exit-code-at-the-end", exitCode)));
  }

  private static Goal none(String name, int count) {
    return new Goal(name, count, 0, "", count == 0);
  }

  /**
   * A process that dies between the mark that a submit leaves and its first byte leaves the same behind as one that dies a moment later.
   * That time cannot be nothing, only short.
   */
  private static int mostFalselyUnknown(int kills) {
    return Math.max(2, kills / 50);
  }

  /** Accounts that no run uses up. */
  private static PlaygroundSettings settings() {
    PlaygroundSettings usual = PlaygroundSettings.defaults(TIME_FACTOR);
    ElevenLabsSettings elevenLabs = usual.elevenLabs();
    FalSettings fal = usual.fal();
    return usual.withStability(usual.stability().withMoney(new StabilitySettings.Money(Long.MAX_VALUE / 1_000)))
        .withElevenLabs(elevenLabs.withAccount(elevenLabs.account().withCharacters(Long.MAX_VALUE / 1_000)))
        .withFal(fal.withRunning(20).withMoney(new FalSettings.Money(Long.MAX_VALUE / 1_000, 0, 200, 2)));
  }
}
