package dev.foley;

import dev.foley.playground.Playground;
import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./foley simulator}: only what a bot needs from outside, for this bot, for others and for tests. */
@Command(name = "simulator", description = "Run a local Discord and the simulated services, until it is stopped.")
final class SimulatorCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N", description = "0 for any free one (default: ${DEFAULT-VALUE})", defaultValue = "8700")
  private int port;

  @Option(names = "--time-factor", paramLabel = "N", defaultValue = "1", description = "how many times faster than real the services are (default: ${DEFAULT-VALUE})")
  private double timeFactor;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Playground playground = Playground.start(port, timeFactor);
    Shutdown shutdown = new Shutdown(playground);
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println("A local Discord and the simulated services answer at " + playground.url());
    terminal.println("A bot finds them by this environment:");
    new TreeMap<>(playground.addresses()).forEach((name, value) -> terminal.println("  " + name + "=" + value));
    terminal.println("Act as a member by " + playground.url() + "/control, which docs/local-discord.md describes.");
    shutdown.await();
    return 0;
  }
}
