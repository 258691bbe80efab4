package dev.foley;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./foley bench [NAME]}: a table on the terminal, JSON in {@code target/bench/}. */
@Command(name = "bench", description = "Measure, print a table, write target/bench/NAME.json.")
final class BenchCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", defaultValue = "footprint", description = "footprint: memory and start of the idle bot (default: ${DEFAULT-VALUE})")
  private String name;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    PrintWriter terminal = spec.commandLine().getOut();
    boolean met = switch (name) {
      case "footprint" -> new FootprintBench(terminal).run();
      default -> throw new ParameterException(spec.commandLine(), "There is no benchmark " + name + "; try footprint.");
    };
    return met ? 0 : 1;
  }
}
