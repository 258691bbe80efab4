package dev.foley.bench;

import dev.foley.bench.chaos.ChaosBench;
import dev.foley.bench.delivery.DeliveryBench;
import dev.foley.bench.fuzz.FuzzBench;
import dev.foley.bench.jmh.JmhBench;
import dev.foley.bench.pending.PendingBench;
import dev.foley.bench.polling.PollingBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks: a subcommand for each. */
@Command(name = "bench", description = "Measure, print a table, write target/bench/NAME.json.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "NAME", subcommands = {
    AckBench.class, ChaosBench.class, DeliveryBench.class, FootprintBench.class, FuzzBench.class, JmhBench.class,
    PendingBench.class, PollingBench.class})
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws IOException {
    int exitCode = commandLine().execute(args);
    if (exitCode == 0) {
      Scratch.clear();
    }
    System.exit(exitCode);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Bench());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    return line;
  }
}
