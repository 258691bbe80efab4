package dev.foley;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./foley run}, as picocli knows it; {@link Main} takes the short way to {@link BotRun} where nothing else is said. */
@Command(name = RunCommand.NAME, description = "Run the bot. Settings come from config/foley.yaml and the environment.")
final class RunCommand implements Callable<Integer> {
  static final String NAME = "run";

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    return BotRun.run(spec.commandLine().getErr());
  }
}
