package dev.foley;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./foley bench}. */
@Command(name = "bench", description = "Measure, and print a table.")
final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
